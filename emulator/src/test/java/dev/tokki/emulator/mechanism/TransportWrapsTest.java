package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.api.parameter.EcParameter.Ecdh1Derive;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.key.EcKeys;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wrapping by a temporary AES key, sections 6.1.19 and 6.3.20 to 6.3.22.
class TransportWrapsTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final Pairs RSA = Pairs.rsa(TABLE, 1024);
    private static final Pairs P256 = Pairs.curve(TABLE, Ckm.EC_KEY_PAIR_GEN, Pairs.oid("1.2.840.10045.3.1.7"));
    private static final Pairs X448 = Pairs.curve(TABLE, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Pairs.oid("1.3.101.111"));
    private static final TestKey SECRET = TestKey.secret(Ckk.GENERIC_SECRET, "00112233445566778899aa");
    private static final RsaParameter.Oaep OAEP =
            new RsaParameter.Oaep(Ckm.SHA_1, Ckg.MGF1_SHA1, Ckz.DATA_SPECIFIED, Bytes.EMPTY);
    private static final Mechanism BY_RSA = byRsa(256, OAEP);

    /// A mechanism and the keys that wrap by it.
    record Wrapping(Mechanism mechanism, Pairs by) {}

    static Stream<Wrapping> wrappings() {
        return Stream.of(
                new Wrapping(BY_RSA, RSA),
                new Wrapping(byRsa(128, OAEP), RSA),
                new Wrapping(byCurve(Ckm.ECDH_AES_KEY_WRAP, 192, Ckd.NULL), P256),
                new Wrapping(byCurve(Ckm.ECDH_AES_KEY_WRAP, 256, Ckd.SHA512_KDF), X448),
                new Wrapping(byCurve(Ckm.ECDH_COF_AES_KEY_WRAP, 256, Ckd.SHA256_KDF_SP800), P256),
                new Wrapping(byCurve(Ckm.ECDH_X_AES_KEY_WRAP, 128, Ckd.SHA1_KDF), X448));
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void secretAndPrivateKeysComeBack(Wrapping wrapping) {
        assertThat(unwrap(wrapping, wrap(wrapping, SECRET), secret()).bytes(Cka.VALUE))
                .isEqualTo(SECRET.value());
        AttributeMap rsa = unwrap(wrapping, wrap(wrapping, RSA.privateKey()), privateKey(Ckk.RSA));
        for (long number : new long[] {Cka.MODULUS, Cka.PRIVATE_EXPONENT, Cka.PRIME_1, Cka.COEFFICIENT}) {
            assertThat(rsa.bytes(number))
                    .isEqualTo(RSA.privateKey().attributes().bytes(number));
        }
        assertThat(unwrap(wrapping, wrap(wrapping, P256.privateKey()), privateKey(Ckk.EC))
                        .bytes(Cka.EC_PARAMS))
                .isEqualTo(P256.privateKey().attributes().bytes(Cka.EC_PARAMS));
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void aChangedByteAnywhereIsNoticed(Wrapping wrapping) {
        byte[] wrapped = wrap(wrapping, SECRET);
        for (int at : new int[] {wrapped.length - 1, wrapped.length - 20, 30}) {
            byte[] changed = wrapped.clone();
            changed[at] ^= 1;
            Refused.with(Ckr.WRAPPED_KEY_INVALID, () -> unwrap(wrapping, changed, secret()));
        }
        for (int length : new int[] {0, 30, wrapped.length - 1, wrapped.length - 16}) {
            Refused.with(Ckr.WRAPPED_KEY_LEN_RANGE, () -> unwrap(wrapping, Arrays.copyOf(wrapped, length), secret()));
        }
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void emptyKeysAreNotWrapped(Wrapping wrapping) {
        Refused.with(Ckr.KEY_SIZE_RANGE, () -> wrap(wrapping, TestKey.secret(Ckk.GENERIC_SECRET, "")));
    }

    /// What the token does is what anybody does with the parts: OAEP, and KWP with what it encrypted.
    @Test
    void rsaWrapsTheTemporaryKeyByOaep() {
        byte[] wrapped = wrap(new Wrapping(BY_RSA, RSA), SECRET);
        TestKey aes = TestKey.secret(
                Ckk.AES,
                TABLE.decrypt(Mechanism.of(Ckm.RSA_PKCS_OAEP, OAEP), RSA.privateKey())
                        .finish(Arrays.copyOf(wrapped, 128)));
        assertThat(aes.value()).hasSize(32);
        assertThat(TABLE.decrypt(Mechanism.of(Ckm.AES_KEY_WRAP_KWP), aes)
                        .finish(Arrays.copyOfRange(wrapped, 128, wrapped.length)))
                .isEqualTo(SECRET.value());
    }

    /// "The first ulAESKeyBits bits of the derived key."
    @Test
    void curvesWrapByTheBeginningOfTheSharedSecret() {
        Wrapping wrapping = new Wrapping(byCurve(Ckm.ECDH_COF_AES_KEY_WRAP, 128, Ckd.NULL), P256);
        byte[] wrapped = wrap(wrapping, SECRET);
        byte[] point = EcKeys.octetString(Arrays.copyOf(wrapped, 67)).orElseThrow();
        byte[] shared = AttributeMap.of(TABLE.derive(
                        Mechanism.of(Ckm.ECDH1_COFACTOR_DERIVE, new Ecdh1Derive(Ckd.NULL, Bytes.NULL, Bytes.of(point))),
                        P256.privateKey(),
                        Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET)),
                        handle -> P256.privateKey()))
                .bytes(Cka.VALUE);
        TestKey aes = TestKey.secret(Ckk.AES, Arrays.copyOf(shared, 16));
        assertThat(TABLE.decrypt(Mechanism.of(Ckm.AES_KEY_WRAP_KWP), aes)
                        .finish(Arrays.copyOfRange(wrapped, 67, wrapped.length)))
                .isEqualTo(SECRET.value());
        // The same with the point bare.
        assertThat(unwrap(wrapping, Arrays.copyOfRange(wrapped, 2, wrapped.length), secret())
                        .bytes(Cka.VALUE))
                .isEqualTo(SECRET.value());
    }

    @Test
    void temporaryKeysHaveALengthOfAesAndFit() {
        for (long bits : new long[] {0, 64, 127, 512, -1}) {
            Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> wrap(new Wrapping(byRsa(bits, OAEP), RSA), SECRET));
            Refused.with(
                    Ckr.MECHANISM_PARAM_INVALID,
                    () -> wrap(new Wrapping(byCurve(Ckm.ECDH_AES_KEY_WRAP, bits, Ckd.NULL), P256), SECRET));
        }
        Wrapping tooLong = new Wrapping(
                byRsa(256, new RsaParameter.Oaep(Ckm.SHA512, Ckg.MGF1_SHA1, Ckz.DATA_SPECIFIED, Bytes.EMPTY)), RSA);
        Refused.with(Ckr.WRAPPING_KEY_SIZE_RANGE, () -> wrap(tooLong, SECRET));
        Refused.with(Ckr.UNWRAPPING_KEY_SIZE_RANGE, () -> unwrap(tooLong, new byte[200], secret()));
        Pairs small = Pairs.ec(TABLE, "secp160r1");
        Refused.with(
                Ckr.WRAPPING_KEY_SIZE_RANGE,
                () -> wrap(new Wrapping(byCurve(Ckm.ECDH_AES_KEY_WRAP, 192, Ckd.NULL), small), SECRET));
        byte[] other = wrap(new Wrapping(byRsa(128, OAEP), RSA), SECRET);
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> unwrap(new Wrapping(BY_RSA, RSA), other, secret()));
    }

    private static Mechanism byRsa(long bits, RsaParameter.Oaep oaep) {
        return Mechanism.of(Ckm.RSA_AES_KEY_WRAP, new RsaParameter.AesKeyWrap(bits, oaep));
    }

    private static Mechanism byCurve(long mechanism, long bits, long kdf) {
        return Mechanism.of(
                mechanism, new EcParameter.AesKeyWrap(bits, kdf, kdf == Ckd.NULL ? Bytes.NULL : Bytes.utf8("shared")));
    }

    private static byte[] wrap(Wrapping wrapping, TestKey key) {
        return TABLE.wrap(wrapping.mechanism(), wrapping.by().publicKey(), key)
                .bytes()
                .array();
    }

    private static AttributeMap unwrap(Wrapping wrapping, byte[] wrapped, AttributeMap template) {
        return AttributeMap.of(TABLE.unwrap(wrapping.mechanism(), wrapping.by().privateKey(), wrapped, template));
    }

    private static AttributeMap secret() {
        return Pairs.template(Attribute.of(Cka.CLASS, Cko.SECRET_KEY), Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET));
    }

    private static AttributeMap privateKey(long type) {
        return Pairs.template(Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY), Attribute.of(Cka.KEY_TYPE, type));
    }
}
