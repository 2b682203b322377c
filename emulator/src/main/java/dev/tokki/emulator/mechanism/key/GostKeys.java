package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.GostCurve;
import dev.tokki.emulator.crypto.GostSet;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keys of GOST R 34.10-2001 and GOST 28147-89, sections 6.44.2, 6.46.2 and 6.46.3. The parameter sets are those that
/// were published; domain parameters of one's own can be kept as objects, and are not served.
public final class GostKeys {
    private GostKeys() {}

    /// {@return the curve of a key or a template}
    ///
    /// @param refusedAs the return value if it is none that is served
    public static GostCurve curve(AttributeMap key, long refusedAs) {
        return GostCurve.of(key.bytes(Cka.GOSTR3410_PARAMS))
                .orElseThrow(() -> notServed("CKA_GOSTR3410_PARAMS", "6.46.2", refusedAs));
    }

    /// {@return the parameter set of GOST 28147-89 of a key}
    public static GostSet set(AttributeMap key) {
        return GostSet.of(key.bytes(Cka.GOST28147_PARAMS))
                .orElseThrow(() -> notServed("CKA_GOST28147_PARAMS", "6.44.2", Ckr.KEY_TYPE_INCONSISTENT));
    }

    private static Refusal notServed(String attribute, String section, long refusedAs) {
        return Refusal.of(
                refusedAs,
                attribute,
                "It is the object identifier of no parameter set that is served.",
                section,
                "Use that of a CryptoPro set (1.2.643.2.2.31.1, 1.2.643.2.2.35.1), in DER.");
    }

    /// Refuses a key on a known curve whose value cannot be one.
    static void check(AttributeMap key) {
        Optional<GostCurve> curve = GostCurve.of(key.bytes(Cka.GOSTR3410_PARAMS));
        boolean isPublic = key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY;
        byte[] value = key.bytes(Cka.VALUE);
        boolean isKey = curve.map(known -> isPublic ? known.isPublicKey(value) : known.isPrivateKey(value))
                .orElse(true);
        if (!isKey) {
            throw Refusal.of(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    "CKA_VALUE",
                    isPublic
                            ? "The two coordinates are not those of a point of the curve."
                            : "The number must be at least 1 and below the order of the curve.",
                    isPublic ? "6.46.2" : "6.46.3",
                    "Pass the numbers with their least significant byte first.");
        }
    }

    /// {@return what the public key of a private key has besides class and type}
    static List<Attribute> publicHalf(AttributeMap key) {
        List<Attribute> half = new ArrayList<>();
        for (long parameters : new long[] {Cka.GOSTR3410_PARAMS, Cka.GOSTR3411_PARAMS, Cka.GOST28147_PARAMS}) {
            key.find(parameters).ifPresent(value -> half.add(new Attribute(parameters, value)));
        }
        GostCurve curve = curve(key, Ckr.KEY_TYPE_INCONSISTENT);
        half.add(Attribute.of(Cka.VALUE, curve.publicKey(key.bytes(Cka.VALUE))));
        return List.copyOf(half);
    }
}
