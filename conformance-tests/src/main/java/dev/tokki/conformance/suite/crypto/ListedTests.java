package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DIGEST;
import static dev.tokki.api.Function.DIGEST_INIT;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.VERIFY;

import dev.tokki.api.Bytes;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import java.util.Arrays;
import java.util.List;

/// Whatever a token lists of digests and of signatures by key pairs.
@Chapter(id = "listed", title = "Mechanisms used as they are listed", section = "5.5.6")
record ListedTests(Bench bench) implements CryptoSuite {
    private static final byte[] DATA = Data.counting(48);

    @Requirement(
            id = "listed.digest",
            functions = DIGEST,
            section = {"5.5.6", "5.12.2"},
            rule = "Each listed mechanism with CKF_DIGEST and no parameter digests, the same at once and in parts, and"
                    + " other data to something else")
    void digests() {
        each(plainDigests(), type -> {
            Mechanism mechanism = Mechanism.of(type);
            Crypto crypto = new Crypto(session());
            byte[] whole = crypto.digest(mechanism, DATA);
            byte[] parts =
                    crypto.digest(mechanism, List.of(Arrays.copyOf(DATA, 7), Arrays.copyOfRange(DATA, 7, DATA.length)));
            same(mechanism + " in parts", whole, parts);
            byte[] other = crypto.digest(mechanism, Keys.spoiled(DATA, 3));
            check(mechanism + " of other data", "another digest", !Arrays.equals(whole, other), "the same");
        });
    }

    @Requirement(
            id = "listed.digest-parameter",
            functions = DIGEST_INIT,
            section = {"5.1.6", "5.12.1"},
            rule = "Each listed mechanism with CKF_DIGEST and no parameter refuses one")
    void digestsTakeNoParameter() {
        each(plainDigests(), type -> {
            Mechanism mechanism = Mechanism.of(type, new Parameter.Raw(Bytes.of(new byte[3])));
            String found =
                    expect(new DigestInit(session().handle(), mechanism)).rv().toString();
            check("C_DigestInit with " + Names.CKM.of(type), "CKR_MECHANISM_PARAM_INVALID", found);
        });
    }

    @Requirement(
            id = "listed.rsa",
            functions = {SIGN, VERIFY},
            section = {"5.5.6", "6.1.12"},
            rule = "Each listed mechanism CKM_…_RSA_PKCS with CKF_SIGN and CKF_VERIFY verifies what it signs")
    void rsaSignatures() {
        List<Long> types = named("CKM_[A-Z0-9_]+_RSA_PKCS");
        Crypto crypto = crypto();
        long signing = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        long verifying = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        each(types, type -> signs(type, signing, verifying));
    }

    @Requirement(
            id = "listed.ecdsa",
            functions = {SIGN, VERIFY},
            section = {"5.5.6", "6.3.12"},
            rule = "Each listed mechanism CKM_ECDSA_… with CKF_SIGN and CKF_VERIFY verifies what it signs")
    void ecdsaSignatures() {
        requires(Ckm.EC_KEY_PAIR_GEN, Ckf.GENERATE_KEY_PAIR);
        List<Long> types = named("CKM_ECDSA_[A-Z0-9_]+");
        KeyPair pair = crypto().session()
                .generate(
                        Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                        Draft.of()
                                .with(Cka.EC_PARAMS, Curve.P256.params())
                                .with(Cka.TOKEN, false)
                                .with(Cka.VERIFY, true),
                        Draft.of().with(Cka.TOKEN, false).with(Cka.SIGN, true));
        each(types, type -> signs(type, pair.privateKey(), pair.publicKey()));
    }

    private void signs(long type, long signing, long verifying) {
        Mechanism mechanism = Mechanism.of(type);
        Crypto crypto = new Crypto(session());
        byte[] signature = crypto.sign(mechanism, signing, DATA);
        crypto.verify(mechanism, verifying, DATA, signature).succeeds();
        crypto.verify(mechanism, verifying, Keys.spoiled(DATA, 5), signature).returns(Ckr.SIGNATURE_INVALID);
    }

    private List<Long> named(String pattern) {
        List<Long> some = token().mechanisms().stream()
                .filter(type -> Names.CKM.of(type).matches(pattern))
                .filter(type -> takesNone(type))
                .filter(type -> (flags(type) & (Ckf.SIGN | Ckf.VERIFY)) == (Ckf.SIGN | Ckf.VERIFY))
                .toList();
        if (some.isEmpty()) {
            throw notSupported("it lists none of them");
        }
        return some;
    }

    private List<Long> plainDigests() {
        return token().mechanisms().stream()
                .filter(type -> (flags(type) & Ckf.DIGEST) != 0 && takesNone(type))
                .toList();
    }

    private static boolean takesNone(long type) {
        return ParameterTypes.of(type).stream().allMatch(Parameter.None.class::equals);
    }

    private long flags(long type) {
        return bench().set(new GetMechanismInfo(token().slot(), type)).flags();
    }
}
