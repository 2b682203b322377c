package dev.tokki.emulator.mechanism.work;

import java.security.Signature;
import java.security.SignatureException;

/// A signature by a provider's algorithm that hashes the data itself.
///
/// @param signature the algorithm, initialised
/// @param length the length of the signature in bytes
public record HashingSigner(Signature signature, long length) implements Signer {
    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public void update(byte[] data) {
        try {
            signature.update(data);
        } catch (SignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] finish(byte[] data) {
        try {
            signature.update(data);
            return signature.sign();
        } catch (SignatureException e) {
            throw new IllegalStateException(e);
        }
    }
}
