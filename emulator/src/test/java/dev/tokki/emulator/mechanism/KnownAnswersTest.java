package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.ChaChaParameter;
import dev.tokki.api.parameter.DerivationParameter;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.PasswordParameter;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.api.parameter.TlsParameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.mechanism.work.Signer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Published known answers, by the providers that serve and by Bouncy Castle alone.
class KnownAnswersTest {
    private static final MechanismTable FASTEST = MechanismTable.all();
    private static final MechanismTable BOUNCY_CASTLE = MechanismTable.all(Crypto.bouncyCastle());

    static Stream<Arguments> digests() {
        return both("digest.txt");
    }

    static Stream<Arguments> macs() {
        return Stream.concat(both("hmac.txt"), both("cmac.txt"));
    }

    static Stream<Arguments> ciphers() {
        return Stream.concat(both("aes.txt"), both("ciphers.txt"));
    }

    static Stream<Arguments> rsa() {
        return both("rsa.txt");
    }

    static Stream<Arguments> curves() {
        return Vector.of("curves.txt").stream().map(Arguments::of);
    }

    private static Stream<Arguments> both(String file) {
        return Vector.of(file).stream()
                .filter(vector -> !vector.has("define"))
                .flatMap(vector -> Stream.of(Arguments.of(vector, FASTEST), Arguments.of(vector, BOUNCY_CASTLE)));
    }

    @ParameterizedTest
    @MethodSource
    void digests(Vector vector, MechanismTable table) {
        Digester digester = table.digest(mechanism(vector));
        digester.update(vector.bytes("input"));
        assertThat(digester.length()).isEqualTo(vector.bytes("output").length);
        assertThat(digester.finish()).isEqualTo(vector.bytes("output"));
    }

    @ParameterizedTest
    @MethodSource
    void macs(Vector vector, MechanismTable table) {
        TestKey key = secret(vector);
        Signer signer = table.sign(mechanism(vector), key);
        assertThat(signer.length()).isEqualTo(vector.bytes("output").length);
        assertThat(signer.finish(vector.bytes("input"))).isEqualTo(vector.bytes("output"));
        table.verify(mechanism(vector), key).finish(vector.bytes("input"), vector.bytes("output"));
        Refused.with(
                Ckr.SIGNATURE_INVALID,
                () -> table.verify(mechanism(vector), key)
                        .finish(vector.bytes("input"), flipped(vector.bytes("output"))));
    }

    @ParameterizedTest
    @MethodSource
    void ciphers(Vector vector, MechanismTable table) {
        TestKey key = secret(vector);
        assertThat(table.encrypt(mechanism(vector), key).finish(vector.bytes("input")))
                .isEqualTo(vector.bytes("output"));
        assertThat(table.decrypt(mechanism(vector), key).finish(vector.bytes("output")))
                .isEqualTo(vector.bytes("input"));
    }

    @ParameterizedTest
    @MethodSource
    void rsa(Vector vector, MechanismTable table) {
        TestKey publicKey = rsaPublic(rsaKey(vector.text("public", vector.text("private", ""))));
        if (vector.has("decryption")) {
            byte[] decrypted = table.decrypt(mechanism(vector), rsaPrivate(rsaKey(vector.get("private"))))
                    .finish(vector.bytes("decryption"));
            assertThat(decrypted).isEqualTo(vector.bytes("input"));
            return;
        }
        table.verify(mechanism(vector), publicKey).finish(vector.bytes("input"), vector.bytes("signature"));
        Refused.with(
                Ckr.SIGNATURE_INVALID,
                () -> table.verify(mechanism(vector), publicKey)
                        .finish(vector.bytes("input"), flipped(vector.bytes("signature"))));
        if (vector.has("private")) {
            assertThat(table.sign(mechanism(vector), rsaPrivate(rsaKey(vector.get("private"))))
                            .finish(vector.bytes("input")))
                    .isEqualTo(vector.bytes("signature"));
        }
    }

    @ParameterizedTest
    @MethodSource
    void curves(Vector vector) {
        if (vector.has("secret")) {
            List<Attribute> derived = FASTEST.derive(
                    mechanism(vector),
                    curvePrivate(vector),
                    Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET)),
                    handle -> curvePrivate(vector));
            assertThat(AttributeMap.of(derived).bytes(Cka.VALUE)).isEqualTo(vector.bytes("secret"));
            return;
        }
        if (vector.has("value")) {
            assertThat(FASTEST.sign(mechanism(vector), curvePrivate(vector)).finish(vector.bytes("input")))
                    .isEqualTo(vector.bytes("signature"));
        }
        FASTEST.verify(mechanism(vector), curvePublic(vector)).finish(vector.bytes("input"), vector.bytes("signature"));
        Refused.with(
                Ckr.SIGNATURE_INVALID,
                () -> FASTEST.verify(mechanism(vector), curvePublic(vector))
                        .finish(vector.bytes("input"), flipped(vector.bytes("signature"))));
    }

    static Stream<Arguments> derivations() {
        return both("kdf.txt");
    }

    @ParameterizedTest
    @MethodSource
    void derivations(Vector vector, MechanismTable table) {
        AttributeMap template =
                Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET), Attribute.of(Cka.VALUE_LEN, (long)
                        vector.bytes("secret").length));
        List<Attribute> made = vector.has("password")
                ? table.generateKey(mechanism(vector), template)
                : table.derive(
                        mechanism(vector),
                        TestKey.secret(Ckk.GENERIC_SECRET, vector.bytes("key")),
                        template,
                        handle -> TestKey.secret(Ckk.GENERIC_SECRET, new byte[1]));
        assertThat(AttributeMap.of(made).bytes(Cka.VALUE)).isEqualTo(vector.bytes("secret"));
    }

    private static Mechanism mechanism(Vector vector) {
        return Mechanism.of(vector.constant(Names.CKM, "mechanism"), parameter(vector));
    }

    private static Parameter parameter(Vector vector) {
        if (vector.has("nonce")) {
            return new AesParameter.Ccm(
                    vector.bytes("input").length,
                    Bytes.of(vector.bytes("nonce")),
                    Bytes.of(vector.bytes("aad")),
                    vector.number("ccmTag"));
        }
        if (vector.has("chachaNonce")) {
            return new ChaChaParameter.Poly1305(Bytes.of(vector.bytes("chachaNonce")), Bytes.of(vector.bytes("aad")));
        }
        if (vector.has("number")) {
            return new Parameter.ULong(vector.number("number"));
        }
        if (vector.has("info")) {
            return new DerivationParameter.Hkdf(
                    true,
                    true,
                    Ckm.SHA256,
                    Ckf.HKDF_SALT_DATA,
                    Bytes.of(vector.bytes("salt")),
                    0,
                    Bytes.of(vector.bytes("info")));
        }
        if (vector.has("seed")) {
            return new TlsParameter.Kdf(
                    Ckm.SHA256,
                    Bytes.of(vector.bytes("label")),
                    new TlsParameter.RandomData(Bytes.of(vector.bytes("seed")), Bytes.NULL),
                    Bytes.NULL);
        }
        if (vector.has("password")) {
            return new PasswordParameter.Pbkdf2(
                    Ckz.SALT_SPECIFIED,
                    Bytes.of(vector.bytes("salt")),
                    vector.number("iterations"),
                    Ckp.PKCS5_PBKD2_HMAC_SHA1,
                    Bytes.NULL,
                    Bytes.of(vector.bytes("password")));
        }
        if (vector.has("macLength")) {
            return new Parameter.ULong(vector.number("macLength"));
        }
        if (vector.has("tagBits")) {
            return new AesParameter.Gcm(
                    Bytes.of(vector.bytes("iv")), Bytes.of(vector.bytes("aad")), vector.number("tagBits"));
        }
        if (vector.has("counterBits")) {
            return new AesParameter.Ctr(vector.number("counterBits"), Bytes.of(vector.bytes("counterBlock")));
        }
        if (vector.has("iv")) {
            return Parameter.of(vector.bytes("iv"));
        }
        if (vector.has("saltLength")) {
            return new RsaParameter.Pss(
                    vector.constant(Names.CKM, "hashAlg"),
                    vector.constant(Names.CKG, "mgf"),
                    vector.number("saltLength"));
        }
        if (vector.has("hashAlg")) {
            return new RsaParameter.Oaep(
                    vector.constant(Names.CKM, "hashAlg"),
                    vector.constant(Names.CKG, "mgf"),
                    Ckz.DATA_SPECIFIED,
                    Bytes.of(vector.bytes("label")));
        }
        if (vector.has("prehash")) {
            return new EcParameter.EdDsa(
                    Boolean.parseBoolean(vector.get("prehash")), Bytes.of(vector.bytes("context")));
        }
        if (vector.has("other")) {
            return new EcParameter.Ecdh1Derive(Ckd.NULL, Bytes.NULL, Bytes.of(vector.bytes("other")));
        }
        return Parameter.none();
    }

    private static TestKey secret(Vector vector) {
        return TestKey.secret(vector.constant(Names.CKK, "keyType"), vector.bytes("key"));
    }

    private static Vector rsaKey(String name) {
        return Vector.of("rsa.txt").stream()
                .filter(vector -> vector.text("define", "").equals(name))
                .findFirst()
                .orElseThrow();
    }

    static TestKey rsaPublic(Vector vector) {
        return TestKey.publicKey(
                Ckk.RSA,
                Attribute.of(Cka.MODULUS, vector.bytes("n")),
                Attribute.of(Cka.PUBLIC_EXPONENT, vector.bytes("e")));
    }

    static TestKey rsaPrivate(Vector vector) {
        return TestKey.privateKey(
                Ckk.RSA,
                Attribute.of(Cka.MODULUS, vector.bytes("n")),
                Attribute.of(Cka.PUBLIC_EXPONENT, vector.bytes("e")),
                Attribute.of(Cka.PRIVATE_EXPONENT, vector.bytes("d")),
                Attribute.of(Cka.PRIME_1, vector.bytes("p")),
                Attribute.of(Cka.PRIME_2, vector.bytes("q")),
                Attribute.of(Cka.EXPONENT_1, vector.bytes("dp")),
                Attribute.of(Cka.EXPONENT_2, vector.bytes("dq")),
                Attribute.of(Cka.COEFFICIENT, vector.bytes("qi")));
    }

    private static TestKey curvePrivate(Vector vector) {
        return TestKey.privateKey(
                curveType(vector),
                Attribute.of(Cka.EC_PARAMS, Pairs.named(vector.get("curve"))),
                Attribute.of(Cka.VALUE, vector.bytes("value")));
    }

    private static TestKey curvePublic(Vector vector) {
        long type = curveType(vector);
        byte[] point = vector.bytes("point");
        return TestKey.publicKey(
                type,
                Attribute.of(Cka.EC_PARAMS, Pairs.named(vector.get("curve"))),
                Attribute.of(Cka.EC_POINT, type == Ckk.EC ? EcKeys.inOctetString(point) : point));
    }

    private static long curveType(Vector vector) {
        if (vector.constant(Names.CKM, "mechanism") == Ckm.EDDSA) {
            return Ckk.EC_EDWARDS;
        }
        return vector.get("curve").startsWith("curve") ? Ckk.EC_MONTGOMERY : Ckk.EC;
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[flipped.length / 2] ^= 1;
        return flipped;
    }
}
