package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.ByteKeyCurve;
import dev.tokki.emulator.crypto.Curve;
import dev.tokki.emulator.crypto.ExplicitCurves;
import dev.tokki.emulator.rule.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1PrintableString;

/// Reads `CKA_EC_PARAMS`: the choice `Parameters` of section 6.3.3. Curves of RFC 8032 and RFC 7748 are named, by
/// oId or curveName (section 6.3.10); short Weierstrass curves may be told by ecParameters too.
public final class EcParams {
    private EcParams() {}

    /// {@return the curve of a key of type `CKK_EC`}
    public static Curve weierstrass(AttributeMap key) {
        return read(key, Curve::ofOid, Curve::ofName, EcParams::explicit, "6.3.3");
    }

    /// {@return the curve of a key of type `CKK_EC_EDWARDS` or `CKK_EC_MONTGOMERY`}
    public static <C extends ByteKeyCurve> C byteKey(AttributeMap key, C[] curves, String section) {
        return read(
                key,
                oid -> Arrays.stream(curves)
                        .filter(curve -> curve.oid().equals(oid))
                        .findFirst(),
                name -> Arrays.stream(curves)
                        .filter(curve -> curve.curveName().equalsIgnoreCase(name))
                        .findFirst(),
                numbers -> {
                    throw invalid(
                            "A curve of this key type is told by oId or curveName; this is another choice.",
                            "Name the curve by its object identifier.",
                            section);
                },
                section);
    }

    private static <C> C read(
            AttributeMap key,
            Function<String, Optional<C>> byOid,
            Function<String, Optional<C>> byName,
            Function<ASN1Primitive, C> byNumbers,
            String section) {
        return switch (parse(key.bytes(Cka.EC_PARAMS), section)) {
            case ASN1ObjectIdentifier oid ->
                byOid.apply(oid.getId()).orElseThrow(() -> unknown(oid.getId(), key, section));
            case ASN1PrintableString name ->
                byName.apply(name.getString()).orElseThrow(() -> unknown(name.getString(), key, section));
            case ASN1Primitive numbers -> byNumbers.apply(numbers);
        };
    }

    private static Curve explicit(ASN1Primitive numbers) {
        ExplicitCurves.Found found = ExplicitCurves.of(numbers);
        return found.curve()
                .orElseThrow(() -> invalid(found.flaw(), "Name the curve by its object identifier.", "6.3.3"));
    }

    private static ASN1Primitive parse(byte[] der, String section) {
        try {
            if (der.length > 0) {
                return ASN1Primitive.fromByteArray(der);
            }
        } catch (IOException | RuntimeException e) {
            // The same as no bytes at all.
        }
        throw invalid("It is no DER.", "Pass the DER of the curve's object identifier.", section);
    }

    private static Refusal unknown(String curve, AttributeMap key, String section) {
        return Refusal.of(
                Ckr.CURVE_NOT_SUPPORTED,
                "CKA_EC_PARAMS",
                "There is no curve " + curve + " here for keys of type " + Names.CKK.of(key.ulong(Cka.KEY_TYPE, -1))
                        + ".",
                section,
                "Choose a curve that the key type and the token have.");
    }

    private static Refusal invalid(String rule, String remedy, String section) {
        return Refusal.of(Ckr.DOMAIN_PARAMS_INVALID, "CKA_EC_PARAMS", rule, section, remedy);
    }
}
