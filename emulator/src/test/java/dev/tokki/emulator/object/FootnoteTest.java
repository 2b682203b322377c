package dev.tokki.emulator.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// For each type of object, each attribute and each footnote, in each way of coming to be: the rule holds.
class FootnoteTest {
    @TestFactory
    Stream<DynamicNode> everyFootnoteOfEveryAttributeHolds() {
        return Samples.distinctStorageTypes()
                .map(type -> dynamicContainer(
                        type.toString(),
                        type.rules().stream().flatMap(rule -> new FootnoteRules(type, rule).tests().stream())));
    }

    /// A copy has tests of its own for each attribute; all other ways are gone through.
    @Test
    void everyWayOfComingToBeIsGoneThrough() {
        assertThat(Samples.distinctStorageTypes()
                        .flatMap(type ->
                                new FootnoteRules(type, type.rules().iterator().next()).origins().stream()))
                .containsAll(EnumSet.complementOf(EnumSet.of(Origin.COPY)));
    }
}
