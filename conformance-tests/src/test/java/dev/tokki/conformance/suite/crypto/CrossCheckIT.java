package dev.tokki.conformance.suite.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tokki.api.CryptokiException;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Modules;
import dev.tokki.conformance.suite.crypto.Crossings.Case;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// The engine and native modules agree, on every mechanism that both have: what one encrypts, signs or wraps the other
/// undoes, under the same key.
class CrossCheckIT {
    @TestFactory
    Stream<DynamicTest> softHsm() {
        return crossed(Modules.softHsm());
    }

    @TestFactory
    Stream<DynamicTest> nss() {
        return crossed(Modules.nss());
    }

    private static Stream<DynamicTest> crossed(ModuleUnderTest guest) {
        assumeTrue(guest.absence().isEmpty(), () -> guest.title() + " is skipped: " + guest.absence());
        Meeting meeting = new Meeting(guest);
        SortedSet<String> common = meeting.common();
        List<Case> cases = Crossings.table().stream()
                .filter(each -> common.contains(each.mechanism()))
                .toList();
        SortedSet<String> uncovered = new TreeSet<>(common);
        cases.forEach(each -> uncovered.remove(each.mechanism()));
        DynamicTest nothingIsForgotten = dynamicTest("every other common mechanism is a named exception", () -> {
            assumeTrue(meeting.isKnown(), guest.title() + " is of a version that was not looked at");
            assertThat(uncovered).isSubsetOf(Uncrossed.exceptions());
        });
        Agreed agreed = new Agreed(guest.name());
        DynamicTest isTold = dynamicTest("what agrees is what docs/proofs.md tells", () -> {
            assumeTrue(meeting.isKnown(), guest.title() + " is of a version that was not looked at");
            agreed.check();
        });
        Stream<DynamicTest> comparisons = cases.stream()
                .map(each -> dynamicTest(each.toString(), () -> {
                    compare(meeting, guest.name(), each);
                    agreed.add(each);
                }));
        return Stream.of(Stream.of(nothingIsForgotten), comparisons, Stream.of(isTold))
                .flatMap(each -> each)
                .onClose(meeting::close);
    }

    /// What is known to differ is tried all the same: a later version may agree.
    private static void compare(Meeting meeting, String guest, Case line) {
        Optional<String> reason = Uncrossed.difference(guest, line);
        try {
            meeting.hold(line.crossing());
        } catch (CryptokiException | AssertionError e) {
            if (reason.isEmpty() && !meeting.isKnown()) {
                throw new TestAbortedException(guest + " is of a version that was not looked at, and differs", e);
            }
            throw reason.<RuntimeException>map(why -> new TestAbortedException(guest + " differs: " + why, e))
                    .orElseThrow(() -> new AssertionFailedError(line + ": " + e.getMessage(), e));
        }
    }
}
