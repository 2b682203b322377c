package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.DECRYPT_INIT;
import static dev.tokki.api.Function.DIGEST_INIT;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.ENCRYPT_INIT;
import static dev.tokki.api.Function.GENERATE_KEY;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.SIGN_INIT;
import static dev.tokki.api.Function.UNWRAP_KEY;
import static dev.tokki.api.Function.VERIFY;
import static dev.tokki.api.Function.VERIFY_INIT;
import static dev.tokki.api.Function.WRAP_KEY;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Decryption.DecryptInit;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.call.Verification.VerifyInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import java.util.ArrayList;
import java.util.List;

/// Whatever a token lists of the mechanisms with secret keys, used as C_GetMechanismInfo says, and otherwise.
@Chapter(id = "listed", title = "Mechanisms used as they are listed", section = "5.5.6")
record FamilyTests(Bench bench) implements CryptoSuite {
    private static final byte[] DATA = Data.counting(48);
    private static final byte[] FOREIGN = {1, 2, 3};

    /// A way to begin an operation.
    private record Way(long flag, long usage, Beginner beginner) {}

    @FunctionalInterface
    private interface Beginner {
        Call<Void> of(long session, Mechanism mechanism, long key);
    }

    private static final List<Way> WAYS = List.of(
            new Way(Ckf.ENCRYPT, Cka.ENCRYPT, EncryptInit::new),
            new Way(Ckf.DECRYPT, Cka.DECRYPT, DecryptInit::new),
            new Way(Ckf.SIGN, Cka.SIGN, SignInit::new),
            new Way(Ckf.VERIFY, Cka.VERIFY, VerifyInit::new));

    @Requirement(
            id = "listed.cipher",
            functions = {ENCRYPT, DECRYPT},
            section = {"5.5.6", "5.8.2", "5.10.2"},
            rule = "What each listed mechanism of {0} with CKF_ENCRYPT and CKF_DECRYPT encrypts, it decrypts")
    void ciphers(Family family) {
        List<Mechanism> some = some(family, Ckf.ENCRYPT | Ckf.DECRYPT);
        long key = crypto().session().create(family.key(Cka.ENCRYPT, Cka.DECRYPT));
        each(some, mechanism -> {
            Crypto crypto = another();
            byte[] encrypted = crypto.encrypt(mechanism, key, DATA);
            check(mechanism + " encrypts", "something else", !Data.shown(DATA).equals(Data.shown(encrypted)), "itself");
            same(mechanism + " decrypts", DATA, crypto.decrypt(mechanism, key, encrypted));
        });
    }

    @Requirement(
            id = "listed.mac",
            functions = {SIGN, VERIFY},
            section = {"5.5.6", "5.13.2", "5.15.2"},
            rule =
                    "What each listed mechanism of {0} with CKF_SIGN and CKF_VERIFY signs, it verifies, and nothing else")
    void macs(Family family) {
        List<Mechanism> some = some(family, Ckf.SIGN | Ckf.VERIFY);
        long key = crypto().session().create(family.key(Cka.SIGN, Cka.VERIFY));
        each(some, mechanism -> {
            Crypto crypto = another();
            byte[] mac = crypto.sign(mechanism, key, DATA);
            crypto.verify(mechanism, key, DATA, mac).succeeds();
            crypto.verify(mechanism, key, DATA, Keys.spoiled(mac, 0)).returns(Ckr.SIGNATURE_INVALID);
            another().verify(mechanism, key, Keys.spoiled(DATA, 5), mac).returns(Ckr.SIGNATURE_INVALID);
        });
    }

    @Requirement(
            id = "listed.wrap",
            functions = {WRAP_KEY, UNWRAP_KEY},
            section = {"5.5.6", "5.18.3", "5.18.4"},
            rule = "What each listed mechanism of {0} with CKF_WRAP and CKF_UNWRAP wraps, it unwraps")
    void wraps(Family family) {
        byte[] value = Data.counting(32);
        List<Mechanism> some = some(family, Ckf.WRAP | Ckf.UNWRAP).stream()
                .map(mechanism -> family.sample(mechanism.type(), value.length).orElseThrow())
                .toList();
        long key = crypto().session().create(family.key(Cka.WRAP, Cka.UNWRAP));
        long secret = session().create(Keys.generic(value));
        each(some, mechanism -> {
            Crypto crypto = another();
            byte[] wrapped = crypto.wrap(mechanism, key, secret);
            long unwrapped = crypto.unwrap(mechanism, key, wrapped, Family.unwrapped(mechanism, value.length))
                    .value();
            same(mechanism + " unwraps", value, crypto.value(unwrapped));
        });
    }

    @Requirement(
            id = "listed.generate",
            functions = GENERATE_KEY,
            section = {"5.18.1", "4.9"},
            rule =
                    "A key generated for {0} is a secret key of the mechanism's type, made here by it, and never the same")
    void generates(Family family) {
        requires(family.generation(), Ckf.GENERATE);
        Crypto crypto = crypto();
        Mechanism generation = Mechanism.of(family.generation());
        long first = crypto.session().generating(generation, family.generated()).value();
        long second =
                crypto.session().generating(generation, family.generated()).value();
        check("CKA_CLASS", Cko.SECRET_KEY, crypto.item(first).number(Cka.CLASS));
        check("CKA_KEY_TYPE", family.keyType(), crypto.item(first).number(Cka.KEY_TYPE));
        check("CKA_LOCAL", true, crypto.item(first).flag(Cka.LOCAL));
        check("CKA_KEY_GEN_MECHANISM", family.generation(), crypto.item(first).number(Cka.KEY_GEN_MECHANISM));
        boolean differ = !Data.shown(crypto.value(first)).equals(Data.shown(crypto.value(second)));
        check("CKA_VALUE of two keys", "two values", differ, "one");
    }

    @Requirement(
            id = "listed.key-type",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "5.5.6"},
            rule = "A listed mechanism of {0} refuses a key of another type")
    void keysOfOtherTypes(Family family) {
        List<Mechanism> some = any(family);
        long key = crypto().session().create(family.foreignKey(usages()));
        begins(
                some,
                (way, mechanism) -> way.beginner().of(another().handle(), mechanism, key),
                Ckr.KEY_TYPE_INCONSISTENT);
    }

    @Requirement(
            id = "listed.permission",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "4.9.2"},
            rule = "A listed mechanism of {0} refuses a key whose usage attribute is CK_FALSE")
    void keysThatMayNot(Family family) {
        List<Mechanism> some = any(family);
        long key = crypto().session()
                .create(family.key()
                        .with(Cka.ENCRYPT, false)
                        .with(Cka.DECRYPT, false)
                        .with(Cka.SIGN, false)
                        .with(Cka.VERIFY, false));
        begins(
                some,
                (way, mechanism) -> way.beginner().of(another().handle(), mechanism, key),
                Ckr.KEY_FUNCTION_NOT_PERMITTED);
    }

    @Requirement(
            id = "listed.parameter",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "5.5.6"},
            rule = "A listed mechanism of {0} refuses a parameter it does not take, and the lack of one that it needs")
    void foreignParameters(Family family) {
        List<Mechanism> some = any(family).stream()
                .map(mechanism -> Mechanism.of(
                        mechanism.type(),
                        mechanism.parameter() instanceof Parameter.None
                                ? new Parameter.Raw(Bytes.of(FOREIGN))
                                : Parameter.none()))
                .toList();
        long key = crypto().session().create(family.key(usages()));
        begins(
                some,
                (way, mechanism) -> way.beginner().of(another().handle(), mechanism, key),
                Ckr.MECHANISM_PARAM_INVALID);
    }

    @Requirement(
            id = "listed.other-use",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT, DIGEST_INIT},
            section = {"5.1.6", "5.5.6"},
            rule = "A listed mechanism of {0} is invalid for what C_GetMechanismInfo does not list")
    void otherUses(Family family) {
        List<Mechanism> some = any(family);
        long key = crypto().session().create(family.key(usages()));
        each(some, mechanism -> {
            long flags = flags(mechanism.type());
            for (Way way : WAYS) {
                if ((flags & way.flag()) == 0) {
                    demand(mechanism, way.beginner().of(another().handle(), mechanism, key), Ckr.MECHANISM_INVALID);
                }
            }
            if ((flags & Ckf.DIGEST) == 0) {
                demand(mechanism, new DigestInit(another().handle(), mechanism), Ckr.MECHANISM_INVALID);
            }
        });
    }

    @FunctionalInterface
    private interface Attempt {
        Call<Void> of(Way way, Mechanism mechanism);
    }

    private void begins(List<Mechanism> some, Attempt attempt, long refusal) {
        each(some, mechanism -> {
            long flags = flags(mechanism.type());
            for (Way way : WAYS) {
                if ((flags & way.flag()) != 0) {
                    demand(mechanism, attempt.of(way, mechanism), refusal);
                }
            }
        });
    }

    private void demand(Mechanism mechanism, Call<Void> call, long refusal) {
        String found = expect(call).rv().toString();
        String function = dev.tokki.api.Function.of(call).cName();
        check(function + " with " + Names.CKM.of(mechanism.type()), Names.CKR.of(refusal), found);
    }

    /// {@return one more session: what fails may leave an operation behind}
    private Crypto another() {
        return new Crypto(session());
    }

    private static long[] usages() {
        return WAYS.stream().mapToLong(Way::usage).toArray();
    }

    private long flags(long type) {
        return bench().set(new GetMechanismInfo(token().slot(), type)).flags();
    }

    private List<Mechanism> any(Family family) {
        return some(family, 0);
    }

    /// {@return the mechanisms of a family that are listed for some uses}
    private List<Mechanism> some(Family family, long uses) {
        List<Mechanism> some = new ArrayList<>(family.among(token().mechanisms(), DATA.length));
        some.removeIf(mechanism -> (flags(mechanism.type()) & uses) != uses);
        if (some.isEmpty()) {
            throw notSupported("it lists no such mechanism of " + family);
        }
        return some;
    }
}
