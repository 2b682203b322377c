package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;

/// How much a block cipher mode puts out, and how much it may be given.
///
/// `pending` is what was given and has not come out yet.
public sealed interface DataLengths {
    /// {@return the most that comes out when `pending` bytes have been given and more may follow}
    long update(long pending);

    /// {@return the most that comes out when `pending` bytes have been given and none follow}
    long finish(long pending);

    /// Refuses a total length.
    ///
    /// @param total how many bytes have been given, from the beginning
    /// @param isLast whether none follow
    void check(long total, boolean isLast);

    /// Whole blocks in, whole blocks out (ECB, CBC).
    record WholeBlocks(int block, boolean isEncryption, String section) implements DataLengths {
        @Override
        public long update(long pending) {
            return pending - pending % block;
        }

        @Override
        public long finish(long pending) {
            return pending;
        }

        @Override
        public void check(long total, boolean isLast) {
            if (isLast && total % block != 0) {
                throw notWholeBlocks(isEncryption, total, block, section);
            }
        }
    }

    /// Anything in, whole blocks out (CBC with padding, encryption).
    record Padding(int block) implements DataLengths {
        @Override
        public long update(long pending) {
            return pending - pending % block;
        }

        @Override
        public long finish(long pending) {
            return pending - pending % block + block;
        }

        @Override
        public void check(long total, boolean isLast) {}
    }

    /// Whole blocks in, the last held back until its padding is known (CBC with padding, decryption).
    record Unpadding(int block, String section) implements DataLengths {
        @Override
        public long update(long pending) {
            return pending == 0 ? 0 : (pending - 1) / block * block;
        }

        @Override
        public long finish(long pending) {
            return Math.max(0, pending - 1);
        }

        @Override
        public void check(long total, boolean isLast) {
            if (isLast && (total == 0 || total % block != 0)) {
                throw notWholeBlocks(false, total, block, section);
            }
        }
    }

    /// As much out as in, up to a limit (CTR).
    record Stream(long limit, String section) implements DataLengths {
        @Override
        public long update(long pending) {
            return pending;
        }

        @Override
        public long finish(long pending) {
            return pending;
        }

        @Override
        public void check(long total, boolean isLast) {
            if (total > limit) {
                throw Refusal.of(
                        Ckr.DATA_LEN_RANGE,
                        "the data",
                        "The counter bits overflow after " + limit + " bytes; these are " + total + ".",
                        section,
                        "Use more counter bits or a smaller first counter, or begin anew with another counter block.");
            }
        }
    }

    private static Refusal notWholeBlocks(boolean isEncryption, long total, int block, String section) {
        return Refusal.of(
                isEncryption ? Ckr.DATA_LEN_RANGE : Ckr.ENCRYPTED_DATA_LEN_RANGE,
                isEncryption ? "the data" : "the encrypted data",
                "They must be whole blocks of " + block + " bytes; these are " + total + " bytes.",
                section,
                isEncryption
                        ? "Pad the data, or use a mechanism that pads."
                        : "Pass the encrypted data whole, as they came from the encryption.");
    }
}
