package dev.tokki.emulator.mechanism.stream;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.SkippingStreamCipher;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.engines.ChaChaEngine;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.crypto.engines.XChaCha20Engine;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// ChaCha20 and Salsa20 by the length of their nonce.
enum StreamKind {
    /// ChaCha20 as published: a nonce of 64 bits, a block counter of 64.
    CHACHA20(true, 8, 64),
    /// ChaCha20 of RFC 8439: a nonce of 96 bits, a block counter of 32.
    IETF_CHACHA20(true, 12, 32),
    /// XChaCha20: the long nonce makes a key of its own.
    XCHACHA20(true, 24, 32),
    /// Salsa20.
    SALSA20(false, 8, 64),
    /// XSalsa20: the long nonce makes a key of its own.
    XSALSA20(false, 24, 64);

    private static final int BLOCK = 64;

    private final boolean isChaCha;
    private final int nonceLength;
    private final int counterBits;

    StreamKind(boolean isChaCha, int nonceLength, int counterBits) {
        this.isChaCha = isChaCha;
        this.nonceLength = nonceLength;
        this.counterBits = counterBits;
    }

    static Optional<StreamKind> of(boolean isChaCha, int nonceLength) {
        return Arrays.stream(values())
                .filter(kind -> kind.isChaCha == isChaCha && kind.nonceLength == nonceLength)
                .findFirst();
    }

    int counterBits() {
        return counterBits;
    }

    /// {@return a stream from a block on}
    SkippingStreamCipher begin(byte[] key, byte[] nonce, BigInteger block) {
        SkippingStreamCipher cipher = switch (this) {
            case CHACHA20 -> new ChaChaEngine();
            case IETF_CHACHA20 -> new ChaCha7539Engine();
            case XCHACHA20 -> new XChaCha20Engine();
            case SALSA20 -> new Salsa20Engine();
            case XSALSA20 -> new XSalsa20Engine();
        };
        cipher.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
        cipher.seekTo(block.longValueExact() * BLOCK);
        return cipher;
    }
}
