package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.hash.Hash;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {
    private static final MechanismTable TABLE = MechanismTable.all();

    @ParameterizedTest
    @ValueSource(longs = {16, 24, 32})
    void aesKeysHaveTheLengthAskedFor(long length) {
        AttributeMap key = generate(Ckm.AES_KEY_GEN, Attribute.of(Cka.VALUE_LEN, length));
        assertThat(key.ulong(Cka.CLASS, -1)).isEqualTo(Cko.SECRET_KEY);
        assertThat(key.ulong(Cka.KEY_TYPE, -1)).isEqualTo(Ckk.AES);
        assertThat(key.ulong(Cka.VALUE_LEN, -1)).isEqualTo(length);
        assertThat(key.bytes(Cka.VALUE)).hasSize((int) length).isNotEqualTo(new byte[(int) length]);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"RIPEMD.*", "MD.*"},
            value = Hash.class)
    void hmacKeysAreOfTheirType(Hash hash) {
        AttributeMap key = generate(hash.macs().keyGen(), Attribute.of(Cka.VALUE_LEN, 7));
        assertThat(key.ulong(Cka.KEY_TYPE, -1)).isEqualTo(hash.macs().keyType());
        assertThat(key.bytes(Cka.VALUE)).hasSize(7);
        TestKey made = new TestKey(key.attributes());
        Mechanism hmac = Mechanism.of(hash.macs().hmac());
        TABLE.verify(hmac, made).finish(new byte[1], TABLE.sign(hmac, made).finish(new byte[1]));
    }

    @Test
    void secretKeysNeedALengthTheirTypeHas() {
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> generate(Ckm.AES_KEY_GEN));
        for (long length : new long[] {0, 15, 33, -1, 1L << 40}) {
            Refused.with(
                    Ckr.ATTRIBUTE_VALUE_INVALID, () -> generate(Ckm.AES_KEY_GEN, Attribute.of(Cka.VALUE_LEN, length)));
        }
        for (long length : new long[] {0, 65537, -1, 1L << 40}) {
            Refused.with(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    () -> generate(Ckm.GENERIC_SECRET_KEY_GEN, Attribute.of(Cka.VALUE_LEN, length)));
        }
        Refused.with(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> generate(
                        Ckm.AES_KEY_GEN,
                        Attribute.of(Cka.VALUE_LEN, 16),
                        Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET)));
        Refused.with(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> generate(
                        Ckm.AES_KEY_GEN, Attribute.of(Cka.VALUE_LEN, 16), Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY)));
    }

    @Test
    void sizesAreToldInTheUnitOfTheirSections() {
        assertThat(TABLE.info(Ckm.AES_KEY_GEN).maxKeySize()).as("bytes").isEqualTo(32);
        assertThat(TABLE.info(Ckm.GENERIC_SECRET_KEY_GEN).maxKeySize())
                .as("bits")
                .isEqualTo(8 * 65536);
        assertThat(TABLE.info(Ckm.SHA256_KEY_GEN).minKeySize()).as("bytes").isEqualTo(1);
        assertThat(TABLE.info(Ckm.EC_EDWARDS_KEY_PAIR_GEN).minKeySize()).isEqualTo(255);
        assertThat(TABLE.info(Ckm.EC_MONTGOMERY_KEY_PAIR_GEN).maxKeySize()).isEqualTo(448);
    }

    @Test
    void rsaPairHoldsEveryNumber() {
        Pairs pair = Pairs.rsa(TABLE, 2048);
        AttributeMap pub = pair.publicKey().attributes();
        AttributeMap priv = pair.privateKey().attributes();
        BigInteger n = number(priv, Cka.MODULUS);
        assertThat(n.bitLength()).isEqualTo(2048);
        assertThat(number(pub, Cka.MODULUS)).isEqualTo(n);
        assertThat(pub.ulong(Cka.MODULUS_BITS, -1)).isEqualTo(2048);
        assertThat(number(pub, Cka.PUBLIC_EXPONENT)).isEqualTo(65537);
        BigInteger p = number(priv, Cka.PRIME_1);
        BigInteger q = number(priv, Cka.PRIME_2);
        BigInteger d = number(priv, Cka.PRIVATE_EXPONENT);
        assertThat(p.multiply(q)).isEqualTo(n);
        assertThat(number(priv, Cka.EXPONENT_1)).isEqualTo(d.mod(p.subtract(BigInteger.ONE)));
        assertThat(number(priv, Cka.EXPONENT_2)).isEqualTo(d.mod(q.subtract(BigInteger.ONE)));
        assertThat(number(priv, Cka.COEFFICIENT)).isEqualTo(q.modInverse(p));
        assertThat(number(priv, Cka.PUBLIC_EXPONENT)).isEqualTo(65537);
    }

    static Stream<Arguments> curves() {
        return Stream.of(
                Arguments.of(Ckm.EC_KEY_PAIR_GEN, Pairs.named("P-256"), Ckk.EC, 65),
                Arguments.of(Ckm.EC_KEY_PAIR_GEN, Pairs.oid("1.3.132.0.35"), Ckk.EC, 133),
                Arguments.of(Ckm.EC_EDWARDS_KEY_PAIR_GEN, Pairs.oid("1.3.101.112"), Ckk.EC_EDWARDS, 32),
                Arguments.of(Ckm.EC_EDWARDS_KEY_PAIR_GEN, Pairs.named("edwards448"), Ckk.EC_EDWARDS, 57),
                Arguments.of(Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.oid("1.3.101.110"), Ckk.EC_MONTGOMERY, 32),
                Arguments.of(Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.named("curve448"), Ckk.EC_MONTGOMERY, 56));
    }

    @ParameterizedTest
    @MethodSource
    void curves(long mechanism, byte[] params, long type, int pointLength) {
        Pairs pair = Pairs.curve(TABLE, mechanism, params);
        AttributeMap pub = pair.publicKey().attributes();
        AttributeMap priv = pair.privateKey().attributes();
        assertThat(pub.ulong(Cka.KEY_TYPE, -1)).isEqualTo(type);
        assertThat(priv.ulong(Cka.KEY_TYPE, -1)).isEqualTo(type);
        assertThat(pub.ulong(Cka.CLASS, -1)).isEqualTo(Cko.PUBLIC_KEY);
        assertThat(priv.ulong(Cka.CLASS, -1)).isEqualTo(Cko.PRIVATE_KEY);
        assertThat(pub.bytes(Cka.EC_PARAMS)).isEqualTo(params);
        assertThat(priv.bytes(Cka.EC_PARAMS)).isEqualTo(params);
        byte[] point = pub.bytes(Cka.EC_POINT);
        byte[] octets = type == Ckk.EC ? ASN1OctetString.getInstance(point).getOctets() : point;
        assertThat(octets).hasSize(pointLength);
        assertThat(priv.has(Cka.EC_POINT)).isFalse();
        TABLE.checkKey(pub);
        TABLE.checkKey(priv);
    }

    private static AttributeMap generate(long mechanism, Attribute... template) {
        return AttributeMap.of(TABLE.generateKey(Mechanism.of(mechanism), Pairs.template(template)));
    }

    private static BigInteger number(AttributeMap key, long type) {
        return new BigInteger(1, key.bytes(type));
    }
}
