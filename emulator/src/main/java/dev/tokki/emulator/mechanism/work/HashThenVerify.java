package dev.tokki.emulator.mechanism.work;

import java.security.MessageDigest;

/// Hashes, and has the hash verified.
public record HashThenVerify(MessageDigest digest, Verifier verifier) implements Verifier {
    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public void update(byte[] data) {
        digest.update(data);
    }

    @Override
    public void finish(byte[] data, byte[] signature) {
        verifier.finish(digest.digest(data), signature);
    }
}
