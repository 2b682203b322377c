package dev.tokki.emulator.crypto;

import java.security.MessageDigest;
import org.bouncycastle.crypto.Digest;

/// One of Bouncy Castle's lightweight digests, for those that no provider has.
final class LightDigest extends MessageDigest {
    private final Digest digest;

    LightDigest(String algorithm) {
        super(algorithm);
        digest = LightDigests.of(algorithm);
    }

    @Override
    protected int engineGetDigestLength() {
        return digest.getDigestSize();
    }

    @Override
    protected void engineUpdate(byte input) {
        digest.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        digest.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    @Override
    protected void engineReset() {
        digest.reset();
    }
}
