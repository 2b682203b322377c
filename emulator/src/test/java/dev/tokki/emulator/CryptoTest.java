package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Decryption.Decrypt;
import dev.tokki.api.call.Decryption.DecryptFinal;
import dev.tokki.api.call.Decryption.DecryptInit;
import dev.tokki.api.call.Decryption.DecryptUpdate;
import dev.tokki.api.call.Digesting.Digest;
import dev.tokki.api.call.Digesting.DigestFinal;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.Digesting.DigestKey;
import dev.tokki.api.call.Digesting.DigestUpdate;
import dev.tokki.api.call.DualFunction.DecryptDigestUpdate;
import dev.tokki.api.call.DualFunction.DigestEncryptUpdate;
import dev.tokki.api.call.DualFunction.SignEncryptUpdate;
import dev.tokki.api.call.Encryption.Encrypt;
import dev.tokki.api.call.Encryption.EncryptFinal;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.call.Encryption.EncryptUpdate;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.Sessions.SessionCancel;
import dev.tokki.api.call.Signing.Sign;
import dev.tokki.api.call.Signing.SignFinal;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.call.Signing.SignUpdate;
import dev.tokki.api.call.Verification.Verify;
import dev.tokki.api.call.Verification.VerifyFinal;
import dev.tokki.api.call.Verification.VerifyInit;
import dev.tokki.api.call.Verification.VerifySignature;
import dev.tokki.api.call.Verification.VerifySignatureFinal;
import dev.tokki.api.call.Verification.VerifySignatureInit;
import dev.tokki.api.call.Verification.VerifySignatureUpdate;
import dev.tokki.api.call.Verification.VerifyUpdate;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Operations through the calls: the order of calls, what ends an operation, what a key allows (sections 5.8 to 5.17).
class CryptoTest {
    private static final Mechanism CBC_PAD = Mechanism.iv(Ckm.AES_CBC_PAD, new byte[16]);
    private static final Mechanism HMAC = Mechanism.of(Ckm.SHA256_HMAC);
    private static final Mechanism SHA256 = Mechanism.of(Ckm.SHA256);
    private static final Bytes TEXT = Bytes.utf8("the quick brown fox");
    private static final Buffer ROOM = Buffer.of(1024);
    private static final Bytes USER_PIN = Bytes.utf8(Bench.USER_PIN);

    private final Bench bench = Bench.on(Emulator.builder()
            .policy(TokenPolicy.standard().withTries(2, 2))
            .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
            .build());
    private final long session = bench.openAsUser();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPaddedDecryptionThatFoundNoRoomIsFetchedWithTheLengthTold() {
        long key = aes();
        byte[] ciphertext = encrypt(key, TEXT);
        bench.ok(new DecryptInit(session, CBC_PAD, key));
        assertThat(bench.get(new Decrypt(session, Bytes.of(ciphertext), Buffer.query()))
                        .length())
                .isGreaterThanOrEqualTo(TEXT.length());
        Output tooSmall = bench.expect(Ckr.BUFFER_TOO_SMALL, new Decrypt(session, Bytes.of(ciphertext), Buffer.of(1)))
                .outputs();
        assertThat(tooSmall).isEqualTo(Output.length(TEXT.length()));
        assertThat(bench.get(new Decrypt(session, Bytes.of(ciphertext), Buffer.of(TEXT.length())))
                        .array())
                .isEqualTo(TEXT.array());
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Decrypt(session, Bytes.of(ciphertext), ROOM));
    }

    @Test
    void aRoomOfTheExactLengthSufficesAtOnce() {
        long key = aes();
        byte[] ciphertext = encrypt(key, TEXT);
        bench.ok(new DecryptInit(session, CBC_PAD, key));
        assertThat(bench.get(new Decrypt(session, Bytes.of(ciphertext), Buffer.of(TEXT.length())))
                        .array())
                .isEqualTo(TEXT.array());
    }

    @Test
    void partsMakeWhatTheWholeMakes() {
        long key = aes();
        byte[] whole = encrypt(key, TEXT);
        bench.ok(new EncryptInit(session, CBC_PAD, key));
        List<Byte> parts = new ArrayList<>();
        for (byte one : TEXT.array()) {
            add(parts, bench.get(new EncryptUpdate(session, Bytes.of(one), ROOM)));
        }
        assertThat(bench.expect(Ckr.BUFFER_TOO_SMALL, new EncryptFinal(session, Buffer.of(3)))
                        .outputs()
                        .length())
                .isEqualTo(16);
        add(parts, bench.get(new EncryptFinal(session, ROOM)));
        assertThat(parts).isEqualTo(boxed(whole));

        bench.ok(new DecryptInit(session, CBC_PAD, key));
        List<Byte> plain = new ArrayList<>();
        for (byte one : whole) {
            add(plain, bench.get(new DecryptUpdate(session, Bytes.of(one), ROOM)));
        }
        add(plain, bench.get(new DecryptFinal(session, ROOM)));
        assertThat(plain).isEqualTo(boxed(TEXT.array()));
    }

    @Test
    void anErrorEndsTheOperationAndABufferTooSmallDoesNot() {
        long key = aes();
        bench.ok(new EncryptInit(session, CBC_PAD, key));
        bench.expect(Ckr.BUFFER_TOO_SMALL, new Encrypt(session, TEXT, Buffer.of(31)));
        bench.expect(Ckr.OPERATION_ACTIVE, new EncryptInit(session, CBC_PAD, key));
        bench.expect(Ckr.ARGUMENTS_BAD, new Encrypt(session, Bytes.nullOf(3), ROOM));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Encrypt(session, TEXT, ROOM));

        bench.ok(new SignInit(session, HMAC, generic()));
        bench.expect(Ckr.ARGUMENTS_BAD, new Sign(session, TEXT, Buffer.noLength()));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Sign(session, TEXT, ROOM));
    }

    @Test
    void theOperationIsLookedAtBeforeTheArguments() {
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Encrypt(session, Bytes.nullOf(3), Buffer.noLength()));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new DigestUpdate(session, Bytes.nullOf(3)));
        bench.expect(Ckr.SESSION_HANDLE_INVALID, new Encrypt(0, Bytes.nullOf(3), Buffer.noLength()));
    }

    @Test
    void aOnePartFunctionDoesNotEndAnOperationInParts() {
        bench.ok(new DigestInit(session, SHA256));
        bench.ok(new DigestUpdate(session, TEXT));
        bench.expect(Ckr.OPERATION_ACTIVE, new Digest(session, TEXT, ROOM));
        byte[] parts = bench.get(new DigestFinal(session, ROOM)).array();
        bench.ok(new DigestInit(session, SHA256));
        assertThat(bench.get(new Digest(session, TEXT, ROOM)).array()).isEqualTo(parts);
    }

    @Test
    void eachKindOfOperationGoesOnByItself() {
        bench.ok(new EncryptInit(session, CBC_PAD, aes()));
        bench.ok(new DecryptInit(session, CBC_PAD, aes()));
        bench.ok(new DigestInit(session, SHA256));
        bench.ok(new SignInit(session, HMAC, generic()));
        bench.ok(new VerifyInit(session, HMAC, generic()));
        bench.ok(new FindObjectsInit(session, Template.NULL));
        bench.get(new Digest(session, TEXT, ROOM));
        bench.get(new Sign(session, TEXT, ROOM));
        bench.get(new Encrypt(session, TEXT, ROOM));
        bench.expect(Ckr.OPERATION_ACTIVE, new FindObjectsInit(session, Template.NULL));
    }

    @Test
    void operationsAreCancelledByFlagsAndByANullMechanism() {
        bench.ok(new DigestInit(session, SHA256));
        bench.ok(new SignInit(session, HMAC, generic()));
        bench.ok(new SessionCancel(session, 0));
        bench.ok(new SessionCancel(session, Ckf.DIGEST | Ckf.ENCRYPT));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Digest(session, TEXT, ROOM));
        bench.ok(new SignInit(session, null, 0));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Sign(session, TEXT, ROOM));
        bench.ok(new SignInit(session, null, 0));
        bench.ok(new FindObjectsInit(session, Template.NULL));
        bench.ok(new SessionCancel(session, Ckf.FIND_OBJECTS));
        bench.ok(new FindObjectsInit(session, Template.NULL));
    }

    @Test
    void aSignatureIsVerifiedWholeInPartsAndWithTheSignatureFirst() {
        long key = generic();
        bench.ok(new SignInit(session, HMAC, key));
        Bytes mac = Bytes.of(bench.get(new Sign(session, TEXT, ROOM)).array());
        bench.ok(new SignInit(session, HMAC, key));
        bench.ok(new SignUpdate(session, TEXT));
        assertThat(bench.get(new SignFinal(session, ROOM)).array()).isEqualTo(mac.array());

        bench.ok(new VerifyInit(session, HMAC, key));
        bench.ok(new Verify(session, TEXT, mac));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Verify(session, TEXT, mac));
        bench.ok(new VerifyInit(session, HMAC, key));
        bench.ok(new VerifyUpdate(session, TEXT));
        bench.ok(new VerifyFinal(session, mac));

        bench.ok(new VerifySignatureInit(session, HMAC, key, mac));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new VerifyUpdate(session, TEXT));
        bench.ok(new VerifySignature(session, TEXT));
        bench.ok(new VerifySignatureInit(session, HMAC, key, mac));
        bench.ok(new VerifySignatureUpdate(session, TEXT));
        bench.ok(new VerifySignatureFinal(session));
    }

    @Test
    void aWrongSignatureEndsTheVerification() {
        bench.ok(new VerifyInit(session, HMAC, generic()));
        bench.expect(Ckr.SIGNATURE_INVALID, new Verify(session, TEXT, Bytes.of(new byte[32])));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Verify(session, TEXT, Bytes.of(new byte[32])));
        bench.ok(new VerifySignatureInit(session, HMAC, generic(), Bytes.of(new byte[32])));
        bench.expect(Ckr.SIGNATURE_INVALID, new VerifySignature(session, TEXT));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new VerifySignature(session, TEXT));
    }

    @Test
    void aKeyIsUsedForWhatItsAttributesAllow() {
        long signOnly = key(Ckk.AES, Attribute.of(Cka.ENCRYPT, false));
        bench.expect(Ckr.KEY_FUNCTION_NOT_PERMITTED, new EncryptInit(session, CBC_PAD, signOnly));
        // The wrong type of key comes first (section 5.1.6).
        bench.expect(Ckr.KEY_TYPE_INCONSISTENT, new EncryptInit(session, CBC_PAD, generic()));
        long cbcOnly = key(
                Ckk.AES,
                Attribute.of(Cka.ENCRYPT, true),
                new Attribute(Cka.ALLOWED_MECHANISMS, Value.ofULongs(Ckm.AES_CBC)));
        bench.expect(Ckr.MECHANISM_INVALID, new EncryptInit(session, CBC_PAD, cbcOnly));
        bench.ok(new EncryptInit(session, Mechanism.iv(Ckm.AES_CBC, new byte[16]), cbcOnly));
    }

    @Test
    void whatIsNoKeyHasNoKeyHandle() {
        long data = bench.get(new CreateObject(session, Template.of(Attribute.of(Cka.CLASS, Cko.DATA))));
        bench.expect(Ckr.KEY_HANDLE_INVALID, new SignInit(session, HMAC, data));
        bench.expect(Ckr.KEY_HANDLE_INVALID, new SignInit(session, HMAC, 0));
        bench.expect(Ckr.KEY_HANDLE_INVALID, new EncryptInit(session, CBC_PAD, 12345));
    }

    @Test
    void theValueOfASecretKeyCanBeDigested() {
        bench.ok(new DigestInit(session, SHA256));
        bench.ok(new DigestKey(session, generic()));
        byte[] ofKey = bench.get(new DigestFinal(session, ROOM)).array();
        bench.ok(new DigestInit(session, SHA256));
        assertThat(bench.get(new Digest(session, Bytes.of(new byte[32]), ROOM)).array())
                .isEqualTo(ofKey);
    }

    @Test
    void aKeyThatCannotBeDigestedLeavesTheDigestAsItWas() {
        long publicKey = bench.get(pair(true)).publicKey();
        bench.ok(new DigestInit(session, SHA256));
        bench.expect(Ckr.KEY_INDIGESTIBLE, new DigestKey(session, publicKey));
        bench.expect(Ckr.KEY_HANDLE_INVALID, new DigestKey(session, 0));
        bench.get(new Digest(session, TEXT, ROOM));
    }

    @Test
    void logoutEndsOperationsWithPrivateKeysAndNoOthers() {
        long privateKey = bench.get(pair(false)).privateKey();
        bench.ok(new SignInit(session, Mechanism.of(Ckm.ECDSA_SHA256), privateKey));
        bench.ok(new EncryptInit(session, CBC_PAD, aes()));
        bench.ok(new Logout(session));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Sign(session, TEXT, ROOM));
        bench.get(new Encrypt(session, TEXT, ROOM));
        bench.expect(Ckr.KEY_HANDLE_INVALID, new SignInit(session, HMAC, privateKey));
    }

    @Test
    void aKeyThatAlwaysAuthenticatesWantsThePinForEachUse() {
        long key = bench.get(pair(true)).privateKey();
        Mechanism ecdsa = Mechanism.of(Ckm.ECDSA_SHA256);
        bench.ok(new SignInit(session, ecdsa, key));
        bench.get(new Sign(session, TEXT, Buffer.query()));
        bench.ok(new Login(session, Cku.CONTEXT_SPECIFIC, USER_PIN));
        bench.get(new Sign(session, TEXT, ROOM));
        bench.ok(new SignInit(session, ecdsa, key));
        bench.expect(Ckr.USER_NOT_LOGGED_IN, new Sign(session, TEXT, ROOM));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Login(session, Cku.CONTEXT_SPECIFIC, USER_PIN));
    }

    @Test
    void aKeyThatDoesNotAlwaysAuthenticateWantsNoPin() {
        bench.ok(new SignInit(
                session, Mechanism.of(Ckm.ECDSA_SHA256), bench.get(pair(false)).privateKey()));
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new Login(session, Cku.CONTEXT_SPECIFIC, USER_PIN));
        bench.get(new Sign(session, TEXT, ROOM));
    }

    @Test
    void wrongPinsForAUseOfAKeyLockThePinAndLogOut() {
        bench.ok(new SignInit(
                session, Mechanism.of(Ckm.ECDSA_SHA256), bench.get(pair(true)).privateKey()));
        bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.CONTEXT_SPECIFIC, Bytes.utf8("wrong")));
        bench.expect(Ckr.PIN_LOCKED, new Login(session, Cku.CONTEXT_SPECIFIC, Bytes.utf8("wrong")));
        bench.expect(Ckr.USER_NOT_LOGGED_IN, new Logout(session));
    }

    @Test
    void onePartGoesIntoTwoOperations() {
        long key = aes();
        Bytes block = Bytes.of(new byte[48]);
        Mechanism cbc = Mechanism.iv(Ckm.AES_CBC, new byte[16]);
        bench.expect(Ckr.OPERATION_NOT_INITIALIZED, new DigestEncryptUpdate(session, block, ROOM));
        bench.ok(new EncryptInit(session, cbc, key));
        bench.ok(new DigestInit(session, SHA256));
        bench.ok(new SignInit(session, HMAC, generic()));
        // What gives no output digests nothing.
        bench.get(new DigestEncryptUpdate(session, block, Buffer.query()));
        bench.expect(Ckr.BUFFER_TOO_SMALL, new DigestEncryptUpdate(session, block, Buffer.of(47)));
        Bytes first = Bytes.of(
                bench.get(new DigestEncryptUpdate(session, block, ROOM)).array());
        bench.get(new SignEncryptUpdate(session, block, ROOM));
        byte[] digest = bench.get(new DigestFinal(session, ROOM)).array();
        bench.ok(new DigestInit(session, SHA256));
        assertThat(bench.get(new Digest(session, block, ROOM)).array()).isEqualTo(digest);

        bench.ok(new DecryptInit(session, cbc, key));
        bench.ok(new DigestInit(session, SHA256));
        assertThat(bench.get(new DecryptDigestUpdate(session, first, ROOM)).array())
                .isEqualTo(block.array());
        assertThat(bench.get(new DigestFinal(session, ROOM)).array()).isEqualTo(digest);
    }

    private byte[] encrypt(long key, Bytes text) {
        bench.ok(new EncryptInit(session, CBC_PAD, key));
        return bench.get(new Encrypt(session, text, ROOM)).array();
    }

    private long aes() {
        return key(Ckk.AES, Attribute.of(Cka.ENCRYPT, true), Attribute.of(Cka.DECRYPT, true));
    }

    private long generic() {
        return key(Ckk.GENERIC_SECRET, Attribute.of(Cka.SIGN, true), Attribute.of(Cka.VERIFY, true));
    }

    private long key(long type, Attribute... more) {
        List<Attribute> template = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, type),
                Attribute.of(Cka.PRIVATE, false),
                Attribute.of(Cka.VALUE, new byte[32])));
        template.addAll(List.of(more));
        return bench.get(new CreateObject(session, Template.of(template)));
    }

    private GenerateKeyPair pair(boolean alwaysAuthenticate) {
        return new GenerateKeyPair(
                session,
                Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                Template.of(new Attribute(Cka.EC_PARAMS, new Value.Raw(Bytes.hex("06082a8648ce3d030107")))),
                Template.of(
                        Attribute.of(Cka.PRIVATE, true),
                        Attribute.of(Cka.SIGN, true),
                        Attribute.of(Cka.ALWAYS_AUTHENTICATE, alwaysAuthenticate)));
    }

    private static void add(List<Byte> all, Output output) {
        all.addAll(boxed(output.array()));
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> boxed = new ArrayList<>();
        for (byte one : bytes) {
            boxed.add(one);
        }
        return boxed;
    }
}
