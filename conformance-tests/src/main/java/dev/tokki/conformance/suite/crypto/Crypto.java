package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Decryption.Decrypt;
import dev.tokki.api.call.Decryption.DecryptFinal;
import dev.tokki.api.call.Decryption.DecryptInit;
import dev.tokki.api.call.Decryption.DecryptUpdate;
import dev.tokki.api.call.Digesting.Digest;
import dev.tokki.api.call.Digesting.DigestFinal;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.Digesting.DigestUpdate;
import dev.tokki.api.call.Encryption.Encrypt;
import dev.tokki.api.call.Encryption.EncryptFinal;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.call.Encryption.EncryptUpdate;
import dev.tokki.api.call.KeyManagement.DeriveKey;
import dev.tokki.api.call.KeyManagement.UnwrapKey;
import dev.tokki.api.call.KeyManagement.WrapKey;
import dev.tokki.api.call.Signing.Sign;
import dev.tokki.api.call.Signing.SignFinal;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.call.Signing.SignUpdate;
import dev.tokki.api.call.Verification.Verify;
import dev.tokki.api.call.Verification.VerifyFinal;
import dev.tokki.api.call.Verification.VerifyInit;
import dev.tokki.api.call.Verification.VerifyUpdate;
import dev.tokki.api.constant.Cka;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Session;
import java.io.ByteArrayOutputStream;
import java.util.List;

/// Whole operations in a session: every call but the last must succeed, and what the last must do is the test's matter
/// where an [Answer] is returned.
///
/// @param session the session
record Crypto(Session session) {
    /// Room for the output of RSA of 8192 bits, a block and a tag.
    private static final int ROOM = 5000;

    byte[] digest(Mechanism mechanism, byte[] data) {
        expect(new DigestInit(handle(), mechanism)).succeeds();
        return array(new Digest(handle(), Bytes.of(data), Buffer.of(ROOM)));
    }

    byte[] digest(Mechanism mechanism, List<byte[]> parts) {
        expect(new DigestInit(handle(), mechanism)).succeeds();
        parts.forEach(part -> expect(new DigestUpdate(handle(), Bytes.of(part))).succeeds());
        return array(new DigestFinal(handle(), Buffer.of(ROOM)));
    }

    byte[] sign(Mechanism mechanism, long key, byte[] data) {
        return signing(mechanism, key, data).value().array();
    }

    Answer<Output> signing(Mechanism mechanism, long key, byte[] data) {
        expect(new SignInit(handle(), mechanism, key)).succeeds();
        return expect(new Sign(handle(), Bytes.of(data), Buffer.of(ROOM)));
    }

    byte[] sign(Mechanism mechanism, long key, List<byte[]> parts) {
        expect(new SignInit(handle(), mechanism, key)).succeeds();
        parts.forEach(part -> expect(new SignUpdate(handle(), Bytes.of(part))).succeeds());
        return array(new SignFinal(handle(), Buffer.of(ROOM)));
    }

    Answer<Void> verify(Mechanism mechanism, long key, byte[] data, byte[] signature) {
        expect(new VerifyInit(handle(), mechanism, key)).succeeds();
        return expect(new Verify(handle(), Bytes.of(data), Bytes.of(signature)));
    }

    Answer<Void> verify(Mechanism mechanism, long key, List<byte[]> parts, byte[] signature) {
        expect(new VerifyInit(handle(), mechanism, key)).succeeds();
        parts.forEach(part -> expect(new VerifyUpdate(handle(), Bytes.of(part))).succeeds());
        return expect(new VerifyFinal(handle(), Bytes.of(signature)));
    }

    byte[] encrypt(Mechanism mechanism, long key, byte[] data) {
        return encrypting(mechanism, key, data).value().array();
    }

    Answer<Output> encrypting(Mechanism mechanism, long key, byte[] data) {
        expect(new EncryptInit(handle(), mechanism, key)).succeeds();
        return expect(new Encrypt(handle(), Bytes.of(data), Buffer.of(data.length + ROOM)));
    }

    byte[] encrypt(Mechanism mechanism, long key, List<byte[]> parts) {
        expect(new EncryptInit(handle(), mechanism, key)).succeeds();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(array(new EncryptUpdate(handle(), Bytes.of(part), Buffer.of(part.length + ROOM))));
        }
        all.writeBytes(array(new EncryptFinal(handle(), Buffer.of(total(parts) + ROOM))));
        return all.toByteArray();
    }

    byte[] decrypt(Mechanism mechanism, long key, byte[] data) {
        return decrypting(mechanism, key, data).value().array();
    }

    Answer<Output> decrypting(Mechanism mechanism, long key, byte[] data) {
        expect(new DecryptInit(handle(), mechanism, key)).succeeds();
        return expect(new Decrypt(handle(), Bytes.of(data), Buffer.of(data.length + ROOM)));
    }

    byte[] decrypt(Mechanism mechanism, long key, List<byte[]> parts) {
        expect(new DecryptInit(handle(), mechanism, key)).succeeds();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(array(new DecryptUpdate(handle(), Bytes.of(part), Buffer.of(part.length + ROOM))));
        }
        all.writeBytes(array(new DecryptFinal(handle(), Buffer.of(total(parts) + ROOM))));
        return all.toByteArray();
    }

    byte[] wrap(Mechanism mechanism, long wrappingKey, long key) {
        return wrapping(mechanism, wrappingKey, key).value().array();
    }

    Answer<Output> wrapping(Mechanism mechanism, long wrappingKey, long key) {
        return expect(new WrapKey(handle(), mechanism, wrappingKey, key, Buffer.of(4L * ROOM)));
    }

    Answer<Long> unwrap(Mechanism mechanism, long unwrappingKey, byte[] wrapped, Draft draft) {
        return expect(new UnwrapKey(handle(), mechanism, unwrappingKey, Bytes.of(wrapped), draft.template()));
    }

    Answer<Long> derive(Mechanism mechanism, long baseKey, Draft draft) {
        return expect(new DeriveKey(handle(), mechanism, baseKey, draft.template()));
    }

    /// {@return the value of a secret key, `CKA_VALUE`}
    byte[] value(long key) {
        return item(key).bytes(Cka.VALUE);
    }

    /// {@return an object, to look at its attributes}
    Item item(long object) {
        return session.item(object);
    }

    long handle() {
        return session.handle();
    }

    <R> Answer<R> expect(Call<R> call) {
        return bench().expect(call);
    }

    private byte[] array(Call<Output> call) {
        return expect(call).value().array();
    }

    private Bench bench() {
        return session.token().bench();
    }

    private static int total(List<byte[]> parts) {
        return parts.stream().mapToInt(part -> part.length).sum();
    }
}
