package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.junit.jupiter.api.Test;

class KeyFactsTest {
    private static final MechanismTable TABLE = MechanismTable.all();

    @Test
    void checkValueOfAnAesKeyIsABlockOfZerosEncrypted() {
        // AES-128 of a zero block under a zero key: 66e94bd4ef8a2c3b… (McGrew and Viega, test case 1).
        assertThat(checkValue(TestKey.aes("00".repeat(16)))).isEqualTo("66e94b");
        assertThat(checkValue(TestKey.aes("00".repeat(32)))).isEqualTo("dc95c0");
    }

    @Test
    void checkValueOfAnyBlockCipherKeyIsABlockOfZerosEncrypted() {
        // A known answer each: a block of zeros under a key of zeros, save for DES (single DES of zeros under
        // 0101010101010101 is 8ca64de9c1b123a7) and GOST 28147-89 (no published one; it is there).
        assertThat(checkValue(secret(Ckk.DES3, "01".repeat(24)))).isEqualTo("8ca64d");
        assertThat(checkValue(secret(Ckk.DES2, "01".repeat(16)))).isEqualTo("8ca64d");
        assertThat(checkValue(secret(Ckk.TWOFISH, "00".repeat(16)))).isEqualTo("9f589f");
        assertThat(checkValue(secret(Ckk.BLOWFISH, "00".repeat(8)))).isEqualTo("4ef997");
        assertThat(checkValue(secret(Ckk.SEED, "00".repeat(16)))).hasSize(6);
        assertThat(checkValue(secret(Ckk.CAMELLIA, "00".repeat(16)))).isEqualTo("3d028025".substring(0, 6));
        assertThat(checkValue(secret(Ckk.ARIA, "00".repeat(32)))).hasSize(6);
        assertThat(checkValue(secret(Ckk.GOST28147, "00".repeat(32)))).hasSize(6);
    }

    private static TestKey secret(long keyType, String hex) {
        return TestKey.secret(keyType, Bytes.hex(hex).array());
    }

    @Test
    void checkValueOfAGenericKeyIsItsSha1() {
        assertThat(checkValue(
                        TestKey.secret(Ckk.GENERIC_SECRET, Bytes.utf8("abc").array())))
                .isEqualTo("a9993e");
        assertThat(checkValue(secret(Ckk.CHACHA20, "00".repeat(32)))).isEqualTo("de8a84");
        assertThat(checkValue(TestKey.secret(Ckk.SHA256_HMAC, Bytes.utf8("abc").array())))
                .isEqualTo("a9993e");
    }

    @Test
    void otherKeysHaveNoCheckValue() {
        assertThat(checkValue(TestKey.secret(0x8000_0000L, new byte[16]))).isEmpty();
        assertThat(checkValue(TestKey.publicKey(Ckk.RSA))).isEmpty();
    }

    @Test
    void publicKeyInfoIsWhatTheJdkReads() throws Exception {
        Pairs rsa = Pairs.rsa(TABLE, 1024);
        assertThat(read("RSA", rsa))
                .isInstanceOfSatisfying(
                        RSAPublicKey.class,
                        key -> assertThat(key.getModulus())
                                .isEqualTo(new BigInteger(
                                        1, rsa.publicKey().attributes().bytes(Cka.MODULUS))));
        assertThat(read("EC", Pairs.ec(TABLE, "secp384r1"))).isInstanceOf(ECPublicKey.class);
        assertThat(read("EdDSA", Pairs.curve(TABLE, Ckm.EC_EDWARDS_KEY_PAIR_GEN, Pairs.oid("1.3.101.112"))))
                .isInstanceOf(EdECPublicKey.class);
        assertThat(read("XDH", Pairs.curve(TABLE, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.oid("1.3.101.111"))))
                .isInstanceOf(XECPublicKey.class);
    }

    private static PublicKey read(String algorithm, Pairs pair) throws Exception {
        byte[] info = TABLE.publicKeyInfo(pair.publicKey().attributes());
        assertThat(TABLE.publicKeyInfo(pair.privateKey().attributes())).isEqualTo(info);
        assertThat(pair.publicKey().attributes().bytes(Cka.PUBLIC_KEY_INFO)).isEqualTo(info);
        assertThat(pair.privateKey().attributes().bytes(Cka.PUBLIC_KEY_INFO)).isEqualTo(info);
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info));
    }

    @Test
    void keysWithoutAPublicPartHaveNoInfo() {
        assertThat(TABLE.publicKeyInfo(TestKey.aes("00".repeat(16)).attributes()))
                .isEmpty();
        assertThat(TABLE.publicKeyInfo(TestKey.privateKey(Ckk.RSA, Attribute.of(Cka.MODULUS, new byte[] {3}))
                        .attributes()))
                .isEmpty();
        assertThat(TABLE.publicKeyInfo(TestKey.publicKey(Ckk.EC).attributes())).isEmpty();
    }

    @Test
    void valuesThatAreNoKeysAreRefused() {
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> TABLE.checkKey(TestKey.aes("00".repeat(17)).attributes()));
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> TABLE.checkKey(
                        TestKey.secret(Ckk.GENERIC_SECRET, new byte[0]).attributes()));
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> TABLE.checkKey(TestKey.publicKey(
                                Ckk.RSA,
                                Attribute.of(Cka.MODULUS, new byte[] {35}),
                                Attribute.of(Cka.PUBLIC_EXPONENT, new byte[] {3}))
                        .attributes()));
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> TABLE.checkKey(TestKey.privateKey(
                                Ckk.EC_EDWARDS,
                                Attribute.of(Cka.EC_PARAMS, Pairs.named("edwards25519")),
                                Attribute.of(Cka.VALUE, new byte[31]))
                        .attributes()));
        Refused.with(
                Ckr.CURVE_NOT_SUPPORTED,
                () -> TABLE.checkKey(TestKey.publicKey(
                                Ckk.EC,
                                Attribute.of(Cka.EC_PARAMS, Pairs.oid("1.2.3")),
                                Attribute.of(Cka.EC_POINT, new byte[3]))
                        .attributes()));
    }

    @Test
    void nothingIsSaidOfUnknownTypes() {
        TABLE.checkKey(TestKey.secret(0x8000_0000L, new byte[0]).attributes());
        TABLE.checkKey(Pairs.template(Attribute.of(Cka.CLASS, Cko.DATA)));
    }

    private static String checkValue(TestKey key) {
        AttributeMap attributes = key.attributes();
        return Bytes.of(TABLE.checkValue(attributes)).hex();
    }
}
