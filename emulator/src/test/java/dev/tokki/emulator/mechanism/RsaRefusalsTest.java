package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.emulator.attribute.AttributeMap;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RsaRefusalsTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final Pairs RSA = Pairs.rsa(TABLE, 1024);
    private static final Mechanism PKCS = Mechanism.of(Ckm.RSA_PKCS);
    private static final Mechanism RAW = Mechanism.of(Ckm.RSA_X_509);
    private static final int LENGTH = 128;

    static Stream<Mechanism> wrongParameters() {
        Bytes none = Bytes.NULL;
        return Stream.of(
                Mechanism.iv(Ckm.RSA_PKCS, new byte[1]),
                Mechanism.of(Ckm.RSA_PKCS_OAEP),
                Mechanism.of(Ckm.RSA_PKCS_OAEP, new RsaParameter.Pss(Ckm.SHA256, Ckg.MGF1_SHA256, 32)),
                oaep(Ckm.SHA256_HMAC, Ckg.MGF1_SHA256, Ckz.DATA_SPECIFIED, none),
                oaep(Ckm.SHA256, 77, Ckz.DATA_SPECIFIED, none),
                oaep(Ckm.SHA256, -1, Ckz.DATA_SPECIFIED, none),
                oaep(Ckm.SHA256, Ckg.MGF1_SHA256, 7, none),
                oaep(Ckm.SHA256, Ckg.MGF1_SHA256, 0, Bytes.utf8("label")),
                oaep(Ckm.SHA256, Ckg.MGF1_SHA256, Ckz.DATA_SPECIFIED, Bytes.nullOf(3)));
    }

    @ParameterizedTest
    @MethodSource
    void wrongParameters(Mechanism mechanism) {
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> TABLE.encrypt(mechanism, RSA.publicKey()));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> TABLE.decrypt(mechanism, RSA.privateKey()));
    }

    @Test
    void oaepSourceZeroIsTheEmptyLabel() {
        byte[] encrypted = TABLE.encrypt(oaep(Ckm.SHA_1, Ckg.MGF1_SHA1, 0, Bytes.NULL), RSA.publicKey())
                .finish(new byte[5]);
        assertThat(TABLE.decrypt(oaep(Ckm.SHA_1, Ckg.MGF1_SHA1, Ckz.DATA_SPECIFIED, Bytes.EMPTY), RSA.privateKey())
                        .finish(encrypted))
                .isEqualTo(new byte[5]);
    }

    @ParameterizedTest
    @MethodSource
    void pssParameterMustFitMechanismAndKey(Mechanism mechanism) {
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> TABLE.sign(mechanism, RSA.privateKey()));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> TABLE.verify(mechanism, RSA.publicKey()));
    }

    static Stream<Mechanism> pssParameterMustFitMechanismAndKey() {
        return Stream.of(
                Mechanism.of(Ckm.SHA256_RSA_PKCS_PSS),
                pss(Ckm.SHA256_RSA_PKCS_PSS, Ckm.SHA384, Ckg.MGF1_SHA256, 32),
                pss(Ckm.RSA_PKCS_PSS, Ckm.SHA256, 0, 32),
                pss(Ckm.RSA_PKCS_PSS, Ckm.AES_CBC, Ckg.MGF1_SHA256, 32),
                // 128 - 2 - 32 = 94 is the longest salt.
                pss(Ckm.RSA_PKCS_PSS, Ckm.SHA256, Ckg.MGF1_SHA256, 95),
                pss(Ckm.SHA256_RSA_PKCS_PSS, Ckm.SHA256, Ckg.MGF1_SHA256, 95),
                pss(Ckm.RSA_PKCS_PSS, Ckm.SHA256, Ckg.MGF1_SHA256, -1));
    }

    @Test
    void longestSaltFits() {
        Mechanism pss = pss(Ckm.RSA_PKCS_PSS, Ckm.SHA256, Ckg.MGF1_SHA256, 94);
        byte[] signature = TABLE.sign(pss, RSA.privateKey()).finish(new byte[32]);
        TABLE.verify(pss, RSA.publicKey()).finish(new byte[32], signature);
        Refused.with(Ckr.DATA_LEN_RANGE, () -> TABLE.sign(pss, RSA.privateKey()).finish(new byte[31]));
    }

    /// A modulus one bit longer than whole bytes leaves the encoded block one byte shorter than the signature.
    @ParameterizedTest
    @ValueSource(longs = {1023, 1025, 1026})
    void moduliOfAnyLengthSign(long bits) {
        Pairs odd = Pairs.rsa(TABLE, bits);
        for (Mechanism mechanism : new Mechanism[] {
            PKCS,
            RAW,
            Mechanism.of(Ckm.SHA256_RSA_PKCS),
            pss(Ckm.RSA_PKCS_PSS, Ckm.SHA256, Ckg.MGF1_SHA512, 32),
            pss(Ckm.SHA256_RSA_PKCS_PSS, Ckm.SHA256, Ckg.MGF1_SHA256, 32)
        }) {
            byte[] signature = TABLE.sign(mechanism, odd.privateKey()).finish(new byte[32]);
            assertThat(signature).hasSize((int) (bits + 7) / 8);
            TABLE.verify(mechanism, odd.publicKey()).finish(new byte[32], signature);
            Refused.with(
                    Ckr.SIGNATURE_INVALID,
                    () -> TABLE.verify(mechanism, odd.publicKey()).finish(new byte[32], changed(signature)));
        }
    }

    @Test
    void dataMustFitTheModulus() {
        Refused.with(
                Ckr.DATA_LEN_RANGE, () -> TABLE.encrypt(PKCS, RSA.publicKey()).finish(new byte[LENGTH - 10]));
        Refused.with(
                Ckr.DATA_LEN_RANGE, () -> TABLE.sign(PKCS, RSA.privateKey()).finish(new byte[LENGTH - 10]));
        Refused.with(Ckr.DATA_LEN_RANGE, () -> TABLE.sign(RAW, RSA.privateKey()).finish(new byte[LENGTH + 1]));
        Mechanism oaep = oaep(Ckm.SHA256, Ckg.MGF1_SHA256, Ckz.DATA_SPECIFIED, Bytes.NULL);
        assertThat(TABLE.encrypt(oaep, RSA.publicKey()).finish(new byte[LENGTH - 66]))
                .hasSize(LENGTH);
        Refused.with(
                Ckr.DATA_LEN_RANGE, () -> TABLE.encrypt(oaep, RSA.publicKey()).finish(new byte[LENGTH - 65]));
        Refused.with(
                Ckr.KEY_SIZE_RANGE,
                () -> TABLE.encrypt(
                        oaep(Ckm.SHA512, Ckg.MGF1_SHA512, Ckz.DATA_SPECIFIED, Bytes.NULL), RSA.publicKey()));
    }

    @Test
    void rawDataMustBeLessThanTheModulus() {
        byte[] modulus = RSA.publicKey().attributes().bytes(Cka.MODULUS);
        Refused.with(Ckr.DATA_INVALID, () -> TABLE.encrypt(RAW, RSA.publicKey()).finish(modulus));
        Refused.with(Ckr.DATA_INVALID, () -> TABLE.sign(RAW, RSA.privateKey()).finish(modulus));
        Refused.with(
                Ckr.ENCRYPTED_DATA_INVALID,
                () -> TABLE.decrypt(RAW, RSA.privateKey()).finish(modulus));
        Refused.with(
                Ckr.ENCRYPTED_DATA_INVALID,
                () -> TABLE.decrypt(PKCS, RSA.privateKey()).finish(modulus));
        for (Mechanism mechanism : new Mechanism[] {RAW, PKCS, Mechanism.of(Ckm.SHA256_RSA_PKCS)}) {
            Refused.with(
                    Ckr.SIGNATURE_INVALID,
                    () -> TABLE.verify(mechanism, RSA.publicKey()).finish(new byte[32], modulus));
        }
        Mechanism pss = pss(Ckm.RSA_PKCS_PSS, Ckm.SHA256, Ckg.MGF1_SHA256, 32);
        Refused.with(
                Ckr.SIGNATURE_INVALID, () -> TABLE.verify(pss, RSA.publicKey()).finish(new byte[32], modulus));
    }

    @Test
    void rawRsaPadsWithZerosInFrontAndReturnsTheWholeBlock() {
        byte[] encrypted = TABLE.encrypt(RAW, RSA.publicKey()).finish(new byte[] {1, 2});
        byte[] block = new byte[LENGTH];
        block[LENGTH - 2] = 1;
        block[LENGTH - 1] = 2;
        assertThat(TABLE.decrypt(RAW, RSA.privateKey()).finish(encrypted)).isEqualTo(block);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, LENGTH - 1, LENGTH + 1})
    void encryptedDataAndSignaturesAreAsLongAsTheModulus(int length) {
        Refused.with(
                Ckr.ENCRYPTED_DATA_LEN_RANGE,
                () -> TABLE.decrypt(PKCS, RSA.privateKey()).finish(new byte[length]));
        for (Mechanism mechanism : new Mechanism[] {
            PKCS,
            RAW,
            Mechanism.of(Ckm.SHA3_512_RSA_PKCS),
            pss(Ckm.SHA256_RSA_PKCS_PSS, Ckm.SHA256, Ckg.MGF1_SHA256, 32),
            pss(Ckm.RSA_PKCS_PSS, Ckm.SHA256, Ckg.MGF1_SHA256, 32)
        }) {
            Refused.with(
                    Ckr.SIGNATURE_LEN_RANGE,
                    () -> TABLE.verify(mechanism, RSA.publicKey()).finish(new byte[32], new byte[length]));
        }
    }

    /// Blocks that a careless verifier takes: type 2, padding cut short, garbage after the hash, wrong first byte.
    @ParameterizedTest
    @MethodSource
    void malformedSignatureBlocksAreRefused(byte[] block) {
        byte[] signature = TABLE.sign(RAW, RSA.privateKey()).finish(block);
        Refused.with(
                Ckr.SIGNATURE_INVALID, () -> TABLE.verify(PKCS, RSA.publicKey()).finish(new byte[] {42}, signature));
    }

    static Stream<byte[]> malformedSignatureBlocksAreRefused() {
        byte[] right = new byte[LENGTH];
        Arrays.fill(right, 2, LENGTH - 2, (byte) 0xFF);
        right[1] = 1;
        right[LENGTH - 1] = 42;
        byte[] type2 = right.clone();
        type2[1] = 2;
        byte[] type0 = right.clone();
        type0[1] = 0;
        byte[] gap = right.clone();
        gap[50] = 0x7F;
        byte[] trailing = new byte[LENGTH];
        Arrays.fill(trailing, 2, 12, (byte) 0xFF);
        trailing[1] = 1;
        trailing[13] = 42;
        byte[] noSeparator = right.clone();
        noSeparator[LENGTH - 2] = (byte) 0xFF;
        return Stream.of(type2, type0, gap, trailing, noSeparator);
    }

    /// Blocks that are no PKCS #1 v1.5 encryption.
    @Test
    void malformedEncryptionBlocksAreRefused() {
        byte[] block = new byte[LENGTH];
        Arrays.fill(block, 2, LENGTH, (byte) 7);
        block[1] = 2;
        for (int separator : new int[] {LENGTH, 5}) {
            byte[] wrong = block.clone();
            if (separator < LENGTH) {
                wrong[separator] = 0;
            }
            byte[] encrypted = TABLE.encrypt(RAW, RSA.publicKey()).finish(wrong);
            Refused.with(
                    Ckr.ENCRYPTED_DATA_INVALID,
                    () -> TABLE.decrypt(PKCS, RSA.privateKey()).finish(encrypted));
        }
        block[1] = 1;
        block[60] = 0;
        byte[] type1 = TABLE.encrypt(RAW, RSA.publicKey()).finish(block);
        Refused.with(
                Ckr.ENCRYPTED_DATA_INVALID,
                () -> TABLE.decrypt(PKCS, RSA.privateKey()).finish(type1));
    }

    @Test
    void oaepWithAnotherLabelIsRefused() {
        byte[] encrypted = TABLE.encrypt(
                        oaep(Ckm.SHA256, Ckg.MGF1_SHA1, Ckz.DATA_SPECIFIED, Bytes.utf8("a")), RSA.publicKey())
                .finish(new byte[10]);
        Refused.with(
                Ckr.ENCRYPTED_DATA_INVALID,
                () -> TABLE.decrypt(
                                oaep(Ckm.SHA256, Ckg.MGF1_SHA1, Ckz.DATA_SPECIFIED, Bytes.utf8("b")), RSA.privateKey())
                        .finish(encrypted));
    }

    @Test
    void keyMustBeTheRightHalfOfTheRightType() {
        Refused.with(Ckr.KEY_TYPE_INCONSISTENT, () -> TABLE.sign(PKCS, RSA.publicKey()));
        Refused.with(Ckr.KEY_TYPE_INCONSISTENT, () -> TABLE.verify(PKCS, RSA.privateKey()));
        Refused.with(Ckr.KEY_TYPE_INCONSISTENT, () -> TABLE.encrypt(PKCS, RSA.privateKey()));
        Refused.with(Ckr.KEY_TYPE_INCONSISTENT, () -> TABLE.decrypt(PKCS, TestKey.aes("00".repeat(16))));
        Refused.with(
                Ckr.KEY_SIZE_RANGE,
                () -> TABLE.verify(
                        PKCS,
                        TestKey.publicKey(
                                Ckk.RSA,
                                Attribute.of(
                                        Cka.MODULUS, BigInteger.TWO.pow(510).add(BigInteger.ONE)),
                                Attribute.of(Cka.PUBLIC_EXPONENT, BigInteger.valueOf(3)))));
    }

    @Test
    void hashMustFitTheKey() {
        Pairs small = Pairs.rsa(TABLE, 512);
        byte[] signature = TABLE.sign(Mechanism.of(Ckm.SHA256_RSA_PKCS), small.privateKey())
                .finish(new byte[3]);
        TABLE.verify(Mechanism.of(Ckm.SHA256_RSA_PKCS), small.publicKey()).finish(new byte[3], signature);
        Refused.with(Ckr.KEY_SIZE_RANGE, () -> TABLE.sign(Mechanism.of(Ckm.SHA384_RSA_PKCS), small.privateKey()));
        Refused.with(
                Ckr.KEY_SIZE_RANGE,
                () -> TABLE.verify(pss(Ckm.RSA_PKCS_PSS, Ckm.SHA512, Ckg.MGF1_SHA512, 0), small.publicKey()));
    }

    @Test
    void keysWithoutPrimesSignToo() {
        AttributeMap whole = RSA.privateKey().attributes();
        TestKey bare = TestKey.privateKey(
                Ckk.RSA,
                Attribute.of(Cka.MODULUS, whole.bytes(Cka.MODULUS)),
                Attribute.of(Cka.PUBLIC_EXPONENT, whole.bytes(Cka.PUBLIC_EXPONENT)),
                Attribute.of(Cka.PRIVATE_EXPONENT, whole.bytes(Cka.PRIVATE_EXPONENT)));
        assertThat(TABLE.sign(PKCS, bare).finish(new byte[20]))
                .isEqualTo(TABLE.sign(PKCS, RSA.privateKey()).finish(new byte[20]));
    }

    @Test
    void generationChecksItsTemplates() {
        Mechanism generation = Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN);
        Refused.with(
                Ckr.TEMPLATE_INCOMPLETE, () -> TABLE.generateKeyPair(generation, Pairs.template(), Pairs.template()));
        for (long bits : new long[] {0, 511, 16385, -1}) {
            Refused.with(Ckr.ATTRIBUTE_VALUE_INVALID, () -> Pairs.rsa(TABLE, bits));
        }
        for (long exponent : new long[] {0, 1, 2, 65536}) {
            Refused.with(
                    Ckr.TEMPLATE_INCONSISTENT,
                    () -> TABLE.generateKeyPair(
                            generation,
                            Pairs.template(
                                    Attribute.of(Cka.MODULUS_BITS, 1024),
                                    Attribute.of(Cka.PUBLIC_EXPONENT, BigInteger.valueOf(exponent))),
                            Pairs.template()));
        }
        Refused.with(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> TABLE.generateKeyPair(
                        generation,
                        Pairs.template(Attribute.of(Cka.MODULUS_BITS, 1024), Attribute.of(Cka.KEY_TYPE, Ckk.EC)),
                        Pairs.template()));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.generateKeyPair(
                        Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN, new Parameter.ULong(1)),
                        Pairs.template(Attribute.of(Cka.MODULUS_BITS, 1024)),
                        Pairs.template()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "10001", "0100000000000000000000000000000001"})
    void publicExponentIsWhatTheTemplateSays(String hex) {
        BigInteger exponent = new BigInteger(hex, 16);
        Pairs pair = Pairs.of(TABLE.generateKeyPair(
                Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                Pairs.template(Attribute.of(Cka.MODULUS_BITS, 1024), Attribute.of(Cka.PUBLIC_EXPONENT, exponent)),
                Pairs.template()));
        assertThat(new BigInteger(1, pair.publicKey().attributes().bytes(Cka.PUBLIC_EXPONENT)))
                .isEqualTo(exponent);
        byte[] signature = TABLE.sign(PKCS, pair.privateKey()).finish(new byte[9]);
        TABLE.verify(PKCS, pair.publicKey()).finish(new byte[9], signature);
    }

    private static Mechanism oaep(long hash, long mgf, long source, Bytes label) {
        return Mechanism.of(Ckm.RSA_PKCS_OAEP, new RsaParameter.Oaep(hash, mgf, source, label));
    }

    private static Mechanism pss(long type, long hash, long mgf, long salt) {
        return Mechanism.of(type, new RsaParameter.Pss(hash, mgf, salt));
    }

    private static byte[] changed(byte[] signature) {
        byte[] changed = signature.clone();
        changed[changed.length - 1] ^= 1;
        return changed;
    }
}
