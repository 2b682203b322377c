package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT_INIT;
import static dev.tokki.api.Function.DIGEST_INIT;
import static dev.tokki.api.Function.ENCRYPT_INIT;
import static dev.tokki.api.Function.SIGN_INIT;
import static dev.tokki.api.Function.VERIFY_INIT;

import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.call.Objects.DestroyObject;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;

/// What an Init function refuses: sections 5.8.1, 5.10.1, 5.12.1, 5.13.1 and 5.15.1.
@Chapter(id = "operation", title = "Life of an operation", section = "5.8")
record BeginningTests(Bench bench) implements CryptoSuite {
    private static final long UNKNOWN = Ckm.VENDOR_DEFINED | 0x0bad_cafeL;

    @Requirement(
            id = "operation.init.usage",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "5.8.1", "5.10.1", "5.13.1", "5.15.1"},
            rule = "A key whose usage attribute for {0} is false is refused with CKR_KEY_FUNCTION_NOT_PERMITTED")
    void theKeyMustBePermitted(Keyed keyed) {
        requires(keyed.kind().mechanism(), keyed.kind().flag());
        Session session = userSession();
        long key = session.create(key(keyed.kind()).with(keyed.usage(), false));
        expect(keyed.kind().init(session.handle(), keyed.kind().mechanism(), key))
                .returns(Ckr.KEY_FUNCTION_NOT_PERMITTED);
    }

    @Requirement(
            id = "operation.init.key-zero",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "5.8.1", "5.10.1", "5.13.1", "5.15.1"},
            rule = "0 is never the handle of a key: the Init function of {0} answers CKR_KEY_HANDLE_INVALID")
    void zeroIsNoKey(Keyed keyed) {
        requires(keyed.kind().mechanism(), keyed.kind().flag());
        Session session = userSession();
        expect(keyed.kind().init(session.handle(), keyed.kind().mechanism(), 0)).returns(Ckr.KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "operation.init.key-destroyed",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "5.8.1", "5.10.1", "5.13.1", "5.15.1"},
            rule = "The handle of a destroyed key is refused by the Init function of {0} with CKR_KEY_HANDLE_INVALID")
    void aDestroyedKeyIsNoKey(Keyed keyed) {
        requires(keyed.kind().mechanism(), keyed.kind().flag());
        Session session = userSession();
        long key = session.create(key(keyed.kind()));
        bench().perform(new DestroyObject(session.handle(), key));
        expect(keyed.kind().init(session.handle(), keyed.kind().mechanism(), key))
                .returns(Ckr.KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "operation.init.not-a-key",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "5.8.1", "5.10.1", "5.13.1", "5.15.1"},
            rule = "The handle of an object that is no key is refused by the Init function of {0} with"
                    + " CKR_KEY_HANDLE_INVALID")
    void aDataObjectIsNoKey(Keyed keyed) {
        requires(keyed.kind().mechanism(), keyed.kind().flag());
        Session session = userSession();
        long data = session.create(
                Draft.of().with(Cka.CLASS, Cko.DATA).with(Cka.TOKEN, false).with(Cka.VALUE, Data.counting(4)));
        expect(keyed.kind().init(session.handle(), keyed.kind().mechanism(), data))
                .returns(Ckr.KEY_HANDLE_INVALID);
    }

    @Requirement(
            id = "operation.init.key-type",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "5.8.1", "5.10.1", "5.13.1", "5.15.1"},
            rule = "A key of a type that the mechanism cannot use is refused by the Init function of {0} with"
                    + " CKR_KEY_TYPE_INCONSISTENT, which comes before CKR_KEY_FUNCTION_NOT_PERMITTED")
    void theKeyMustBeOfTheRightType(Keyed keyed) {
        requires(keyed.foreignMechanism(), keyed.kind().flag());
        Session session = userSession();
        long key = session.create(keyed.wrongKey());
        expect(keyed.kind().init(session.handle(), keyed.foreignMechanism(), key))
                .returns(Ckr.KEY_TYPE_INCONSISTENT);
    }

    @Requirement(
            id = "operation.init.mechanism-unknown",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, DIGEST_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "5.8.1", "5.10.1", "5.12.1", "5.13.1", "5.15.1"},
            rule = "A mechanism that nobody knows is refused by the Init function of {0} with CKR_MECHANISM_INVALID")
    void anUnknownMechanism(Kind kind) {
        requires(kind.mechanism(), kind.flag());
        Session session = userSession();
        long key = kind.key().map(session::create).orElse(0L);
        expect(kind.init(session.handle(), Mechanism.of(UNKNOWN), key)).returns(Ckr.MECHANISM_INVALID);
    }

    /// The key permits the function, so that only the mechanism is at fault.
    @Requirement(
            id = "operation.init.mechanism-of-other-function",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, DIGEST_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.1.6", "5.8.1", "5.10.1", "5.12.1", "5.13.1", "5.15.1"},
            rule = "A mechanism that is not for {0} is refused with CKR_MECHANISM_INVALID")
    void aMechanismForSomethingElse(Kind kind) {
        Session session = userSession();
        long key = session.create(Keys.aes(Cka.ENCRYPT, Cka.DECRYPT, Cka.SIGN, Cka.VERIFY));
        Mechanism other = switch (kind) {
            case ENCRYPT, DECRYPT -> Mechanism.of(Ckm.SHA256);
            case DIGEST, SIGN, VERIFY -> Mechanism.iv(Ckm.AES_CBC, new byte[16]);
        };
        expect(kind.init(session.handle(), other, key)).returns(Ckr.MECHANISM_INVALID);
    }

    /// No return value is named; the mechanism cannot be used with the key, and the key's attributes do not permit it.
    @Requirement(
            id = "operation.init.allowed-mechanisms",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"4.9.2", "5.1.6"},
            rule = "A mechanism that is not in the key's CKA_ALLOWED_MECHANISMS is refused by the Init function of {0}")
    void onlyAllowedMechanisms(Keyed keyed) {
        requires(keyed.kind().mechanism(), keyed.kind().flag());
        Session session = userSession();
        long key = session.create(
                key(keyed.kind()).with(Cka.ALLOWED_MECHANISMS, Value.ofULongs(Ckm.AES_CBC_PAD, Ckm.SHA512_HMAC)));
        expect(keyed.kind().init(session.handle(), keyed.kind().mechanism(), key))
                .returns(Ckr.MECHANISM_INVALID, Ckr.KEY_FUNCTION_NOT_PERMITTED);
    }

    private static Draft key(Kind kind) {
        return kind.key().orElseThrow(() -> new IllegalStateException(kind + " has no key"));
    }
}
