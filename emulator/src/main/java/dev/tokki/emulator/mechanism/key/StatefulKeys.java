package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.StatefulSignature;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import java.util.Optional;

/// Keys of HSS, XMSS and XMSS^MT, sections 6.54.2 to 6.55.5.
public final class StatefulKeys {
    private StatefulKeys() {}

    /// {@return whether each signature uses keys of a type up}
    public static boolean isStateful(long keyType) {
        return keyType == Ckk.HSS || keyType == Ckk.XMSS || keyType == Ckk.XMSSMT;
    }

    /// {@return the scheme of a key or a template, if it is known; of a public key of HSS nothing}
    public static Optional<StatefulSignature> scheme(long keyType, AttributeMap key) {
        if (keyType == Ckk.HSS) {
            return StatefulSignature.Hss.of(list(key, Cka.HSS_LMS_TYPES), list(key, Cka.HSS_LMOTS_TYPES))
                    .filter(hss -> hss.trees().size() == key.ulong(Cka.HSS_LEVELS, 0))
                    .map(hss -> hss);
        }
        long set = key.ulong(Cka.PARAMETER_SET, -1);
        return keyType == Ckk.XMSS ? StatefulSignature.xmss(set) : StatefulSignature.xmssMt(set);
    }

    /// {@return what the public key of a private key has besides class and type}
    static List<Attribute> publicHalf(AttributeMap key) {
        StatefulSignature scheme = scheme(key.ulong(Cka.KEY_TYPE, -1), key).orElseThrow(StatefulKeys::unknown);
        Attribute value = Attribute.of(
                Cka.VALUE,
                scheme.publicKey(key.bytes(Cka.VALUE))
                        .orElseThrow(StatefulKeys::unknown)
                        .array());
        return scheme instanceof StatefulSignature.Hss hss
                ? List.of(
                        value,
                        Attribute.of(Cka.HSS_LEVELS, (long) hss.trees().size()),
                        Attribute.of(Cka.HSS_LMS_TYPE, hss.trees().get(0)),
                        Attribute.of(Cka.HSS_LMOTS_TYPE, hss.oneTime().get(0)))
                : List.of(value, Attribute.of(Cka.PARAMETER_SET, key.ulong(Cka.PARAMETER_SET, -1)));
    }

    private static Refusal unknown() {
        return Refusal.of(
                Ckr.PARAMETER_SET_NOT_SUPPORTED,
                "hBaseKey",
                "Its parameter set is not served, or its value is in a form of another token.",
                "6.29.8",
                "Use a key that was generated here.");
    }

    private static List<Long> list(AttributeMap key, long type) {
        return key.find(type)
                .filter(Value.ULongArray.class::isInstance)
                .map(value -> ((Value.ULongArray) value).values())
                .orElse(List.of());
    }
}
