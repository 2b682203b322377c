package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.EcParameter.Ecdh1Derive;
import dev.tokki.api.parameter.EcParameter.EdDsa;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.key.EcKeys;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurveRefusalsTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final Mechanism ECDSA = Mechanism.of(Ckm.ECDSA);
    private static final Mechanism EDDSA = Mechanism.of(Ckm.EDDSA);
    private static final Pairs P256 = Pairs.ec(TABLE, "secp256r1");
    private static final Pairs ED25519 = Pairs.curve(TABLE, Ckm.EC_EDWARDS_KEY_PAIR_GEN, Pairs.oid("1.3.101.112"));
    private static final Pairs X25519 = Pairs.curve(TABLE, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.oid("1.3.101.110"));
    private static final AttributeMap GENERIC = Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET));

    /// The parameters that section 6.3.3 forbids, explicit ones, DER of other kinds, and no DER.
    @ParameterizedTest
    @ValueSource(strings = {"0500", "", "30", "3003020101", "0c095032353672206f6b21", "13ff", "06032b6570ff"})
    void parametersThatNameNoCurveAreInvalid(String hex) {
        Refused.with(
                Ckr.DOMAIN_PARAMS_INVALID,
                () -> Pairs.curve(TABLE, Ckm.EC_KEY_PAIR_GEN, Bytes.hex(hex).array()));
    }

    @Test
    void unknownCurvesAreNotSupported() {
        for (byte[] params :
                new byte[][] {Pairs.oid("1.2.3.4"), Pairs.named("no such curve"), Pairs.named("curve25519")}) {
            Refused.with(Ckr.CURVE_NOT_SUPPORTED, () -> Pairs.curve(TABLE, Ckm.EC_KEY_PAIR_GEN, params));
        }
        Refused.with(
                Ckr.CURVE_NOT_SUPPORTED,
                () -> Pairs.curve(TABLE, Ckm.EC_EDWARDS_KEY_PAIR_GEN, Pairs.oid("1.3.101.110")));
        Refused.with(
                Ckr.CURVE_NOT_SUPPORTED,
                () -> Pairs.curve(TABLE, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.oid("1.3.101.112")));
        Refused.with(
                Ckr.TEMPLATE_INCOMPLETE,
                () -> TABLE.generateKeyPair(Mechanism.of(Ckm.EC_KEY_PAIR_GEN), Pairs.template(), Pairs.template()));
    }

    @Test
    void ecdsaSignaturesMayBeShorterThanTwiceTheOrder() {
        // Section 6.3.1: r and s are equally long, and as long as the longer of them.
        BigInteger order = Curves.order("secp521r1");
        Pairs pair = Pairs.ec(TABLE, "secp521r1");
        for (int tries = 0; tries < 200; tries++) {
            byte[] signature = TABLE.sign(ECDSA, pair.privateKey()).finish(new byte[32]);
            assertThat(signature).hasSize(2 * 66);
            if (signature[0] == 0 && signature[66] == 0) {
                byte[] shorter = new byte[2 * 65];
                System.arraycopy(signature, 1, shorter, 0, 65);
                System.arraycopy(signature, 67, shorter, 65, 65);
                TABLE.verify(ECDSA, pair.publicKey()).finish(new byte[32], shorter);
                assertThat(order.bitLength()).isEqualTo(521);
                return;
            }
        }
        throw new AssertionError("no signature of 200 had both r and s short");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 66, 72})
    void ecdsaSignaturesHaveAnEvenLengthUpToTwiceTheOrder(int length) {
        Refused.with(
                Ckr.SIGNATURE_LEN_RANGE,
                () -> TABLE.verify(ECDSA, P256.publicKey()).finish(new byte[32], new byte[length]));
    }

    @ParameterizedTest
    @MethodSource
    void numbersOutOfRangeAreNoSignature(byte[] signature) {
        Refused.with(
                Ckr.SIGNATURE_INVALID,
                () -> TABLE.verify(ECDSA, P256.publicKey()).finish(new byte[32], signature));
    }

    static Stream<byte[]> numbersOutOfRangeAreNoSignature() {
        byte[] order = Curves.order("secp256r1").toByteArray();
        byte[] n = Arrays.copyOfRange(order, order.length - 32, order.length);
        byte[] one = new byte[32];
        one[31] = 1;
        byte[] zero = new byte[32];
        return Stream.of(
                both(zero, one),
                both(one, zero),
                both(n, one),
                both(one, n),
                both(one, one),
                new byte[64],
                new byte[2],
                filled(64));
    }

    /// r and the order less s is a signature too; ECDSA cannot tell them apart, and the section does not forbid it.
    @Test
    void theOtherSOfASignatureVerifies() {
        byte[] signature = TABLE.sign(ECDSA, P256.privateKey()).finish(new byte[32]);
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        byte[] other = Curves.order("secp256r1").subtract(s).toByteArray();
        byte[] malleable = Arrays.copyOf(signature, 64);
        Arrays.fill(malleable, 32, 64, (byte) 0);
        int length = Math.min(32, other.length);
        System.arraycopy(other, other.length - length, malleable, 64 - length, length);
        TABLE.verify(ECDSA, P256.publicKey()).finish(new byte[32], malleable);
    }

    @Test
    void hashesLongerThanTheOrderAreCutToItsLeftmostBits() {
        byte[] hash = filled(64);
        byte[] signature = TABLE.sign(ECDSA, P256.privateKey()).finish(hash);
        TABLE.verify(ECDSA, P256.publicKey()).finish(Arrays.copyOf(hash, 32), signature);
    }

    @ParameterizedTest
    @MethodSource
    void pointsThatAreNoneAreRefused(byte[] point) {
        TestKey key = TestKey.publicKey(
                Ckk.EC,
                Attribute.of(Cka.EC_PARAMS, Pairs.named("secp256r1")),
                Attribute.of(Cka.EC_POINT, EcKeys.inOctetString(point)));
        Refused.with(Ckr.PUBLIC_KEY_INVALID, () -> TABLE.verify(ECDSA, key));
        Refused.with(Ckr.PUBLIC_KEY_INVALID, () -> TABLE.checkKey(key.attributes()));
        Refused.with(
                point.length == 0 ? Ckr.MECHANISM_PARAM_INVALID : Ckr.PUBLIC_KEY_INVALID,
                () -> derive(P256, point, Ckd.NULL, Bytes.NULL, GENERIC));
    }

    static Stream<byte[]> pointsThatAreNoneAreRefused() {
        byte[] right = ASN1OctetString.getInstance(P256.publicKey().attributes().bytes(Cka.EC_POINT))
                .getOctets();
        byte[] offCurve = right.clone();
        offCurve[64] ^= 1;
        byte[] wrongForm = right.clone();
        wrongForm[0] = 5;
        byte[] tooLarge = right.clone();
        Arrays.fill(tooLarge, 1, 33, (byte) 0xFF);
        return Stream.of(offCurve, wrongForm, tooLarge, new byte[] {0}, Arrays.copyOf(right, 64), new byte[0]);
    }

    @Test
    void pointsMayBeCompressed() {
        byte[] point = ASN1OctetString.getInstance(P256.publicKey().attributes().bytes(Cka.EC_POINT))
                .getOctets();
        byte[] compressed = Arrays.copyOf(point, 33);
        compressed[0] = (byte) (2 + (point[64] & 1));
        TestKey key = TestKey.publicKey(
                Ckk.EC,
                Attribute.of(Cka.EC_PARAMS, Pairs.named("secp256r1")),
                Attribute.of(Cka.EC_POINT, EcKeys.inOctetString(compressed)));
        TABLE.verify(ECDSA, key)
                .finish(new byte[32], TABLE.sign(ECDSA, P256.privateKey()).finish(new byte[32]));
    }

    @Test
    void privateValuesAreBetweenOneAndTheOrder() {
        for (BigInteger value : new BigInteger[] {BigInteger.ZERO, Curves.order("secp256r1")}) {
            TestKey key = TestKey.privateKey(
                    Ckk.EC, Attribute.of(Cka.EC_PARAMS, Pairs.named("secp256r1")), Attribute.of(Cka.VALUE, value));
            Refused.with(Ckr.ATTRIBUTE_VALUE_INVALID, () -> TABLE.checkKey(key.attributes()));
        }
    }

    /// Encodings that RFC 8032 excludes: small order, not on the curve, a coordinate not below the prime.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "0200000000000000000000000000000000000000000000000000000000000000",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void edwardsPointsOfSmallOrderAndOffTheCurveAreRefused(String hex) {
        TestKey key = TestKey.publicKey(
                Ckk.EC_EDWARDS,
                Attribute.of(Cka.EC_PARAMS, Pairs.named("edwards25519")),
                Attribute.of(Cka.EC_POINT, Bytes.hex(hex).array()));
        Refused.with(Ckr.PUBLIC_KEY_INVALID, () -> TABLE.verify(EDDSA, key));
        Refused.with(Ckr.PUBLIC_KEY_INVALID, () -> TABLE.checkKey(key.attributes()));
    }

    @Test
    void edwardsKeysInDerOctetStringsAreTakenToo() {
        byte[] point = ED25519.publicKey().attributes().bytes(Cka.EC_POINT);
        assertThat(point).hasSize(32);
        TestKey old = TestKey.publicKey(
                Ckk.EC_EDWARDS,
                Attribute.of(Cka.EC_PARAMS, Pairs.named("edwards25519")),
                Attribute.of(Cka.EC_POINT, EcKeys.inOctetString(point)));
        TABLE.verify(EDDSA, old)
                .finish(new byte[3], TABLE.sign(EDDSA, ED25519.privateKey()).finish(new byte[3]));
    }

    @Test
    void eddsaSignaturesHaveOneLengthAndOneS() {
        byte[] signature = TABLE.sign(EDDSA, ED25519.privateKey()).finish(new byte[3]);
        Refused.with(
                Ckr.SIGNATURE_LEN_RANGE,
                () -> TABLE.verify(EDDSA, ED25519.publicKey()).finish(new byte[3], Arrays.copyOf(signature, 63)));
        // RFC 8032, 5.1.7: S is below the order; S plus the order is refused.
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] s = new byte[32];
        for (int i = 0; i < 32; i++) {
            s[31 - i] = signature[32 + i];
        }
        byte[] sum = new BigInteger(1, s).add(order).toByteArray();
        byte[] malleable = signature.clone();
        for (int i = 0; i < 32; i++) {
            malleable[32 + i] = i < sum.length ? sum[sum.length - 1 - i] : 0;
        }
        Refused.with(
                Ckr.SIGNATURE_INVALID,
                () -> TABLE.verify(EDDSA, ED25519.publicKey()).finish(new byte[3], malleable));
    }

    @Test
    void eddsaParametersChooseTheScheme() {
        Mechanism context = Mechanism.of(Ckm.EDDSA, new EdDsa(false, Bytes.utf8("a")));
        Mechanism other = Mechanism.of(Ckm.EDDSA, new EdDsa(false, Bytes.utf8("b")));
        Mechanism prehash = Mechanism.of(Ckm.EDDSA, new EdDsa(true, Bytes.utf8("a")));
        byte[] signature = TABLE.sign(context, ED25519.privateKey()).finish(new byte[3]);
        TABLE.verify(context, ED25519.publicKey()).finish(new byte[3], signature);
        for (Mechanism wrong : new Mechanism[] {EDDSA, other, prehash}) {
            Refused.with(
                    Ckr.SIGNATURE_INVALID,
                    () -> TABLE.verify(wrong, ED25519.publicKey()).finish(new byte[3], signature));
        }
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.sign(
                        Mechanism.of(Ckm.EDDSA, new EdDsa(false, Bytes.of(new byte[256]))), ED25519.privateKey()));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.sign(Mechanism.of(Ckm.EDDSA, new EdDsa(false, Bytes.nullOf(1))), ED25519.privateKey()));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.sign(Mechanism.iv(Ckm.EDDSA, new byte[1]), ED25519.privateKey()));
    }

    /// RFC 7748, section 6.1: an all-zero secret comes of points of small order.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void montgomeryPointsOfSmallOrderAreRefused(String hex) {
        Refused.with(
                Ckr.PUBLIC_KEY_INVALID, () -> derive(X25519, Bytes.hex(hex).array(), Ckd.NULL, Bytes.NULL, GENERIC));
    }

    @Test
    void agreementChecksItsParameter() {
        byte[] other = P256.publicKey().attributes().bytes(Cka.EC_POINT);
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> derive(P256, other, 0x99, Bytes.NULL, GENERIC));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> derive(P256, other, Ckd.NULL, Bytes.utf8("shared"), GENERIC));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> derive(P256, other, Ckd.SHA256_KDF, Bytes.nullOf(4), GENERIC));
        Refused.with(Ckr.PUBLIC_KEY_INVALID, () -> derive(X25519, new byte[31], Ckd.NULL, Bytes.NULL, GENERIC));
        Refused.with(
                Ckr.KEY_TYPE_INCONSISTENT,
                () -> TABLE.derive(
                        Mechanism.of(
                                Ckm.ECDH1_COFACTOR_DERIVE,
                                new Ecdh1Derive(Ckd.NULL, Bytes.NULL, Bytes.of(new byte[32]))),
                        X25519.privateKey(),
                        GENERIC,
                        handle -> X25519.privateKey()));
    }

    @Test
    void derivedKeyIsAsItsTemplateSays() {
        byte[] other = P256.publicKey().attributes().bytes(Cka.EC_POINT);
        byte[] whole = derive(P256, other, Ckd.NULL, Bytes.NULL, GENERIC);
        assertThat(whole).hasSize(32);
        byte[] aes = derive(
                P256,
                other,
                Ckd.NULL,
                Bytes.NULL,
                Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.AES), Attribute.of(Cka.VALUE_LEN, 16)));
        // The truncation removes bytes from the leading end.
        assertThat(aes).isEqualTo(Arrays.copyOfRange(whole, 16, 32));
        assertThat(derive(P256, other, Ckd.NULL, Bytes.NULL, Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.AES))))
                .isEqualTo(whole);
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> derive(P256, other, Ckd.NULL, Bytes.NULL, Pairs.template()));
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> derive(P256, other, Ckd.SHA256_KDF, Bytes.NULL, GENERIC));
        Refused.with(
                Ckr.KEY_SIZE_RANGE,
                () -> derive(
                        P256,
                        other,
                        Ckd.NULL,
                        Bytes.NULL,
                        GENERIC.with(java.util.List.of(Attribute.of(Cka.VALUE_LEN, 33)))));
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> derive(
                        P256,
                        other,
                        Ckd.NULL,
                        Bytes.NULL,
                        Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.AES), Attribute.of(Cka.VALUE_LEN, 17))));
    }

    private static byte[] derive(Pairs own, byte[] other, long kdf, Bytes shared, AttributeMap template) {
        return AttributeMap.of(TABLE.derive(
                        Mechanism.of(Ckm.ECDH1_DERIVE, new Ecdh1Derive(kdf, shared, Bytes.of(other))),
                        own.privateKey(),
                        template,
                        handle -> own.privateKey()))
                .bytes(Cka.VALUE);
    }

    private static byte[] both(byte[] r, byte[] s) {
        byte[] both = Arrays.copyOf(r, r.length + s.length);
        System.arraycopy(s, 0, both, r.length, s.length);
        return both;
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xFF);
        return bytes;
    }
}
