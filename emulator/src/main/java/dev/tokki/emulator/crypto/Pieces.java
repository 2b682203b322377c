package dev.tokki.emulator.crypto;

import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.ShortBufferException;

/// Feeds a cipher in pieces.
///
/// The JDK's AES runs at a hundredth of its speed for seconds when a fresh JVM hands it a megabyte at once:
/// so few calls are made that its loops stay uncompiled. In pieces of 16 KiB it is warm after a few of them.
public final class Pieces {
    private static final int SIZE = 16 * 1024;

    private Pieces() {}

    /// {@return what the cipher puts out for a part of the input}
    ///
    /// @param room the most it can put out
    public static byte[] update(Cipher cipher, byte[] input, int room) {
        byte[] output = new byte[room];
        try {
            return cut(output, feed(cipher, input, output));
        } catch (ShortBufferException e) {
            throw new IllegalStateException("more output than " + room + " bytes", e);
        }
    }

    /// {@return what the cipher puts out for the last part of the input}
    ///
    /// @param room the most it can put out
    /// @throws BadPaddingException for wrong padding or a wrong tag
    public static byte[] finish(Cipher cipher, byte[] input, int room) throws BadPaddingException {
        byte[] output = new byte[room];
        try {
            int written = feed(cipher, input, output);
            return cut(output, written + cipher.doFinal(output, written));
        } catch (ShortBufferException | IllegalBlockSizeException e) {
            throw new IllegalStateException("the lengths were checked before", e);
        }
    }

    private static int feed(Cipher cipher, byte[] input, byte[] output) throws ShortBufferException {
        int written = 0;
        for (int from = 0; from < input.length; from += SIZE) {
            written += cipher.update(input, from, Math.min(SIZE, input.length - from), output, written);
        }
        return written;
    }

    private static byte[] cut(byte[] output, int written) {
        return written == output.length ? output : Arrays.copyOf(output, written);
    }
}
