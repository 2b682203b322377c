package dev.tokki.conformance.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.conformance.ConformanceRun;
import dev.tokki.conformance.Filter;
import dev.tokki.conformance.result.ModuleResult;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import dev.tokki.nativeadapter.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SoftHSM, taken for a library that nobody knows how to prepare.
class GivenModuleTest {
    @TempDir
    Path folder;

    private Path library = Path.of("");

    @BeforeEach
    void needsSoftHsm() {
        assumeTrue(Places.SOFTHSM.found().isPresent(), Places.SOFTHSM.absence());
        library = Places.SOFTHSM.found().get();
    }

    @Test
    void aTokenThatMayBeInitialisedIsBroughtBackAfterEachTest() throws IOException {
        ModuleUnderTest module = Modules.given(token(true));
        ModuleResult result = ConformanceRun.of(List.of(module))
                .only(new Filter(List.of("session.*", "token.init.*", "pin.set.*")))
                .run()
                .modules()
                .getFirst();
        assertThat(result.count(Verdict.CRASHES)).isZero();
        assertThat(result.count(Verdict.CONFORMS)).isGreaterThan(40);
        assertThat(result.byTest()).extractingByKey("pin.set.so").returns(Verdict.NOT_SUPPORTED, TestResult::verdict);
        assertThat(result.title()).isEqualTo("libsofthsm2 2.6");
    }

    @Test
    void aTokenThatMustNotBeInitialisedKeepsWhatItHolds() throws IOException {
        try (ModuleUnderTest module = Modules.given(token(true));
                Stage stage = module.stage();
                Application application = Application.initialise(stage.cryptoki());
                Session session = application
                        .token(stage.token().label())
                        .openReadWrite()
                        .login(Cku.USER, stage.token().userPin().text())) {
            session.create(Attribute.of(Cka.CLASS, Cko.DATA), Attribute.of(Cka.TOKEN, true));
        }
        try (ModuleUnderTest module = Modules.given(token(false))) {
            assertThatThrownBy(module::stage).hasMessageContaining("holds 1 objects");
        }
    }

    private GivenToken token(boolean mayBeInitialised) throws IOException {
        Path configuration = folder.resolve("softhsm2.conf");
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(configuration, "directories.tokendir = " + tokens + "\n");
        return new GivenToken(
                library,
                OptionalLong.empty(),
                mayBeInitialised ? Optional.empty() : Optional.of(Preparation.USUAL.label()),
                "user-pin",
                Optional.of("so-pin-1"),
                mayBeInitialised,
                Options.defaults().environment(Map.of("SOFTHSM2_CONF", configuration.toString())));
    }
}
