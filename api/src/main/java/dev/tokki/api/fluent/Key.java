package dev.tokki.api.fluent;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Template;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Ckr;

/// A key as a session sees it, and what can be done with it.
public final class Key extends TokenObject {
    /// Room offered at first for signatures and wrapped keys; enough for RSA of 8192 bits.
    private static final int ROOM = 1024;

    /// What encryption may add: a block of padding and a tag.
    private static final int OVERHEAD = 64;

    /// Of ML-KEM-1024 it has 1568 bytes, of RSA as many as its modulus.
    private static final int LONGEST_CIPHERTEXT = 2048;

    private final Runnable onceBegun;

    Key(Caller caller, Session session, long handle) {
        this(caller, session, handle, () -> {});
    }

    private Key(Caller caller, Session session, long handle, Runnable onceBegun) {
        super(caller, session, handle);
        this.onceBegun = onceBegun;
    }

    /// {@return this key, with something to do between the beginning of an operation and the operation itself: a key
    /// with `CKA_ALWAYS_AUTHENTICATE` wants a `CKU_CONTEXT_SPECIFIC` login there (section 4.11)}
    public Key onceBegun(Runnable action) {
        return new Key(caller(), session(), handle(), action);
    }

    /// {@return a signature or MAC of some data}
    public byte[] sign(Mechanism mechanism, byte[] data) {
        long s = session().handle();
        caller().run(new Signing.SignInit(s, mechanism, handle()));
        onceBegun.run();
        return caller().bytes(ROOM, room -> new Signing.Sign(s, Bytes.of(data), room));
    }

    /// {@return whether a signature or MAC is right}
    ///
    /// @throws CryptokiException if the module refuses for another reason than a wrong signature
    public boolean verify(Mechanism mechanism, byte[] data, byte[] signature) {
        long s = session().handle();
        caller().run(new Verification.VerifyInit(s, mechanism, handle()));
        onceBegun.run();
        try {
            caller().run(new Verification.Verify(s, Bytes.of(data), Bytes.of(signature)));
            return true;
        } catch (CryptokiException e) {
            if (e.rv().is(Ckr.SIGNATURE_INVALID) || e.rv().is(Ckr.SIGNATURE_LEN_RANGE)) {
                return false;
            }
            throw e;
        }
    }

    /// {@return some data encrypted}
    public byte[] encrypt(Mechanism mechanism, byte[] data) {
        long s = session().handle();
        caller().run(new Encryption.EncryptInit(s, mechanism, handle()));
        onceBegun.run();
        return caller().bytes(data.length + ROOM + OVERHEAD, room -> new Encryption.Encrypt(s, Bytes.of(data), room));
    }

    /// {@return some data decrypted}
    public byte[] decrypt(Mechanism mechanism, byte[] data) {
        long s = session().handle();
        caller().run(new Decryption.DecryptInit(s, mechanism, handle()));
        onceBegun.run();
        return caller().bytes(data.length + OVERHEAD, room -> new Decryption.Decrypt(s, Bytes.of(data), room));
    }

    /// {@return a key wrapped with this one}
    public byte[] wrap(Mechanism mechanism, Key key) {
        return caller().bytes(
                        ROOM,
                        room -> new KeyManagement.WrapKey(session().handle(), mechanism, handle(), key.handle(), room));
    }

    /// {@return the key that was wrapped, now in the token}
    public Key unwrap(Mechanism mechanism, byte[] wrapped, Attribute... template) {
        return session()
                .key(caller().get(new KeyManagement.UnwrapKey(
                        session().handle(), mechanism, handle(), Bytes.of(wrapped), Template.of(template))));
    }

    /// {@return a key derived from this one}
    public Key derive(Mechanism mechanism, Attribute... template) {
        return session()
                .key(caller().get(new KeyManagement.DeriveKey(
                        session().handle(), mechanism, handle(), Template.of(template))));
    }

    /// A key that was encapsulated.
    ///
    /// @param ciphertext what the owner of the other half decapsulates
    /// @param key the key, in this token
    public record Encapsulated(Bytes ciphertext, Key key) {}

    /// {@return a new key, and its ciphertext for the owner of the private half of this one (C_EncapsulateKey)}
    public Encapsulated encapsulate(Mechanism mechanism, Attribute... template) {
        Encapsulation made = caller().get(new KeyManagement.EncapsulateKey(
                session().handle(), mechanism, handle(), Template.of(template), Buffer.of(LONGEST_CIPHERTEXT)));
        return new Encapsulated(Bytes.of(made.ciphertext().array()), session().key(made.key()));
    }

    /// {@return the key in a ciphertext, now in this token (C_DecapsulateKey)}
    public Key decapsulate(Mechanism mechanism, Bytes ciphertext, Attribute... template) {
        return session()
                .key(caller().get(new KeyManagement.DecapsulateKey(
                        session().handle(), mechanism, handle(), Template.of(template), ciphertext)));
    }
}
