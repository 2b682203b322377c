package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;

/// What the text says of several attributes of a key together.
final class KeyRules {
    private KeyRules() {}

    /// CKA_ALWAYS_AUTHENTICATE only with CKA_PRIVATE, section 4.11.
    static List<Attribute> alwaysAuthenticate(AttributeMap key) {
        if (key.bool(Cka.ALWAYS_AUTHENTICATE, false) && !key.bool(Cka.PRIVATE, false)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCONSISTENT,
                    "CKA_ALWAYS_AUTHENTICATE",
                    "CKA_ALWAYS_AUTHENTICATE may only be CK_TRUE when CKA_PRIVATE is, which is CK_FALSE.",
                    "4.11",
                    "Set CKA_PRIVATE to CK_TRUE, or CKA_ALWAYS_AUTHENTICATE to CK_FALSE.");
        }
        return List.of();
    }

    /// The lists of types have an entry for each level, section 6.54.3.
    static List<Attribute> hssLevels(AttributeMap key) {
        for (long list : new long[] {Cka.HSS_LMS_TYPES, Cka.HSS_LMOTS_TYPES}) {
            long levels = key.ulong(Cka.HSS_LEVELS, 0);
            if (key.find(list).orElse(null) instanceof Value.ULongArray types
                    && types.values().size() != levels) {
                throw Refusal.of(
                        Ckr.TEMPLATE_INCONSISTENT,
                        Names.CKA.of(list),
                        "The number of entries must be CKA_HSS_LEVELS, which is %s; there are %d."
                                .formatted(
                                        Long.toUnsignedString(levels),
                                        types.values().size()),
                        "6.54.3",
                        "Give one entry for each level.");
            }
        }
        return List.of();
    }
}
