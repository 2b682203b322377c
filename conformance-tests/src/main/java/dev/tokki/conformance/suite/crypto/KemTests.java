package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECAPSULATE_KEY;
import static dev.tokki.api.Function.ENCAPSULATE_KEY;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.call.KeyManagement.DecapsulateKey;
import dev.tokki.api.call.KeyManagement.EncapsulateKey;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import java.util.List;

/// Encapsulation by RSA and by Diffie-Hellman on curves: sections 5.18.8, 5.18.9, 6.1 and 6.3.17.
@Chapter(id = "kem", title = "Key encapsulation", section = "5.18.8")
record KemTests(Bench bench) implements CryptoSuite {
    private static final Buffer ROOM = Buffer.of(2000);

    @Requirement(
            id = "kem.opens",
            functions = {ENCAPSULATE_KEY, DECAPSULATE_KEY},
            section = {"5.18.8", "5.18.9"},
            rule = "What C_EncapsulateKey makes with {0}, C_DecapsulateKey opens to the same key, neither of which is"
                    + " local")
    void opens(Kem kem) {
        Crypto crypto = with(kem);
        KeyPair pair = kem.pair(crypto, Draft.of(), Draft.of());
        Encapsulation made = encapsulating(crypto, kem, pair, secret()).value();
        long opened =
                opening(crypto, kem, pair, made.ciphertext().array(), secret()).value();
        same("key", crypto.value(made.key()), crypto.value(opened));
        check("length of the key", 32, crypto.value(opened).length);
        for (long key : new long[] {made.key(), opened}) {
            crypto.item(key)
                    .has(Cka.LOCAL, false)
                    .has(Cka.ALWAYS_SENSITIVE, false)
                    .has(Cka.NEVER_EXTRACTABLE, false);
        }
    }

    @Requirement(
            id = "kem.unlike",
            functions = ENCAPSULATE_KEY,
            section = "5.18.8",
            rule = "Two encapsulations with {0} for one key give different keys")
    void unlike(Kem kem) {
        Crypto crypto = with(kem);
        KeyPair pair = kem.pair(crypto, Draft.of(), Draft.of());
        long first = encapsulating(crypto, kem, pair, secret()).value().key();
        long second = encapsulating(crypto, kem, pair, secret()).value().key();
        check(
                "values",
                "two of them",
                !Data.shown(crypto.value(first)).equals(Data.shown(crypto.value(second))),
                "the same twice");
    }

    @Requirement(
            id = "kem.usage",
            functions = {ENCAPSULATE_KEY, DECAPSULATE_KEY},
            section = {"5.1.6", "5.18.8", "5.18.9"},
            rule = "With {0}, keys whose CKA_ENCAPSULATE or CKA_DECAPSULATE is false are refused")
    void usage(Kem kem) {
        Crypto crypto = with(kem);
        KeyPair pair = kem.pair(
                crypto, Draft.of().with(Cka.ENCAPSULATE, false), Draft.of().with(Cka.DECAPSULATE, false));
        encapsulating(crypto, kem, pair, secret()).fails();
        opening(crypto, kem, pair, new byte[256], secret()).fails();
    }

    @Requirement(
            id = "kem.half",
            functions = {ENCAPSULATE_KEY, DECAPSULATE_KEY},
            section = {"5.18.8", "5.18.9"},
            rule = "With {0}, the private key cannot encapsulate and the public key cannot decapsulate")
    void wrongHalf(Kem kem) {
        Crypto crypto = with(kem);
        KeyPair pair = kem.pair(crypto, Draft.of(), Draft.of());
        KeyPair swapped = new KeyPair(/* publicKey= */ pair.privateKey(), /* privateKey= */ pair.publicKey());
        encapsulating(crypto, kem, swapped, secret()).fails();
        opening(crypto, kem, swapped, new byte[256], secret()).fails();
    }

    @Requirement(
            id = "kem.ciphertext",
            functions = DECAPSULATE_KEY,
            section = {"5.1.6", "5.18.9"},
            rule = "A ciphertext that {0} cannot have made is CKR_WRAPPED_KEY_LEN_RANGE or CKR_WRAPPED_KEY_INVALID")
    void wrongCiphertext(Kem kem) {
        Crypto crypto = with(kem);
        KeyPair pair = kem.pair(crypto, Draft.of(), Draft.of());
        opening(crypto, kem, pair, new byte[5], secret()).returns(Ckr.WRAPPED_KEY_LEN_RANGE, Ckr.WRAPPED_KEY_INVALID);
    }

    @Requirement(
            id = "kem.template.matching",
            functions = ENCAPSULATE_KEY,
            section = "5.18.8",
            rule = "A key that does not match the CKA_ENCAPSULATE_TEMPLATE of the public key is CKR_KEY_HANDLE_INVALID")
    void encapsulateTemplate() {
        Kem kem = Kem.RSA_PKCS;
        Crypto crypto = with(kem);
        Draft limited = Draft.of()
                .with(
                        Cka.ENCAPSULATE_TEMPLATE,
                        new Value.Template(List.of(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET))));
        KeyPair pair = kem.pair(crypto, limited, Draft.of());
        encapsulating(crypto, kem, pair, secret()).succeeds();
        encapsulating(crypto, kem, pair, Keys.derived(Ckk.AES, Cka.ENCRYPT).with(Cka.VALUE_LEN, 16))
                .returns(Ckr.KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "kem.template.adding",
            functions = DECAPSULATE_KEY,
            section = "5.18.9",
            rule = "The CKA_DECAPSULATE_TEMPLATE of the private key adds to the template, and a conflict is"
                    + " CKR_TEMPLATE_INCONSISTENT")
    void decapsulateTemplate() {
        Kem kem = Kem.RSA_PKCS;
        Crypto crypto = with(kem);
        Draft adding = Draft.of()
                .with(
                        Cka.DECAPSULATE_TEMPLATE,
                        new Value.Template(List.of(new Attribute(Cka.LABEL, Value.of("decapsulated")))));
        KeyPair pair = kem.pair(crypto, Draft.of(), adding);
        byte[] ciphertext =
                encapsulating(crypto, kem, pair, secret()).value().ciphertext().array();
        crypto.item(opening(crypto, kem, pair, ciphertext, secret()).value()).has(Cka.LABEL, "decapsulated");
        opening(crypto, kem, pair, ciphertext, secret().with(Cka.LABEL, "otherwise"))
                .returns(Ckr.TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "kem.unwrapped",
            functions = ENCAPSULATE_KEY,
            section = {"5.18.8", "6.1.6"},
            rule = "C_UnwrapKey with CKM_RSA_PKCS opens what C_EncapsulateKey made: both are exactly equivalent")
    void unwrapped() {
        Kem kem = Kem.RSA_PKCS;
        Crypto crypto = with(kem);
        KeyPair pair = kem.pair(crypto, Draft.of(), Draft.of().with(Cka.UNWRAP, true));
        Encapsulation made = encapsulating(crypto, kem, pair, secret()).value();
        long opened = crypto.unwrap(
                        kem.mechanism, pair.privateKey(), made.ciphertext().array(), secret().without(Cka.VALUE_LEN))
                .value();
        same("key", crypto.value(made.key()), crypto.value(opened));
    }

    @Requirement(
            id = "kem.public-data",
            functions = {ENCAPSULATE_KEY, DECAPSULATE_KEY},
            section = "6.3.17",
            rule = "CKM_ECDH1_DERIVE with another party's public key in its parameter is CKR_MECHANISM_PARAM_INVALID")
    void noPublicData() {
        Crypto crypto = with(Kem.ECDH_P256);
        KeyPair pair = Kem.ECDH_P256.pair(crypto, Draft.of(), Draft.of());
        Mechanism given = Mechanism.of(
                Ckm.ECDH1_DERIVE, new EcParameter.Ecdh1Derive(Ckd.NULL, Bytes.NULL, Bytes.of(new byte[65])));
        expect(new EncapsulateKey(crypto.handle(), given, pair.publicKey(), secret().template(), ROOM))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
        expect(new DecapsulateKey(
                        crypto.handle(), given, pair.privateKey(), secret().template(), Bytes.of(new byte[65])))
                .returns(Ckr.MECHANISM_PARAM_INVALID);
    }

    private Crypto with(Kem kem) {
        requires(kem.mechanism, Ckf.ENCAPSULATE, Ckf.DECAPSULATE);
        return crypto();
    }

    private Answer<Encapsulation> encapsulating(Crypto crypto, Kem kem, KeyPair pair, Draft draft) {
        return expect(new EncapsulateKey(crypto.handle(), kem.mechanism, pair.publicKey(), draft.template(), ROOM));
    }

    private Answer<Long> opening(Crypto crypto, Kem kem, KeyPair pair, byte[] ciphertext, Draft draft) {
        return expect(new DecapsulateKey(
                crypto.handle(), kem.mechanism, pair.privateKey(), draft.template(), Bytes.of(ciphertext)));
    }

    private static Draft secret() {
        return Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN).with(Cka.VALUE_LEN, 32);
    }

    /// The mechanisms that encapsulate beside ML-KEM.
    enum Kem {
        RSA_PKCS("CKM_RSA_PKCS", Mechanism.of(Ckm.RSA_PKCS)),
        RSA_OAEP(
                "CKM_RSA_PKCS_OAEP",
                Mechanism.of(
                        Ckm.RSA_PKCS_OAEP,
                        new RsaParameter.Oaep(Ckm.SHA_1, Ckg.MGF1_SHA1, Ckz.DATA_SPECIFIED, Bytes.NULL))),
        RSA_RAW("CKM_RSA_X_509", Mechanism.of(Ckm.RSA_X_509)),
        ECDH_P256("CKM_ECDH1_DERIVE on P-256", ecdh(Ckm.ECDH1_DERIVE)),
        ECDH_COFACTOR("CKM_ECDH1_COFACTOR_DERIVE on P-256", ecdh(Ckm.ECDH1_COFACTOR_DERIVE)),
        ECDH_X25519("CKM_ECDH1_DERIVE on curve25519", ecdh(Ckm.ECDH1_DERIVE));

        private final String title;
        private final Mechanism mechanism;

        Kem(String title, Mechanism mechanism) {
            this.title = title;
            this.mechanism = mechanism;
        }

        private static Mechanism ecdh(long type) {
            return Mechanism.of(type, new EcParameter.Ecdh1Derive(Ckd.NULL, Bytes.NULL, Bytes.NULL));
        }

        /// {@return a pair for it, with further attributes}
        KeyPair pair(Crypto crypto, Draft furtherPublic, Draft furtherPrivate) {
            return switch (this) {
                case RSA_PKCS, RSA_OAEP, RSA_RAW ->
                    new KeyPair(
                            crypto.session().create(merged(Keys.rsaPublic(Cka.ENCAPSULATE), furtherPublic)),
                            crypto.session().create(merged(Keys.rsaPrivate(Cka.DECAPSULATE), furtherPrivate)));
                case ECDH_P256, ECDH_COFACTOR ->
                    generated(crypto, Ckm.EC_KEY_PAIR_GEN, Curve.P256, furtherPublic, furtherPrivate);
                case ECDH_X25519 ->
                    generated(crypto, Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, Curve.X25519, furtherPublic, furtherPrivate);
            };
        }

        private static KeyPair generated(
                Crypto crypto, long generation, Curve curve, Draft furtherPublic, Draft furtherPrivate) {
            Draft publicKey = Draft.of()
                    .with(Cka.TOKEN, false)
                    .with(Cka.EC_PARAMS, curve.params())
                    .with(Cka.ENCAPSULATE, true);
            Draft privateKey = Draft.of().with(Cka.TOKEN, false).with(Cka.DECAPSULATE, true);
            return crypto.session()
                    .generate(
                            Mechanism.of(generation),
                            merged(publicKey, furtherPublic),
                            merged(privateKey, furtherPrivate));
        }

        private static Draft merged(Draft draft, Draft further) {
            Draft merged = draft;
            for (Attribute attribute : further.attributes()) {
                merged = merged.with(attribute.type(), attribute.value());
            }
            return merged;
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
