package dev.tokki.emulator.edge;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.call.DualFunction;
import dev.tokki.emulator.operation.Ciphering;
import dev.tokki.emulator.operation.Digesting;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.Operation;
import dev.tokki.emulator.operation.Production;
import dev.tokki.emulator.operation.Signing;
import dev.tokki.emulator.operation.Verifying;
import java.util.Set;
import java.util.function.BiConsumer;

/// The calls of section 5.17: one part, two operations. The second gets the plaintext only if the first
/// gave output.
final class DualCalls {
    private DualCalls() {}

    static Reply<?> answer(Arrival in, DualFunction<?> call) {
        return switch (call) {
            case DualFunction.DigestEncryptUpdate c ->
                encrypting(
                        in, c.session(), c.part(), c.encryptedPart(), Kind.DIGESTING, Digesting.class, Digesting::part);
            case DualFunction.SignEncryptUpdate c ->
                encrypting(
                        in,
                        c.session(),
                        c.part(),
                        c.encryptedPart(),
                        Kind.SIGNING,
                        Signing.class,
                        (signing, part) -> signing.part(part, in.function()));
            case DualFunction.DecryptDigestUpdate c ->
                decrypting(
                        in, c.session(), c.encryptedPart(), c.part(), Kind.DIGESTING, Digesting.class, Digesting::part);
            case DualFunction.DecryptVerifyUpdate c ->
                decrypting(
                        in,
                        c.session(),
                        c.encryptedPart(),
                        c.part(),
                        Kind.VERIFICATION,
                        Verifying.class,
                        (verifying, part) -> verifying.part(part, in.function()));
        };
    }

    private static <O extends Operation> Reply<Output> encrypting(
            Arrival in, long session, Bytes part, Buffer room, Kind kind, Class<O> type, BiConsumer<O, byte[]> second) {
        return both(in, session, Kind.ENCRYPTION, kind, type, room, (ciphering, other) -> {
            byte[] plaintext = in.arguments().bytes(part, "pPart");
            return new Both(ciphering.part(plaintext, in.function()), output -> second.accept(other, plaintext));
        });
    }

    private static <O extends Operation> Reply<Output> decrypting(
            Arrival in, long session, Bytes part, Buffer room, Kind kind, Class<O> type, BiConsumer<O, byte[]> second) {
        return both(in, session, Kind.DECRYPTION, kind, type, room, (ciphering, other) -> {
            byte[] ciphertext = in.arguments().bytes(part, "pEncryptedPart");
            return new Both(ciphering.part(ciphertext, in.function()), output -> second.accept(other, output));
        });
    }

    private static <O extends Operation> Reply<Output> both(
            Arrival in,
            long handle,
            Kind first,
            Kind second,
            Class<O> type,
            Buffer buffer,
            java.util.function.BiFunction<Ciphering, O, Production> body) {
        return in.in(handle, session -> {
            Ciphering ciphering = session.operations().active(first, Ciphering.class, in.function());
            O other = session.operations().active(second, type, in.function());
            return Arrival.continuing(
                    session, Set.of(first, second), () -> in.room(buffer).reply(body.apply(ciphering, other)));
        });
    }

    /// Output of the first operation, on whose way out the second is served.
    private record Both(Production first, java.util.function.Consumer<byte[]> second) implements Production {
        @Override
        public long atMost() {
            return first.atMost();
        }

        @Override
        public byte[] take() {
            byte[] output = first.take();
            second.accept(output);
            return output;
        }

        @Override
        public boolean isLast() {
            return false;
        }
    }
}
