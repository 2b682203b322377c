package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.GENERATE_KEY_PAIR;

import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;

/// Generating key pairs: sections 5.18.2, 6.1.4, 6.3.9 and 6.3.11.
@Chapter(id = "generate", title = "Key generation", section = "5.18")
record KeyPairGenerationTests(Bench bench) implements CryptoSuite {
    private static final Mechanism RSA = Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN);
    private static final Mechanism EC = Mechanism.of(Ckm.EC_KEY_PAIR_GEN);
    private static final Draft READABLE =
            Draft.of().with(Cka.TOKEN, false).with(Cka.SENSITIVE, false).with(Cka.EXTRACTABLE, true);

    @Requirement(
            id = "generate.rsa",
            functions = GENERATE_KEY_PAIR,
            section = {"5.18.2", "6.1.4"},
            rule = "CKM_RSA_PKCS_KEY_PAIR_GEN makes a pair with the modulus's length asked for, one modulus in both"
                    + " keys, both local")
    void rsa() {
        Session session = with(RSA);
        KeyPair pair = session.generating(RSA, rsa2048().with(Cka.VERIFY, true), READABLE.with(Cka.SIGN, true))
                .value();
        Item publicKey = session.item(pair.publicKey());
        publicKey.has(Cka.CLASS, Cko.PUBLIC_KEY).has(Cka.KEY_TYPE, Ckk.RSA).has(Cka.LOCAL, true);
        byte[] modulus = publicKey.bytes(Cka.MODULUS);
        check("length of the modulus", 256, modulus.length);
        check("first bit of the modulus", "set", modulus[0] < 0, "clear");
        session.item(pair.privateKey())
                .has(Cka.CLASS, Cko.PRIVATE_KEY)
                .has(Cka.KEY_TYPE, Ckk.RSA)
                .has(Cka.MODULUS, modulus)
                .has(Cka.PUBLIC_EXPONENT, (byte) 1, (byte) 0, (byte) 1)
                .has(Cka.LOCAL, true)
                .has(Cka.KEY_GEN_MECHANISM, Ckm.RSA_PKCS_KEY_PAIR_GEN);
    }

    @Requirement(
            id = "generate.rsa.usable",
            functions = GENERATE_KEY_PAIR,
            section = {"5.18.2", "6.1.4"},
            rule = "The generated RSA keys belong together: the JDK accepts with the public key what the private one"
                    + " signs")
    void rsaPairBelongsTogether() {
        requires(Ckm.SHA256_RSA_PKCS, Ckf.SIGN);
        Crypto crypto = new Crypto(with(RSA));
        KeyPair pair = crypto.session().generate(RSA, rsa2048(), READABLE.with(Cka.SIGN, true));
        byte[] message = Data.text("message");
        byte[] signature = crypto.sign(Mechanism.of(Ckm.SHA256_RSA_PKCS), pair.privateKey(), message);
        Item key = crypto.item(pair.publicKey());
        check(
                "the JDK accepts the signature",
                true,
                Jdk.verifies(
                        "SHA256withRSA",
                        null,
                        Jdk.rsaPublic(key.bytes(Cka.MODULUS), key.bytes(Cka.PUBLIC_EXPONENT)),
                        message,
                        signature));
    }

    @Requirement(
            id = "generate.rsa.default-exponent",
            functions = GENERATE_KEY_PAIR,
            section = "6.1.4",
            rule = "Without CKA_PUBLIC_EXPONENT the exponent is 65537")
    void rsaDefaultExponent() {
        Session session = with(RSA);
        KeyPair pair = session.generating(RSA, rsa2048().without(Cka.PUBLIC_EXPONENT), READABLE)
                .value();
        session.item(pair.publicKey()).has(Cka.PUBLIC_EXPONENT, (byte) 1, (byte) 0, (byte) 1);
    }

    @Requirement(
            id = "generate.rsa.no-length",
            functions = GENERATE_KEY_PAIR,
            section = {"4.1.1", "6.1.4"},
            rule = "CKM_RSA_PKCS_KEY_PAIR_GEN without CKA_MODULUS_BITS is CKR_TEMPLATE_INCOMPLETE")
    void rsaWithoutLength() {
        Session session = with(RSA);
        session.generating(RSA, rsa2048().without(Cka.MODULUS_BITS), READABLE).returns(Ckr.TEMPLATE_INCOMPLETE);
    }

    @Requirement(
            id = "generate.rsa.too-short",
            functions = GENERATE_KEY_PAIR,
            section = {"4.1.1", "6.1.4"},
            rule = "A modulus of 100 bits, if it is below ulMinKeySize, is CKR_ATTRIBUTE_VALUE_INVALID or"
                    + " CKR_TEMPLATE_INCONSISTENT")
    void rsaTooShort() {
        Session session = with(RSA);
        if (bench().set(new GetMechanismInfo(token().slot(), RSA.type())).minKeySize() <= 100) {
            throw notSupported("it makes RSA keys of 100 bits");
        }
        session.generating(RSA, rsa2048().with(Cka.MODULUS_BITS, 100), READABLE)
                .returns(Ckr.ATTRIBUTE_VALUE_INVALID, Ckr.TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "generate.rsa.wrong-type",
            functions = GENERATE_KEY_PAIR,
            section = "5.18.2",
            rule = "A key type or class in a template that the mechanism does not make is CKR_TEMPLATE_INCONSISTENT")
    void pairOfTheWrongType() {
        Session session = with(RSA);
        session.generating(RSA, rsa2048().with(Cka.KEY_TYPE, Ckk.EC), READABLE).returns(Ckr.TEMPLATE_INCONSISTENT);
        session.generating(RSA, rsa2048(), READABLE.with(Cka.CLASS, Cko.SECRET_KEY))
                .returns(Ckr.TEMPLATE_INCONSISTENT);
    }

    @Requirement(
            id = "generate.pair-or-nothing",
            functions = GENERATE_KEY_PAIR,
            section = "5.18.2",
            rule = "A call that fails creates no key at all")
    void allOrNothing() {
        Session session = with(EC);
        Draft label = Draft.of().with(Cka.LABEL, "half a pair");
        session.generating(EC, p256().with(label), READABLE.with(label).with(Cka.CLASS, Cko.SECRET_KEY))
                .fails();
        check("objects created", 0, session.find(label).size());
    }

    @Requirement(
            id = "generate.ec",
            functions = GENERATE_KEY_PAIR,
            section = {"5.18.2", "6.3.9"},
            rule =
                    "CKM_EC_KEY_PAIR_GEN contributes the point in a DER octet string to the public key, and parameters and"
                            + " value to the private one")
    void ec() {
        Session session = with(EC);
        KeyPair pair =
                session.generating(EC, p256(), READABLE.with(Cka.SIGN, true)).value();
        Item publicKey = session.item(pair.publicKey());
        publicKey.has(Cka.KEY_TYPE, Ckk.EC).has(Cka.LOCAL, true);
        byte[] point = publicKey.bytes(Cka.EC_POINT);
        check("length of CKA_EC_POINT", 67, point.length);
        check("length of the point in it", 65, Der.octets(point).length);
        Item privateKey = session.item(pair.privateKey());
        privateKey
                .has(Cka.KEY_TYPE, Ckk.EC)
                .has(Cka.EC_PARAMS, Curve.P256.params())
                .has(Cka.LOCAL, true)
                .has(Cka.KEY_GEN_MECHANISM, Ckm.EC_KEY_PAIR_GEN);
        check("CKA_VALUE", "at most 32 bytes", privateKey.bytes(Cka.VALUE).length <= 32, "longer");
    }

    @Requirement(
            id = "generate.ec.usable",
            functions = GENERATE_KEY_PAIR,
            section = {"5.18.2", "6.3.9"},
            rule =
                    "The generated EC keys belong together: the JDK accepts with the public key what the private one signs")
    void ecPairBelongsTogether() {
        requires(Ckm.ECDSA, Ckf.SIGN);
        Crypto crypto = new Crypto(with(EC));
        KeyPair pair = crypto.session().generate(EC, p256(), READABLE.with(Cka.SIGN, true));
        byte[] digest = Jdk.digest(Hash.SHA256, Data.text("message"));
        byte[] signature = crypto.sign(Mechanism.of(Ckm.ECDSA), pair.privateKey(), digest);
        byte[] point = Der.octets(crypto.item(pair.publicKey()).bytes(Cka.EC_POINT));
        check(
                "the JDK accepts the signature",
                true,
                Jdk.verifies("NONEwithECDSAinP1363Format", null, Jdk.ecPublic(Curve.P256, point), digest, signature));
    }

    @Requirement(
            id = "generate.ec.no-curve",
            functions = GENERATE_KEY_PAIR,
            section = {"4.1.1", "6.3.9"},
            rule = "CKM_EC_KEY_PAIR_GEN without CKA_EC_PARAMS is CKR_TEMPLATE_INCOMPLETE")
    void ecWithoutCurve() {
        Session session = with(EC);
        session.generating(EC, Draft.of().with(Cka.TOKEN, false), READABLE).returns(Ckr.TEMPLATE_INCOMPLETE);
    }

    @Requirement(
            id = "generate.ec.not-der",
            functions = GENERATE_KEY_PAIR,
            section = "6.3",
            rule =
                    "CKA_EC_PARAMS that are no parameters at all are CKR_DOMAIN_PARAMS_INVALID, CKR_CURVE_NOT_SUPPORTED or"
                            + " CKR_ATTRIBUTE_VALUE_INVALID")
    void ecParametersThatAreNone() {
        Session session = with(EC);
        session.generating(EC, p256().with(Cka.EC_PARAMS, Data.counting(9)), READABLE)
                .returns(Ckr.DOMAIN_PARAMS_INVALID, Ckr.CURVE_NOT_SUPPORTED, Ckr.ATTRIBUTE_VALUE_INVALID);
    }

    @Requirement(
            id = "generate.ec.edwards-curve",
            functions = GENERATE_KEY_PAIR,
            section = {"6.3.10", "6.3.11"},
            rule = "Ed25519 and X25519 with CKM_EC_KEY_PAIR_GEN are CKR_CURVE_NOT_SUPPORTED")
    void edwardsCurvesHaveTheirOwnMechanism() {
        Session session = with(EC);
        session.generating(EC, p256().with(Cka.EC_PARAMS, Curve.ED25519.params()), READABLE)
                .returns(Ckr.CURVE_NOT_SUPPORTED);
        session.generating(EC, p256().with(Cka.EC_PARAMS, Curve.X25519.params()), READABLE)
                .returns(Ckr.CURVE_NOT_SUPPORTED);
    }

    @Requirement(
            id = "generate.montgomery",
            functions = GENERATE_KEY_PAIR,
            section = {"6.3.7", "6.3.11"},
            rule =
                    "CKM_EC_MONTGOMERY_KEY_PAIR_GEN makes an X25519 pair whose CKA_EC_POINT are the 32 bytes of RFC 7748")
    void montgomery() {
        Mechanism montgomery = Curve.X25519.generation();
        Session session = with(montgomery);
        KeyPair pair = session.generating(
                        montgomery,
                        Draft.of().with(Cka.TOKEN, false).with(Cka.EC_PARAMS, Curve.X25519.params()),
                        READABLE.with(Cka.DERIVE, true))
                .value();
        session.item(pair.publicKey()).has(Cka.KEY_TYPE, Ckk.EC_MONTGOMERY);
        check("length of CKA_EC_POINT", 32, session.item(pair.publicKey()).bytes(Cka.EC_POINT).length);
    }

    private Session with(Mechanism mechanism) {
        requires(mechanism);
        return userSession();
    }

    private static Draft rsa2048() {
        return Draft.of()
                .with(Cka.TOKEN, false)
                .with(Cka.MODULUS_BITS, 2048)
                .with(Cka.PUBLIC_EXPONENT, (byte) 1, (byte) 0, (byte) 1);
    }

    private static Draft p256() {
        return Draft.of().with(Cka.TOKEN, false).with(Cka.EC_PARAMS, Curve.P256.params());
    }
}
