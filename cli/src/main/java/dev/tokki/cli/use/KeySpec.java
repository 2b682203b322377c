package dev.tokki.cli.use;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.cli.Usage;
import dev.tokki.cli.object.Curve;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/// A kind of key as it is typed: `aes:256`, `generic:32`, `rsa:3072`, `ec:P-256`, `ed25519`, `x25519`.
sealed interface KeySpec {
    /// The forms, for help and errors.
    String FORMS = "aes:128|192|256, generic:BYTES, rsa:BITS, ec:CURVE, ed25519, ed448, x25519, x448";

    /// A secret key.
    record Secret(Mechanism mechanism, List<Attribute> template) implements KeySpec {}

    /// A key pair.
    record Pair(Mechanism mechanism, List<Attribute> publicTemplate, List<Attribute> privateTemplate)
            implements KeySpec {}

    /// {@return the kind of key}
    ///
    /// @throws Usage if it is not understood
    static KeySpec of(String text) {
        int colon = text.indexOf(':');
        String kind = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
        String size = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "aes" -> secret(Ckm.AES_KEY_GEN, Ckk.AES, number(size.isEmpty() ? "256" : size, text) / 8);
            case "generic" -> secret(Ckm.GENERIC_SECRET_KEY_GEN, Ckk.GENERIC_SECRET, number(size, text));
            case "rsa" -> rsa(number(size.isEmpty() ? "3072" : size, text));
            case "ec" -> curve(size.isEmpty() ? "P-256" : size, Curve.Family.WEIERSTRASS);
            case "ed25519", "ed448" -> curve(kind, Curve.Family.EDWARDS);
            case "x25519", "x448" -> curve(kind, Curve.Family.MONTGOMERY);
            default -> throw new Usage("\"" + text + "\" is no kind of key; these are: " + FORMS);
        };
    }

    private static KeySpec secret(long mechanism, long keyType, long bytes) {
        return new Secret(
                Mechanism.of(mechanism),
                List.of(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, keyType),
                        Attribute.of(Cka.VALUE_LEN, bytes)));
    }

    private static KeySpec rsa(long bits) {
        return pair(
                Ckm.RSA_PKCS_KEY_PAIR_GEN,
                Ckk.RSA,
                Attribute.of(Cka.MODULUS_BITS, bits),
                Attribute.of(Cka.PUBLIC_EXPONENT, BigInteger.valueOf(65537)));
    }

    private static KeySpec curve(String name, Curve.Family family) {
        Curve curve = Curve.named(name)
                .filter(found -> found.family() == family)
                .orElseThrow(() -> new Usage(
                        "there is no curve \"" + name + "\"; these are: " + Curve.names(Curve.Family.WEIERSTRASS)));
        return pair(family.generation(), family.keyType(), Attribute.of(Cka.EC_PARAMS, curve.parameters()));
    }

    private static KeySpec pair(long mechanism, long keyType, Attribute... parameters) {
        Attribute type = Attribute.of(Cka.KEY_TYPE, keyType);
        List<Attribute> publicTemplate =
                new java.util.ArrayList<>(List.of(Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY), type));
        publicTemplate.addAll(List.of(parameters));
        return new Pair(
                Mechanism.of(mechanism), publicTemplate, List.of(Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY), type));
    }

    private static long number(String size, String text) {
        try {
            return Long.parseLong(size);
        } catch (NumberFormatException e) {
            throw new Usage("\"" + text + "\" lacks a size; kinds of keys are: " + FORMS);
        }
    }
}
