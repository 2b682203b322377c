package dev.tokki.api.fluent;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.SessionInfo;
import dev.tokki.api.Template;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Objects;
import dev.tokki.api.call.RandomNumbers;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.call.SlotsAndTokens;
import dev.tokki.api.constant.Cka;
import java.util.ArrayList;
import java.util.List;

/// A session with a token (section 5.6); closing it closes the session.
public final class Session implements AutoCloseable {
    /// The longest digest there is: SHA-512's.
    private static final int LONGEST_DIGEST = 64;

    private static final int HANDLES_AT_ONCE = 256;

    private final Caller caller;
    private final long handle;

    Session(Caller caller, long handle) {
        this.caller = caller;
        this.handle = handle;
    }

    /// {@return the session's handle}
    public long handle() {
        return handle;
    }

    /// {@return what the module tells about the session}
    public SessionInfo info() {
        return caller.get(new Sessions.GetSessionInfo(handle));
    }

    /// Logs in, for all sessions of this application with the token.
    ///
    /// @param userType one of [dev.tokki.api.constant.Cku]
    /// @param pin the PIN
    public Session login(long userType, String pin) {
        caller.run(new Sessions.Login(handle, userType, Bytes.utf8(pin)));
        return this;
    }

    /// Logs out.
    public Session logout() {
        caller.run(new Sessions.Logout(handle));
        return this;
    }

    /// Sets the user's PIN; only the SO can (C_InitPIN).
    public Session initPin(String pin) {
        caller.run(new SlotsAndTokens.InitPIN(handle, Bytes.utf8(pin)));
        return this;
    }

    /// Changes the PIN of whoever is logged in, or of the user (C_SetPIN).
    public Session setPin(String oldPin, String newPin) {
        caller.run(new SlotsAndTokens.SetPIN(handle, Bytes.utf8(oldPin), Bytes.utf8(newPin)));
        return this;
    }

    /// {@return a new object}
    public TokenObject create(Attribute... template) {
        return object(caller.get(new Objects.CreateObject(handle, Template.of(template))));
    }

    /// {@return a new key made of the values given}
    public Key createKey(Attribute... template) {
        return key(caller.get(new Objects.CreateObject(handle, Template.of(template))));
    }

    /// {@return all visible objects that have these attributes}
    public List<TokenObject> find(Attribute... template) {
        return handles(template).stream().map(this::object).toList();
    }

    /// {@return all visible keys that have these attributes; the caller says the class}
    public List<Key> findKeys(Attribute... template) {
        return handles(template).stream().map(this::key).toList();
    }

    /// {@return the one key of a class and label}
    ///
    /// @throws IllegalArgumentException if there is none, or more than one
    public Key key(long objectClass, String label) {
        List<Key> found = findKeys(Attribute.of(Cka.CLASS, objectClass), Attribute.of(Cka.LABEL, label));
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " keys of that class are labelled \"" + label + "\"");
        }
        return found.get(0);
    }

    /// {@return an object by its handle; nothing is asked yet}
    public TokenObject object(long object) {
        return new TokenObject(caller, this, object);
    }

    /// {@return a key by its handle; nothing is asked yet}
    public Key key(long key) {
        return new Key(caller, this, key);
    }

    /// {@return a new secret key}
    public Key generateKey(Mechanism mechanism, Attribute... template) {
        return key(caller.get(new KeyManagement.GenerateKey(handle, mechanism, Template.of(template))));
    }

    /// {@return a new key pair}
    public Pair generateKeyPair(Mechanism mechanism, List<Attribute> publicTemplate, List<Attribute> privateTemplate) {
        KeyPair pair = caller.get(new KeyManagement.GenerateKeyPair(
                handle, mechanism, Template.of(publicTemplate), Template.of(privateTemplate)));
        return new Pair(key(pair.publicKey()), key(pair.privateKey()));
    }

    /// {@return the digest of some data}
    public byte[] digest(Mechanism mechanism, byte[] data) {
        caller.run(new Digesting.DigestInit(handle, mechanism));
        return caller.bytes(LONGEST_DIGEST, room -> new Digesting.Digest(handle, Bytes.of(data), room));
    }

    /// {@return random bytes}
    public byte[] random(int length) {
        return caller.get(new RandomNumbers.GenerateRandom(handle, Fill.of(length)))
                .copy();
    }

    /// Closes the session.
    @Override
    public void close() {
        caller.run(new Sessions.CloseSession(handle));
    }

    private List<Long> handles(Attribute... template) {
        caller.run(new Objects.FindObjectsInit(handle, Template.of(template)));
        try {
            List<Long> all = new ArrayList<>();
            List<Long> some;
            do {
                some = caller.get(new Objects.FindObjects(handle, Fill.of(HANDLES_AT_ONCE))).stream()
                        .boxed()
                        .toList();
                all.addAll(some);
            } while (!some.isEmpty());
            return all;
        } finally {
            caller.run(new Objects.FindObjectsFinal(handle));
        }
    }
}
