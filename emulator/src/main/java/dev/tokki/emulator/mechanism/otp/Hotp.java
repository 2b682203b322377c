package dev.tokki.emulator.mechanism.otp;

import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RunningMac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/// HOTP (RFC 4226, 5.3): digits of an HMAC-SHA-1 of a counter.
final class Hotp {
    private Hotp() {}

    /// {@return the password, in digits}
    static byte[] password(Crypto crypto, byte[] key, long counter, int digits) {
        RunningMac hmac = crypto.hmac("SHA-1", new SecretKeySpec(key, "HMAC"));
        hmac.update(bytes(counter));
        byte[] code = hmac.finish();
        int offset = code[code.length - 1] & 0xF;
        int number = ByteBuffer.wrap(code, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String text = String.format(Locale.ROOT, "%010d", number);
        return text.substring(text.length() - digits).getBytes(StandardCharsets.US_ASCII);
    }

    /// {@return a counter as it is stored}
    static byte[] bytes(long counter) {
        return ByteBuffer.allocate(Long.BYTES).putLong(counter).array();
    }

    /// {@return a stored counter}
    static long number(byte[] counter) {
        return ByteBuffer.wrap(counter).getLong();
    }
}
