package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.ByteKeyCurve;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The public key that belongs to a private key.
public final class PublicHalf {
    private static final long[] DOMAIN = {Cka.PRIME, Cka.SUBPRIME, Cka.BASE};

    private PublicHalf() {}

    /// {@return the types of private keys that hold their public key}
    public static Long[] types() {
        return new Long[] {
            Ckk.RSA,
            Ckk.EC,
            Ckk.EC_EDWARDS,
            Ckk.EC_MONTGOMERY,
            Ckk.DSA,
            Ckk.DH,
            Ckk.X9_42_DH,
            Ckk.ML_KEM,
            Ckk.ML_DSA,
            Ckk.SLH_DSA,
            Ckk.HSS,
            Ckk.XMSS,
            Ckk.XMSSMT,
            Ckk.GOSTR3410
        };
    }

    /// {@return class, type and numbers of the public key of a private key}
    public static List<Attribute> of(AttributeMap key) {
        long type = key.ulong(Cka.KEY_TYPE, -1);
        List<Attribute> half =
                new ArrayList<>(List.of(Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY), Attribute.of(Cka.KEY_TYPE, type)));
        if (type == Ckk.RSA) {
            half.add(Attribute.of(Cka.MODULUS, number(key, Cka.MODULUS)));
            half.add(Attribute.of(
                    Cka.MODULUS_BITS, (long) number(key, Cka.MODULUS).bitLength()));
            half.add(Attribute.of(Cka.PUBLIC_EXPONENT, number(key, Cka.PUBLIC_EXPONENT)));
        } else if (KeyCheck.isEc(type)) {
            half.add(Attribute.of(Cka.EC_PARAMS, key.bytes(Cka.EC_PARAMS)));
            half.add(Attribute.of(Cka.EC_POINT, point(key, type)));
        } else if (type == Ckk.ML_KEM || PqKeys.isPq(type)) {
            half.add(Attribute.of(Cka.PARAMETER_SET, key.ulong(Cka.PARAMETER_SET, -1)));
            half.add(Attribute.of(Cka.VALUE, type == Ckk.ML_KEM ? MlKemKeys.publicKey(key) : PqKeys.publicKey(key)));
        } else if (StatefulKeys.isStateful(type)) {
            half.addAll(StatefulKeys.publicHalf(key));
        } else if (type == Ckk.GOSTR3410) {
            half.addAll(GostKeys.publicHalf(key));
        } else {
            for (long attribute : DOMAIN) {
                if (key.has(attribute)) {
                    half.add(Attribute.of(attribute, number(key, attribute)));
                }
            }
            half.add(Attribute.of(Cka.VALUE, power(key)));
        }
        return List.copyOf(half);
    }

    /// {@return the public value of a private key in a group of integers}
    static BigInteger power(AttributeMap key) {
        return number(key, Cka.BASE).modPow(number(key, Cka.VALUE), number(key, Cka.PRIME));
    }

    private static byte[] point(AttributeMap key, long type) {
        if (type == Ckk.EC) {
            return EcKeys.inOctetString(EcKeys.privateKey(key).publicKey().octets());
        }
        ByteKeyCurve curve = type == Ckk.EC_EDWARDS ? EcKeys.edwards(key) : EcKeys.montgomery(key);
        return curve.publicKey(EcKeys.privateBytes(curve, key));
    }

    private static BigInteger number(AttributeMap key, long attribute) {
        return new BigInteger(1, key.bytes(attribute));
    }
}
