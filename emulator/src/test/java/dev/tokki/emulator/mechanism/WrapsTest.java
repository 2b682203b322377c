package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.work.Wrapped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrapsTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final TestKey AES = TestKey.aes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final Pairs RSA = Pairs.rsa(TABLE, 1024);
    private static final Mechanism KW = Mechanism.of(Ckm.AES_KEY_WRAP);
    private static final Mechanism KWP = Mechanism.of(Ckm.AES_KEY_WRAP_KWP);
    private static final Mechanism ECB = Mechanism.of(Ckm.AES_ECB);
    private static final Mechanism RAW = Mechanism.of(Ckm.RSA_X_509);

    static Stream<Mechanism> byAes() {
        return Stream.of(
                ECB,
                Mechanism.iv(Ckm.AES_CBC, new byte[16]),
                Mechanism.iv(Ckm.AES_CBC_PAD, new byte[16]),
                Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(128, Bytes.of(new byte[16]))),
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.utf8("aad"), 128)),
                KW,
                KWP,
                Mechanism.of(Ckm.AES_KEY_WRAP_PAD),
                Mechanism.of(Ckm.AES_KEY_WRAP_PKCS7));
    }

    static Stream<Mechanism> byRsa() {
        return Stream.of(
                Mechanism.of(Ckm.RSA_PKCS),
                Mechanism.of(
                        Ckm.RSA_PKCS_OAEP,
                        new RsaParameter.Oaep(Ckm.SHA256, Ckg.MGF1_SHA1, Ckz.DATA_SPECIFIED, Bytes.utf8("label"))),
                RAW);
    }

    @ParameterizedTest
    @MethodSource("byAes")
    void secretKeysComeBack(Mechanism mechanism) {
        for (int length : new int[] {16, 24, 32}) {
            TestKey key = TestKey.secret(Ckk.AES, counted(length));
            byte[] wrapped = TABLE.wrap(mechanism, AES, key).bytes().array();
            AttributeMap back =
                    unwrap(mechanism, AES, wrapped, secret(Ckk.AES, Attribute.of(Cka.VALUE_LEN, (long) length)));
            assertThat(back.bytes(Cka.VALUE)).isEqualTo(key.value());
            assertThat(back.ulong(Cka.VALUE_LEN, 0)).isEqualTo(length);
        }
    }

    @ParameterizedTest
    @MethodSource("byAes")
    void secretKeysOfOddLengthsComeBack(Mechanism mechanism) {
        for (int length : new int[] {9, 17, 20, 33}) {
            TestKey key = TestKey.secret(Ckk.GENERIC_SECRET, counted(length));
            byte[] wrapped = TABLE.wrap(mechanism, AES, key).bytes().array();
            assertThat(unwrap(mechanism, AES, wrapped, secret(Ckk.GENERIC_SECRET, Attribute.of(Cka.VALUE_LEN, (long)
                                    length)))
                            .bytes(Cka.VALUE))
                    .isEqualTo(key.value());
        }
    }

    @ParameterizedTest
    @MethodSource("byRsa")
    void secretKeysComeBackThroughRsa(Mechanism mechanism) {
        TestKey key = TestKey.secret(Ckk.GENERIC_SECRET, counted(20));
        byte[] wrapped = TABLE.wrap(mechanism, RSA.publicKey(), key).bytes().array();
        assertThat(unwrap(
                                mechanism,
                                RSA.privateKey(),
                                wrapped,
                                secret(Ckk.GENERIC_SECRET, Attribute.of(Cka.VALUE_LEN, 20)))
                        .bytes(Cka.VALUE))
                .isEqualTo(key.value());
    }

    static Stream<Arguments> privateKeys() {
        List<Pairs> pairs = List.of(
                RSA,
                Pairs.ec(TABLE, "secp256r1"),
                Pairs.ec(TABLE, "brainpoolP320r1"),
                Pairs.curve(TABLE, Ckm.EC_KEY_PAIR_GEN, Pairs.oid("1.3.132.0.35")),
                Pairs.curve(TABLE, Ckm.EC_EDWARDS_KEY_PAIR_GEN, Pairs.oid("1.3.101.112")),
                Pairs.curve(TABLE, Ckm.EC_EDWARDS_KEY_PAIR_GEN, Pairs.oid("1.3.101.113")),
                Pairs.curve(TABLE, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.named("curve25519")));
        return pairs.stream().flatMap(pair -> byAes().skip(2).map(mechanism -> Arguments.of(pair, mechanism)));
    }

    @ParameterizedTest
    @MethodSource
    void privateKeys(Pairs pair, Mechanism mechanism) {
        AttributeMap key = pair.privateKey().attributes();
        byte[] wrapped = TABLE.wrap(mechanism, AES, pair.privateKey()).bytes().array();
        AttributeMap back = unwrap(
                mechanism,
                AES,
                wrapped,
                Pairs.template(
                        Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                        Attribute.of(Cka.KEY_TYPE, key.ulong(Cka.KEY_TYPE, -1))));
        assertThat(back.bool(Cka.VALUE, false)).isFalse();
        for (Attribute attribute : back.attributes()) {
            // A curve comes back under its object identifier.
            if (attribute.type() != Cka.EC_PARAMS) {
                assertThat(attribute.value())
                        .isEqualTo(key.find(attribute.type()).orElseThrow());
            }
        }
        assertThat(TABLE.publicKeyInfo(back)).isEqualTo(key.bytes(Cka.PUBLIC_KEY_INFO));
    }

    @Test
    void kwpAgreesWithRfc5649ForKeysOfAnyLength() {
        TestKey kek = TestKey.aes("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8");
        TestKey key = TestKey.secret(Ckk.GENERIC_SECRET, "c37b7e6492584340bed12207808941155068f738");
        assertThat(TABLE.wrap(KWP, kek, key).bytes().hex())
                .isEqualTo("138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a");
        assertThat(TABLE.wrap(Mechanism.of(Ckm.AES_KEY_WRAP_PAD), kek, key)
                        .bytes()
                        .hex())
                .isEqualTo("138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a");
    }

    @Test
    void withoutALengthOnlyWhatIsUnambiguousIsUnwrapped() {
        byte[] wrapped = TABLE.wrap(KW, AES, TestKey.secret(Ckk.GENERIC_SECRET, counted(20)))
                .bytes()
                .array();
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> unwrap(KW, AES, wrapped, secret(Ckk.GENERIC_SECRET)));
        byte[] exact = TABLE.wrap(KWP, AES, TestKey.secret(Ckk.GENERIC_SECRET, counted(20)))
                .bytes()
                .array();
        assertThat(unwrap(KWP, AES, exact, secret(Ckk.GENERIC_SECRET)).bytes(Cka.VALUE))
                .isEqualTo(counted(20));
        // 24 bytes of AES padded to 32 might be 32 bytes that end in zeros.
        byte[] padded = TABLE.wrap(ECB, AES, TestKey.secret(Ckk.AES, counted(24)))
                .bytes()
                .array();
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> unwrap(ECB, AES, padded, secret(Ckk.AES)));
        byte[] full = TABLE.wrap(ECB, AES, TestKey.secret(Ckk.AES, counted(32)))
                .bytes()
                .array();
        assertThat(unwrap(ECB, AES, full, secret(Ckk.AES)).bytes(Cka.VALUE)).isEqualTo(counted(32));
        byte[] raw = TABLE.wrap(RAW, RSA.publicKey(), TestKey.secret(Ckk.AES, counted(16)))
                .bytes()
                .array();
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> unwrap(RAW, RSA.privateKey(), raw, secret(Ckk.AES)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 12, 21, -1})
    void lengthsThatDoNotFitAreRefused(long length) {
        for (Mechanism mechanism : new Mechanism[] {KW, KWP}) {
            byte[] wrapped = TABLE.wrap(mechanism, AES, TestKey.secret(Ckk.GENERIC_SECRET, counted(20)))
                    .bytes()
                    .array();
            if (mechanism.equals(KW) && length == 21) {
                assertThat(unwrap(
                                        mechanism,
                                        AES,
                                        wrapped,
                                        secret(Ckk.GENERIC_SECRET, Attribute.of(Cka.VALUE_LEN, length)))
                                .bytes(Cka.VALUE))
                        .hasSize(21);
            } else {
                Refused.with(
                        Ckr.WRAPPED_KEY_LEN_RANGE,
                        () -> unwrap(
                                mechanism,
                                AES,
                                wrapped,
                                secret(Ckk.GENERIC_SECRET, Attribute.of(Cka.VALUE_LEN, length))));
            }
        }
    }

    @Test
    void keyOfAWrongLengthForItsTypeIsRefused() {
        byte[] wrapped = TABLE.wrap(KWP, AES, TestKey.secret(Ckk.GENERIC_SECRET, counted(20)))
                .bytes()
                .array();
        Refused.with(Ckr.WRAPPED_KEY_LEN_RANGE, () -> unwrap(KWP, AES, wrapped, secret(Ckk.AES)));
    }

    @Test
    void damagedWrappedKeysAreRefused() {
        for (Mechanism mechanism : byAes().skip(4).toList()) {
            byte[] wrapped = TABLE.wrap(mechanism, AES, TestKey.secret(Ckk.AES, counted(32)))
                    .bytes()
                    .copy();
            wrapped[9] ^= 1;
            Refused.with(Ckr.WRAPPED_KEY_INVALID, () -> unwrap(mechanism, AES, wrapped, secret(Ckk.AES)));
            Refused.with(Ckr.WRAPPED_KEY_LEN_RANGE, () -> unwrap(mechanism, AES, new byte[7], secret(Ckk.AES)));
        }
        Refused.with(
                Ckr.WRAPPED_KEY_LEN_RANGE,
                () -> unwrap(Mechanism.of(Ckm.RSA_PKCS), RSA.privateKey(), new byte[127], secret(Ckk.AES)));
        Refused.with(
                Ckr.WRAPPED_KEY_INVALID,
                () -> unwrap(Mechanism.of(Ckm.RSA_PKCS), RSA.privateKey(), new byte[128], secret(Ckk.AES)));
        Refused.with(Ckr.WRAPPED_KEY_LEN_RANGE, () -> unwrap(ECB, AES, new byte[15], secret(Ckk.AES)));
    }

    @Test
    void keysThatDoNotFitTheMechanismAreRefused() {
        Refused.with(
                Ckr.KEY_SIZE_RANGE,
                () -> TABLE.wrap(
                        Mechanism.of(Ckm.RSA_PKCS), RSA.publicKey(), TestKey.secret(Ckk.GENERIC_SECRET, counted(118))));
        Refused.with(Ckr.KEY_SIZE_RANGE, () -> TABLE.wrap(KW, AES, TestKey.secret(Ckk.GENERIC_SECRET, counted(8))));
        Refused.with(Ckr.KEY_NOT_WRAPPABLE, () -> TABLE.wrap(ECB, AES, RSA.privateKey()));
        Refused.with(
                Ckr.KEY_NOT_WRAPPABLE, () -> TABLE.wrap(Mechanism.of(Ckm.RSA_PKCS), RSA.publicKey(), RSA.privateKey()));
        Refused.with(Ckr.KEY_NOT_WRAPPABLE, () -> TABLE.wrap(KWP, AES, RSA.publicKey()));
        TestKey bare = TestKey.privateKey(
                Ckk.RSA,
                LongStream.of(Cka.MODULUS, Cka.PUBLIC_EXPONENT, Cka.PRIVATE_EXPONENT)
                        .mapToObj(type ->
                                Attribute.of(type, RSA.privateKey().attributes().bytes(type)))
                        .toArray(Attribute[]::new));
        Refused.with(Ckr.KEY_NOT_WRAPPABLE, () -> TABLE.wrap(KWP, AES, bare));
    }

    @Test
    void templateMustSayClassAndTypeOfWhatWasWrapped() {
        byte[] wrapped = TABLE.wrap(KWP, AES, RSA.privateKey()).bytes().array();
        Attribute isPrivate = Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY);
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> unwrap(KWP, AES, wrapped, Pairs.template()));
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> unwrap(KWP, AES, wrapped, Pairs.template(isPrivate)));
        for (long other : new long[] {Ckk.EC, Ckk.EC_EDWARDS, Ckk.EC_MONTGOMERY, Ckk.DSA}) {
            Refused.with(
                    Ckr.WRAPPED_KEY_INVALID,
                    () -> unwrap(KWP, AES, wrapped, Pairs.template(isPrivate, Attribute.of(Cka.KEY_TYPE, other))));
        }
        Refused.with(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> unwrap(ECB, AES, new byte[16], Pairs.template(isPrivate, Attribute.of(Cka.KEY_TYPE, Ckk.RSA))));
        byte[] secret = TABLE.wrap(KWP, AES, TestKey.secret(Ckk.AES, counted(16)))
                .bytes()
                .array();
        Refused.with(
                Ckr.WRAPPED_KEY_INVALID,
                () -> unwrap(KWP, AES, secret, Pairs.template(isPrivate, Attribute.of(Cka.KEY_TYPE, Ckk.RSA))));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 12, 32, 96})
    void gcmMakesTheVectorAndTellsIt(long fixedBits) {
        byte[] iv = counted(12);
        AesParameter.GcmWrap asked =
                new AesParameter.GcmWrap(Bytes.of(iv), fixedBits, Ckg.GENERATE, Bytes.utf8("aad"), 128);
        Wrapped wrapped = TABLE.wrap(Mechanism.of(Ckm.AES_GCM, asked), AES, TestKey.secret(Ckk.AES, counted(32)));
        AesParameter.GcmWrap told = (AesParameter.GcmWrap) wrapped.parameter();
        int wholeBytes = (int) fixedBits / 8;
        assertThat(Arrays.copyOf(told.iv().array(), wholeBytes)).isEqualTo(Arrays.copyOf(iv, wholeBytes));
        if (fixedBits % 8 != 0) {
            assertThat(told.iv().array()[wholeBytes] & 0xF0).isEqualTo(iv[wholeBytes] & 0xF0);
        }
        if (fixedBits < 96) {
            assertThat(told.iv()).isNotEqualTo(asked.iv());
        }
        assertThat(iv).as("the caller's bytes").isEqualTo(counted(12));
        assertThat(unwrap(Mechanism.of(Ckm.AES_GCM, told), AES, wrapped.bytes().array(), secret(Ckk.AES))
                        .bytes(Cka.VALUE))
                .isEqualTo(counted(32));
        // The plain parameter unwraps it too.
        assertThat(unwrap(
                                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(told.iv(), told.aad(), 128)),
                                AES,
                                wrapped.bytes().array(),
                                secret(Ckk.AES))
                        .bytes(Cka.VALUE))
                .isEqualTo(counted(32));
    }

    @Test
    void gcmGeneratorsNeedRoomAndOneCall() {
        for (AesParameter.GcmWrap wrong : List.of(
                new AesParameter.GcmWrap(Bytes.of(counted(12)), 97, Ckg.GENERATE, Bytes.NULL, 128),
                new AesParameter.GcmWrap(Bytes.of(counted(12)), -1, Ckg.GENERATE, Bytes.NULL, 128),
                new AesParameter.GcmWrap(Bytes.of(counted(12)), 0, Ckg.GENERATE_COUNTER, Bytes.NULL, 128),
                new AesParameter.GcmWrap(Bytes.of(counted(12)), 0, 99, Bytes.NULL, 128),
                new AesParameter.GcmWrap(Bytes.NULL, 0, Ckg.GENERATE, Bytes.NULL, 128))) {
            Refused.with(
                    Ckr.MECHANISM_PARAM_INVALID,
                    () -> TABLE.wrap(Mechanism.of(Ckm.AES_GCM, wrong), AES, TestKey.secret(Ckk.AES, counted(16))));
        }
    }

    private static AttributeMap unwrap(Mechanism mechanism, TestKey key, byte[] wrapped, AttributeMap template) {
        return AttributeMap.of(TABLE.unwrap(mechanism, key, wrapped, template));
    }

    private static AttributeMap secret(long type, Attribute... more) {
        return Pairs.template(Attribute.of(Cka.CLASS, Cko.SECRET_KEY), Attribute.of(Cka.KEY_TYPE, type))
                .with(List.of(more));
    }

    private static byte[] counted(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i + 1);
        }
        return bytes;
    }
}
