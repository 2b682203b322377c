package dev.tokki.emulator.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.rule.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// An encryption or decryption in progress (sections 5.2, 5.8, 5.10).
class CipheringTest {
    /// Takes the data as it is, and at the end drops trailing zeros, so that the length of the end shows only when it
    /// is there, as with a padding. It can be finished once.
    private static final class Unpadding implements CipherOperation {
        private final boolean takesParts;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean finished;

        Unpadding(boolean takesParts) {
            this.takesParts = takesParts;
        }

        @Override
        public boolean takesParts() {
            return takesParts;
        }

        @Override
        public long updateLength(long inputLength) {
            return 0;
        }

        @Override
        public long finishLength(long inputLength) {
            return kept.size() + inputLength;
        }

        @Override
        public byte[] update(byte[] input) {
            kept.writeBytes(input);
            return new byte[0];
        }

        @Override
        public byte[] finish(byte[] input) {
            assertThat(finished).as("finished before").isFalse();
            finished = true;
            kept.writeBytes(input);
            byte[] all = kept.toByteArray();
            int end = all.length;
            while (end > 0 && all[end - 1] == 0) {
                end--;
            }
            return Arrays.copyOf(all, end);
        }
    }

    private static final byte[] DATA = {1, 2, 0, 0};
    private static final byte[] UNPADDED = {1, 2};

    private final Ciphering parts = new Ciphering(new Unpadding(true), KeyUse.none());
    private final Ciphering whole = new Ciphering(new Unpadding(false), KeyUse.none());

    @Test
    void aLengthQueryChangesNothing() {
        assertThat(whole.onePart(DATA, Function.DECRYPT).atMost()).isEqualTo(4);
        assertThat(whole.onePart(DATA, Function.DECRYPT).atMost()).isEqualTo(4);
        assertThat(whole.onePart(DATA, Function.DECRYPT).take()).isEqualTo(UNPADDED);
    }

    @Test
    void outputThatFoundNoRoomIsKept() {
        assertThat(whole.onePart(DATA, Function.DECRYPT).exactly()).isEqualTo(2);
        Production again = whole.onePart(DATA, Function.DECRYPT);
        assertThat(again.atMost()).isEqualTo(2);
        assertThat(again.take()).isEqualTo(UNPADDED);
        assertThat(again.isLast()).isTrue();
    }

    @Test
    void outputThatIsKeptIsForTheSameInput() {
        whole.onePart(DATA, Function.DECRYPT).exactly();
        refused(Ckr.ARGUMENTS_BAD, () -> whole.onePart(UNPADDED, Function.DECRYPT));
    }

    @Test
    void theLastOutputThatFoundNoRoomIsKept() {
        parts.part(DATA, Function.DECRYPT_UPDATE).take();
        assertThat(parts.lastPart(Function.DECRYPT_FINAL).exactly()).isEqualTo(2);
        refused(Ckr.OPERATION_ACTIVE, () -> parts.part(DATA, Function.DECRYPT_UPDATE));
        refused(Ckr.OPERATION_ACTIVE, () -> parts.onePart(DATA, Function.DECRYPT));
        assertThat(parts.lastPart(Function.DECRYPT_FINAL).take()).isEqualTo(UNPADDED);
    }

    @Test
    void theOnePartFunctionDoesNotEndAnOperationInParts() {
        parts.part(DATA, Function.DECRYPT_UPDATE).take();
        refused(Ckr.OPERATION_ACTIVE, () -> parts.onePart(DATA, Function.DECRYPT));
        assertThat(parts.lastPart(Function.DECRYPT_FINAL).take()).isEqualTo(UNPADDED);
    }

    @Test
    void aPartThatOnlyAskedForItsLengthIsNone() {
        parts.part(DATA, Function.DECRYPT_UPDATE).atMost();
        assertThat(parts.onePart(DATA, Function.DECRYPT).take()).isEqualTo(UNPADDED);
    }

    @Test
    void anOperationMayEndWithoutAnyPart() {
        assertThat(parts.lastPart(Function.DECRYPT_FINAL).take()).isEmpty();
    }

    @Test
    void aMechanismThatTakesAllAtOnceTakesNoParts() {
        refused(Ckr.OPERATION_NOT_INITIALIZED, () -> whole.part(DATA, Function.DECRYPT_UPDATE));
        refused(Ckr.OPERATION_NOT_INITIALIZED, () -> whole.lastPart(Function.DECRYPT_FINAL));
    }

    private static void refused(long ckr, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rv().value()).isEqualTo(ckr));
    }
}
