package dev.tokki.emulator.operation;

import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.rule.Refusal;

/// An encryption or a decryption in progress (sections 5.8 and 5.10).
///
/// How long the end of a decryption is, is known when it is done, and then the cipher cannot go back. So
/// where the room may not suffice the end is computed once and kept until it is fetched.
public final class Ciphering implements Savable {
    private sealed interface Progress {
        /// Nothing came in yet.
        record Begun() implements Progress {}

        /// Parts came in; only the last part can end it.
        record InParts() implements Progress {}

        /// The only part came in; its output waits.
        ///
        /// @param input the part, which the caller has to give again
        record OnePartDone(Bytes input, Bytes output) implements Progress {}

        /// The parts are over; the last output waits.
        record PartsDone(Bytes output) implements Progress {}
    }

    private static final byte[] NOTHING = {};

    private final CipherOperation cipher;
    private final KeyUse use;
    private final Inputs inputs = new Inputs();
    private Progress progress = new Progress.Begun();

    /// @param cipher the cipher, begun
    /// @param use how it uses its key
    public Ciphering(CipherOperation cipher, KeyUse use) {
        this.cipher = cipher;
        this.use = use;
    }

    @Override
    public KeyUse use() {
        return use;
    }

    @Override
    public Inputs inputs() {
        switch (progress) {
            case Progress.Begun begun -> {}
            case Progress.InParts inParts -> {}
            case Progress.OnePartDone done -> refuseToSave();
            case Progress.PartsDone done -> refuseToSave();
        }
        return inputs;
    }

    private void refuseToSave() {
        inputs.refuse("Its last output waits to be fetched.", "Fetch it first.");
    }

    @Override
    public void replay(byte[] part) {
        inputs.add(part);
        progress = new Progress.InParts();
        cipher.update(part);
    }

    /// {@return the output for the only part of the input (C_Encrypt, C_Decrypt)}
    public Production onePart(byte[] input, Function function) {
        return switch (progress) {
            case Progress.Begun begun -> new End(input, true);
            case Progress.InParts inParts -> throw Multipart.alreadyInParts(function);
            case Progress.PartsDone done -> throw Multipart.alreadyInParts(function);
            case Progress.OnePartDone done -> {
                if (!done.input().equals(Bytes.of(input))) {
                    throw otherInput(function);
                }
                yield new Kept(done.output());
            }
        };
    }

    /// {@return the output for a further part of the input (C_EncryptUpdate, C_DecryptUpdate)}
    public Production part(byte[] input, Function function) {
        return switch (progress) {
            case Progress.Begun begun -> {
                Multipart.check(cipher.takesParts(), function);
                yield new Part(input);
            }
            case Progress.InParts inParts -> new Part(input);
            case Progress.OnePartDone done -> throw waiting(function);
            case Progress.PartsDone done -> throw waiting(function);
        };
    }

    /// {@return the last output (C_EncryptFinal, C_DecryptFinal)}
    public Production lastPart(Function function) {
        return switch (progress) {
            case Progress.Begun begun -> {
                Multipart.check(cipher.takesParts(), function);
                yield new End(NOTHING, false);
            }
            case Progress.InParts inParts -> new End(NOTHING, false);
            case Progress.OnePartDone done -> throw waiting(function);
            case Progress.PartsDone done -> new Kept(done.output());
        };
    }

    private static Refusal otherInput(Function function) {
        return Refusal.of(
                Ckr.ARGUMENTS_BAD,
                "the input",
                "The call before was told CKR_BUFFER_TOO_SMALL for another input; its output waits to be fetched.",
                "5.2",
                "Repeat " + function + " with the same input and more room.");
    }

    private static Refusal waiting(Function function) {
        return Refusal.of(
                Ckr.OPERATION_ACTIVE,
                "the operation",
                "Its last output waits to be fetched, after a call that was told CKR_BUFFER_TOO_SMALL.",
                function.section(),
                "Repeat that call with more room.");
    }

    /// Output of a part: its length follows from lengths alone, so nothing is computed before there is
    /// room.
    private final class Part implements Production {
        private final byte[] input;

        Part(byte[] input) {
            this.input = input;
        }

        @Override
        public long atMost() {
            return cipher.updateLength(input.length);
        }

        @Override
        public byte[] take() {
            use.check();
            inputs.add(input);
            progress = new Progress.InParts();
            return cipher.update(input);
        }

        @Override
        public boolean isLast() {
            return false;
        }
    }

    /// The end of the output, yet to be computed.
    private final class End implements Production {
        private final byte[] input;
        private final boolean onePart;

        End(byte[] input, boolean onePart) {
            this.input = input;
            this.onePart = onePart;
        }

        @Override
        public long atMost() {
            return cipher.finishLength(input.length);
        }

        @Override
        public long exactly() {
            byte[] output = take();
            progress = onePart
                    ? new Progress.OnePartDone(Bytes.of(input.clone()), Bytes.of(output))
                    : new Progress.PartsDone(Bytes.of(output));
            return output.length;
        }

        @Override
        public byte[] take() {
            return switch (progress) {
                case Progress.OnePartDone done -> done.output().array();
                case Progress.PartsDone done -> done.output().array();
                case Progress.Begun begun -> finish();
                case Progress.InParts inParts -> finish();
            };
        }

        private byte[] finish() {
            use.check();
            return cipher.finish(input);
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }

    /// The end of the output, computed before.
    private record Kept(Bytes output) implements Production {
        @Override
        public long atMost() {
            return output.length();
        }

        @Override
        public byte[] take() {
            return output.array();
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }
}
