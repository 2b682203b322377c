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
import dev.tokki.api.parameter.EcParameter.EcmqvDerive;
import dev.tokki.api.parameter.EcParameter.XEdDsa;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.key.EcKeys;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// ECMQV (section 6.3.19) and XEdDSA (section 6.3.15).
class FurtherCurvesTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final AttributeMap GENERIC = Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET));
    private static final Pairs X25519 = Pairs.curve(TABLE, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.oid("1.3.101.110"));
    private static final Pairs X448 = Pairs.curve(TABLE, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.oid("1.3.101.111"));
    private static final Mechanism XEDDSA = Mechanism.of(Ckm.XEDDSA, new XEdDsa(Ckm.SHA512));
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    /// GEC 2 (1999), 4.1.1, as in Bouncy Castle's ECTest.
    @Test
    void mqvHasTheAnswerOfItsStandard() {
        Pairs one = mqvPair("aa374ffc3ce144e6b073307972cb6d57b2a4e982", "0251b4496fecc406ed0e75a24a3c03206251419dc0");
        Pairs oneEphemeral =
                mqvPair("149ec7ea3a220a887619b3f9e5b4ca51c7d1779c", "03d99ce4d8bf52fa20bd21a962c6556b0f71f4ca1f");
        Pairs other = mqvPair("45fb58a92a17ad4b15101c66e74f277e2b460866", "0349b41e0e9c0369c2328739d90f63d56707c6e5bc");
        Pairs otherEphemeral =
                mqvPair("18c13fced9eadf884f7c595c8cb565defd0cb41e", "02706e5d6e1f640c6e9c804e75dbc14521b1e5f3b5");
        byte[] answer = Bytes.hex("5a6955cefdb4e43255fb7fcf718611e4df8e05ac").array();
        assertThat(mqv(one, oneEphemeral, other, otherEphemeral)).isEqualTo(answer);
        assertThat(mqv(other, otherEphemeral, one, oneEphemeral)).isEqualTo(answer);
        Refused.with(Ckr.PUBLIC_KEY_INVALID, () -> derive(one, oneEphemeral, oneEphemeral, Bytes.of(new byte[21])));
        // The ephemeral public key of somebody else.
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID, () -> derive(one, oneEphemeral, otherEphemeral, point(otherEphemeral)));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> derive(Pairs.ec(TABLE, "secp256r1"), oneEphemeral, oneEphemeral, point(otherEphemeral)));
    }

    static Stream<Pairs> montgomery() {
        return Stream.of(X25519, X448);
    }

    @ParameterizedTest
    @MethodSource("montgomery")
    void xeddsaSignsWithAnyOfItsHashes(Pairs pair) {
        for (long hash :
                new long[] {Ckm.SHA256, Ckm.SHA512, Ckm.SHA3_256, Ckm.SHA3_512, Ckm.BLAKE2B_256, Ckm.BLAKE2B_512}) {
            Mechanism mechanism = Mechanism.of(Ckm.XEDDSA, new XEdDsa(hash));
            byte[] signature = TABLE.sign(mechanism, pair.privateKey()).finish(new byte[5]);
            TABLE.verify(mechanism, pair.publicKey()).finish(new byte[5], signature);
            Refused.with(
                    Ckr.SIGNATURE_INVALID,
                    () -> TABLE.verify(mechanism, pair.publicKey()).finish(new byte[6], signature));
            Refused.with(
                    Ckr.SIGNATURE_LEN_RANGE,
                    () -> TABLE.verify(mechanism, pair.publicKey()).finish(new byte[5], Arrays.copyOf(signature, 63)));
        }
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.sign(Mechanism.of(Ckm.XEDDSA, new XEdDsa(Ckm.SHA_1)), pair.privateKey()));
    }

    /// With SHA-512 a signature is one of Ed25519, by the Edwards form of the same key: what Bouncy Castle verifies.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void signaturesOf25519AreThoseOfEd25519(int round) {
        Pairs pair = Pairs.curve(TABLE, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.oid("1.3.101.110"));
        byte[] data = new byte[round];
        byte[] signature = TABLE.sign(XEDDSA, pair.privateKey()).finish(data);
        BigInteger prime = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
        BigInteger u = little(pair.publicKey().attributes().bytes(Cka.EC_POINT));
        BigInteger y = u.subtract(BigInteger.ONE)
                .multiply(u.add(BigInteger.ONE).modInverse(prime))
                .mod(prime);
        TestKey edwards = TestKey.publicKey(
                Ckk.EC_EDWARDS,
                Attribute.of(Cka.EC_PARAMS, Pairs.named("edwards25519")),
                Attribute.of(Cka.EC_POINT, bytes(y)));
        TABLE.verify(Mechanism.of(Ckm.EDDSA), edwards).finish(data, signature);
    }

    @Test
    void xeddsaRefusesWhatIsNoSignature() {
        byte[] signature = TABLE.sign(XEDDSA, X25519.privateKey()).finish(new byte[1]);
        BigInteger s = little(Arrays.copyOfRange(signature, 32, 64));
        // The document lets s be unreduced, and refuses bits beyond those of the order.
        TABLE.verify(XEDDSA, X25519.publicKey()).finish(new byte[1], with(signature, s.add(ORDER)));
        byte[] excess = with(signature, s.setBit(253));
        for (byte[] wrong : List.of(excess, new byte[64], flipped(signature, 0), flipped(signature, 63))) {
            Refused.with(
                    Ckr.SIGNATURE_INVALID,
                    () -> TABLE.verify(XEDDSA, X25519.publicKey()).finish(new byte[1], wrong));
        }
        Refused.with(Ckr.KEY_TYPE_INCONSISTENT, () -> TABLE.sign(XEDDSA, X25519.publicKey()));
    }

    private static byte[] with(byte[] signature, BigInteger s) {
        byte[] changed = signature.clone();
        System.arraycopy(bytes(s), 0, changed, 32, 32);
        return changed;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private static BigInteger little(byte[] bytes) {
        return new BigInteger(1, org.bouncycastle.util.Arrays.reverse(bytes));
    }

    private static byte[] bytes(BigInteger number) {
        return org.bouncycastle.util.Arrays.reverse(BigIntegers.asUnsignedByteArray(32, number));
    }

    private static Pairs mqvPair(String value, String point) {
        Attribute params = Attribute.of(Cka.EC_PARAMS, Pairs.named("secp160r1"));
        return new Pairs(
                TestKey.publicKey(
                        Ckk.EC,
                        params,
                        Attribute.of(
                                Cka.EC_POINT,
                                EcKeys.inOctetString(Bytes.hex(point).array()))),
                TestKey.privateKey(
                        Ckk.EC,
                        params,
                        Attribute.of(Cka.DERIVE, true),
                        Attribute.of(Cka.VALUE, Bytes.hex(value).array())));
    }

    private static Bytes point(Pairs pair) {
        return Bytes.of(pair.publicKey().attributes().bytes(Cka.EC_POINT));
    }

    private static byte[] mqv(Pairs own, Pairs ephemeral, Pairs other, Pairs otherEphemeral) {
        return AttributeMap.of(TABLE.derive(
                        mechanism(point(other), point(otherEphemeral)),
                        own.privateKey(),
                        GENERIC,
                        handle -> handle == 1 ? ephemeral.privateKey() : ephemeral.publicKey()))
                .bytes(Cka.VALUE);
    }

    private static void derive(Pairs own, Pairs ephemeral, Pairs half, Bytes other) {
        TABLE.derive(
                mechanism(other, other),
                own.privateKey(),
                GENERIC,
                handle -> handle == 1 ? ephemeral.privateKey() : half.publicKey());
    }

    private static Mechanism mechanism(Bytes other, Bytes otherEphemeral) {
        return Mechanism.of(Ckm.ECMQV_DERIVE, new EcmqvDerive(Ckd.NULL, Bytes.NULL, other, 20, 1, otherEphemeral, 2));
    }
}
