package dev.tokki.emulator.edge;

import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.emulator.chapter.KeyChapter;
import dev.tokki.emulator.mechanism.Mechanisms.Wrapped;

/// The calls of section 5.18, key management.
final class KeyCalls {
    private KeyCalls() {}

    static Reply<?> answer(Arrival in, KeyManagement<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case KeyManagement.GenerateKey c ->
                in.in(c.session(), session -> {
                    arguments.place(c.newKey(), "phKey");
                    return Reply.ok(KeyChapter.generateKey(
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
            case KeyManagement.WrapKey c -> wrapKey(in, c);
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
                    arguments.place(c.newKey(), "phKey");
                    return Reply.ok(KeyChapter.deriveKey(
                            session,
                            arguments.mechanism(c.mechanism()),
                            c.baseKey(),
                            arguments.template(c.template(), "pTemplate")));
                });
            case KeyManagement.EncapsulateKey c -> throw Later.refusal(in.function());
            case KeyManagement.DecapsulateKey c -> throw Later.refusal(in.function());
            case KeyManagement.WrapKeyAuthenticated c -> throw Later.refusal(in.function());
            case KeyManagement.UnwrapKeyAuthenticated c -> throw Later.refusal(in.function());
        };
    }

    /// Wrapping has no state, so a length query and a buffer that is too small just wrap for nothing.
    private static Reply<Output> wrapKey(Arrival in, KeyManagement.WrapKey c) {
        return in.in(c.session(), session -> {
            Room room = in.room(c.wrappedKey());
            Wrapped wrapped =
                    KeyChapter.wrapKey(session, in.arguments().mechanism(c.mechanism()), c.wrappingKey(), c.key());
            Reply<Output> reply = room.reply(wrapped.bytes().array());
            boolean written = reply.isOk() && !c.wrappedKey().isQuery();
            return written ? new Reply<>(reply.rv(), reply.value(), wrapped.parameter(), null) : reply;
        });
    }
}
