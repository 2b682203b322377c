package dev.tokki.emulator.mechanism.work;

import java.security.MessageDigest;

/// Hashes, and has the hash signed.
public record HashThenSign(MessageDigest digest, Signer signer) implements Signer {
    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public long length() {
        return signer.length();
    }

    @Override
    public void update(byte[] data) {
        digest.update(data);
    }

    @Override
    public byte[] finish(byte[] data) {
        return signer.finish(digest.digest(data));
    }
}
