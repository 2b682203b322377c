package dev.tokki.emulator.edge;

import dev.tokki.api.Buffer;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.emulator.chapter.KeyChapter;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.session.Session;

/// The calls of section 5.18, key management.
final class KeyCalls {
    private KeyCalls() {}

    static Reply<?> answer(Arrival in, KeyManagement<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case KeyManagement.GenerateKey c ->
                in.in(c.session(), session -> {
                    arguments.place(c.newKey(), "phKey");
                    return made(KeyChapter.generateKey(
                            session,
                            arguments.mechanism(c.mechanism()),
                            arguments.template(c.template(), "pTemplate")));
                });
            case KeyManagement.GenerateKeyPair c ->
                in.in(c.session(), session -> {
                    arguments.place(c.newPublicKey(), "phPublicKey");
                    arguments.place(c.newPrivateKey(), "phPrivateKey");
                    return Reply.ok(KeyChapter.generateKeyPair(
                            session,
                            arguments.mechanism(c.mechanism()),
                            arguments.template(c.publicKeyTemplate(), "pPublicKeyTemplate"),
                            arguments.template(c.privateKeyTemplate(), "pPrivateKeyTemplate")));
                });
            case KeyManagement.WrapKey c ->
                wrapped(
                        in,
                        c.session(),
                        c.wrappedKey(),
                        session -> KeyChapter.wrapKey(
                                session, arguments.mechanism(c.mechanism()), c.wrappingKey(), c.key()));
            case KeyManagement.UnwrapKey c ->
                in.in(c.session(), session -> {
                    arguments.place(c.newKey(), "phKey");
                    return Reply.ok(KeyChapter.unwrapKey(
                            session,
                            arguments.mechanism(c.mechanism()),
                            c.unwrappingKey(),
                            arguments.bytes(c.wrappedKey(), "pWrappedKey"),
                            arguments.template(c.template(), "pTemplate")));
                });
            case KeyManagement.DeriveKey c ->
                in.in(c.session(), session -> {
                    Mechanism mechanism = arguments.mechanism(c.mechanism());
                    if (!KeyChapter.isKeyless(session, mechanism)) {
                        arguments.place(c.newKey(), "phKey");
                    }
                    return made(KeyChapter.deriveKey(
                            session, mechanism, c.baseKey(), arguments.template(c.template(), "pTemplate")));
                });
            case KeyManagement.EncapsulateKey c -> encapsulateKey(in, c);
            case KeyManagement.DecapsulateKey c ->
                in.in(c.session(), session -> {
                    arguments.place(c.newKey(), "phKey");
                    return Reply.ok(KeyChapter.decapsulateKey(
                            session,
                            arguments.mechanism(c.mechanism()),
                            c.privateKey(),
                            arguments.template(c.template(), "pTemplate"),
                            arguments.bytes(c.ciphertext(), "pCiphertext")));
                });
            case KeyManagement.WrapKeyAuthenticated c ->
                wrapped(
                        in,
                        c.session(),
                        c.wrappedKey(),
                        session -> KeyChapter.wrapKeyAuthenticated(
                                session,
                                arguments.mechanism(c.mechanism()),
                                c.wrappingKey(),
                                c.key(),
                                arguments.bytes(c.associatedData(), "pAssociatedData")));
            case KeyManagement.UnwrapKeyAuthenticated c ->
                in.in(c.session(), session -> {
                    arguments.place(c.newKey(), "phKey");
                    return Reply.ok(KeyChapter.unwrapKeyAuthenticated(
                            session,
                            arguments.mechanism(c.mechanism()),
                            c.unwrappingKey(),
                            arguments.bytes(c.wrappedKey(), "pWrappedKey"),
                            arguments.template(c.template(), "pTemplate"),
                            arguments.bytes(c.associatedData(), "pAssociatedData")));
                });
        };
    }

    private static Reply<Long> made(KeyChapter.Made made) {
        return new Reply<>(Rv.OK, made.key(), made.parameter(), null);
    }

    /// A length query and a buffer that is too small make no key.
    private static Reply<Encapsulation> encapsulateKey(Arrival in, KeyManagement.EncapsulateKey c) {
        return in.in(c.session(), session -> {
            Room room = in.room(c.ciphertext());
            if (!c.ciphertext().isQuery()) {
                in.arguments().place(c.newKey(), "phKey");
            }
            KeyChapter.Encapsulating accepted = KeyChapter.encapsulateKey(
                    session,
                    in.arguments().mechanism(c.mechanism()),
                    c.publicKey(),
                    in.arguments().template(c.template(), "pTemplate"));
            return room.takes(accepted.length(), length -> new Encapsulation(length, 0))
                    .orElseGet(() -> Reply.ok(KeyChapter.finish(session, accepted)));
        });
    }

    /// Wrapping has no state, so a length query and a buffer that is too small just wrap for nothing.
    private static Reply<Output> wrapped(
            Arrival in, long handle, Buffer buffer, java.util.function.Function<Session, Wrapped> wrapping) {
        return in.in(handle, session -> {
            Room room = in.room(buffer);
            Wrapped wrapped = wrapping.apply(session);
            Reply<Output> reply = room.reply(wrapped.bytes().array());
            boolean written = reply.isOk() && !buffer.isQuery();
            return written ? new Reply<>(reply.rv(), reply.value(), wrapped.parameter(), null) : reply;
        });
    }
}
