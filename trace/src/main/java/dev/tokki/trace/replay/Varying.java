package dev.tokki.trace.replay;

import dev.tokki.api.AttributeKind;
import dev.tokki.api.constant.Cka;
import java.util.Set;

/// What differs between two modules that are both right: who made them, what they make up, and how much room they say
/// they have. What the profiles let vary ("Variable items", section 3.1.1) is among it, but for handles and slots,
/// which
/// a replay translates.
public final class Varying {
    private static final Set<String> MEMBERS = Set.of(
            "manufacturer",
            "description",
            "libraryVersion",
            "hardwareVersion",
            "firmwareVersion",
            "label",
            "model",
            "serialNumber",
            "utcTime",
            "slot",
            "deviceError",
            // Counts of sessions and of memory, which a token need not tell.
            "sessionCount",
            "rwSessionCount",
            "maxSessionCount",
            "maxRwSessionCount",
            "totalPublicMemory",
            "freePublicMemory",
            "totalPrivateMemory",
            "freePrivateMemory");

    /// Key material is big integers, and these.
    private static final Set<Long> MADE_UP =
            Set.of(Cka.VALUE, Cka.EC_POINT, Cka.PUBLIC_KEY_INFO, Cka.CHECK_VALUE, Cka.UNIQUE_ID);

    private Varying() {}

    /// {@return whether a member of a structure may differ}
    ///
    /// @param component the component of the record that stands for the member
    static boolean member(String component) {
        return MEMBERS.contains(component);
    }

    /// {@return whether the value of an attribute may differ, and its length with it}
    public static boolean attribute(long type) {
        return AttributeKind.of(type) == AttributeKind.BIG_INTEGER || MADE_UP.contains(type);
    }
}
