package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.fluent.Pair;
import java.util.ArrayList;
import java.util.List;

/// How a pair is made.
record Generation(
        long mechanism,
        List<Attribute> publicTemplate,
        List<Attribute> privateTemplate,
        List<Long> publicUses,
        List<Long> privateUses) {
    Generation(long mechanism, List<Attribute> publicTemplate, List<Long> publicUses, List<Long> privateUses) {
        this(mechanism, publicTemplate, List.of(), publicUses, privateUses);
    }

    Pair pair(Workshop workshop) {
        return workshop.session()
                .generateKeyPair(
                        Mechanism.of(mechanism), all(publicTemplate, publicUses), all(privateTemplate, privateUses));
    }

    private static List<Attribute> all(List<Attribute> template, List<Long> uses) {
        List<Attribute> all = new ArrayList<>(template);
        uses.forEach(use -> all.add(Attribute.of(use, true)));
        return all;
    }
}
