package dev.tokki.api.text;

import dev.tokki.api.constant.Names;
import java.util.Map;

/// What a number in a structure is a name of, where its component's name tells.
///
/// @param names the names it is among
/// @param pattern which of them are meant: some prefixes use one value for several things
record Meant(Names names, String pattern) {
    private static final Map<String, Meant> BY_COMPONENT = Map.of(
            "state", new Meant(Names.CKS, "CKS_R.*"),
            "hashAlg", new Meant(Names.CKM, ".*"),
            "mgf", new Meant(Names.CKG, "CKG_MGF1_.*"),
            "kdf", new Meant(Names.CKD, ".*"),
            "source", new Meant(Names.CKZ, ".*"));

    /// {@return whether a component of this name holds a name}
    static boolean knows(String component) {
        return BY_COMPONENT.containsKey(component);
    }

    /// {@return the name that a component holds, or the number in hexadecimal}
    static String text(String component, long number) {
        Meant meant = BY_COMPONENT.get(component);
        if (meant == null) {
            throw new IllegalArgumentException(component + " holds no name");
        }
        return meant.names.all(number).stream()
                .filter(name -> name.matches(meant.pattern))
                .findFirst()
                .orElse("0x%08X".formatted(number));
    }
}
