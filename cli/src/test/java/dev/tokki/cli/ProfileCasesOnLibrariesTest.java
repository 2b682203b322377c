package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Reply;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.fluent.Application;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Modules;
import dev.tokki.conformance.module.Stage;
import dev.tokki.trace.xml.ProfileSetUp;
import dev.tokki.trace.xml.TestCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The four mandatory cases of the OASIS profiles, strictly, on the libraries of other people: where each
/// departs from what the case prints.
class ProfileCasesOnLibrariesTest {
    private static final Path CASES = Path.of("..", "trace", "src", "test", "resources", "oasis-profiles");

    @ParameterizedTest
    @CsvSource({
        "softhsm, BL-M-1-32",
        "softhsm, EXT-M-1-32",
        "softhsm, AUTH-M-1-32",
        "softhsm, CERT-M-1-32",
        "nss, BL-M-1-32",
        "nss, EXT-M-1-32",
        "nss, AUTH-M-1-32",
        "nss, CERT-M-1-32"
    })
    void theyRunToTheirEnd(String library, String name) throws Exception {
        ModuleUnderTest module = library.equals("nss") ? Modules.nss() : Modules.softHsm();
        assumeTrue(module.location().isPresent(), "skipped: " + library + " is not installed");
        String text = Files.readString(CASES.resolve(name + ".xml"));
        TestCase profile = TestCase.read(text);
        try (module;
                Stage stage = module.stage()) {
            Cryptoki cryptoki = new Configured(stage.cryptoki(), stage.arguments());
            String pin = stage.token().userPin().text();
            ProfileSetUp.of(text, cryptoki, slot(cryptoki, stage.token().label()), pin);
            List<TestCase.Step> steps =
                    profile.run(new OneSlot(cryptoki, stage.token().label()), Map.of("Pin", pin));
            TreeSet<String> differences = steps.stream()
                    .flatMap(step -> step.differences().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(steps).hasSize(profile.size());
            assertThat(differences)
                    .as("what " + library + " says otherwise in " + name)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each).matches(known(library)));
        }
    }

    private static long slot(Cryptoki module, String label) {
        try (Application application = Application.initialise(module)) {
            return application.token(label).slot();
        }
    }

    /// A library of which the slot with the prepared token is the first.
    private record OneSlot(Cryptoki module, String label) implements Cryptoki {
        @Override
        @SuppressWarnings("unchecked") // a list of slots for a list of slots
        public <R> Reply<R> call(Call<R> call) {
            Reply<R> reply = module.call(call);
            return reply.value() instanceof ULongs list && call instanceof GetSlotList && list.values() != null
                    ? (Reply<R>) Reply.ok(ULongs.of(preparedFirst(list)))
                    : reply;
        }

        private long[] preparedFirst(ULongs list) {
            return list.stream()
                    .boxed()
                    .sorted(Comparator.comparing(slot -> !isPrepared(slot)))
                    .mapToLong(Long::longValue)
                    .toArray();
        }

        private boolean isPrepared(long slot) {
            TokenInfo info = module.call(new GetTokenInfo(slot)).value();
            return info != null && info.label().equals(label);
        }

        @Override
        public void close() {
            module.close();
        }
    }

    /// SoftHSM: its version, the counts it does not tell, and who may list its mechanisms. NSS: its own token
    /// altogether.
    private static String known(String library) {
        return library.equals("nss")
                ? "(C_GetInfo Info|C_GetSlotInfo SlotInfo|C_GetTokenInfo TokenInfo|C_GetMechanismInfo|C_GetMechanismList MechanismList lacks SHA512|C_FindObjects|C_GetAttributeValue).*"
                : "C_GetInfo Info CryptokiVersion has m\\w+=\"(2|40)\".*"
                        + "|C_GetTokenInfo TokenInfo \\w*(SessionCount|Memory) has value=\"UnavailableInformation\".*";
    }

    /// A library that wants a configuration when it is initialised.
    private record Configured(Cryptoki module, @Nullable InitializeArgs arguments) implements Cryptoki {
        @Override
        @SuppressWarnings("unchecked") // an initialisation for an initialisation
        public <R> Reply<R> call(Call<R> call) {
            return call instanceof Initialize ? (Reply<R>) module.call(new Initialize(arguments)) : module.call(call);
        }

        @Override
        public void close() {
            module.close();
        }
    }
}
