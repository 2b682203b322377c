package dev.tokki.emulator.mechanism.work;

import java.security.Signature;
import java.security.SignatureException;

/// A verification by a provider's algorithm that hashes the data itself.
///
/// @param algorithm the algorithm, initialised
/// @param length the length of signatures in bytes
/// @param section the section of the mechanism
public record HashingVerifier(Signature algorithm, long length, String section) implements Verifier {
    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public void update(byte[] data) {
        try {
            algorithm.update(data);
        } catch (SignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void finish(byte[] data, byte[] signature) {
        Signatures.checkLength(signature, length, section);
        update(data);
        if (!isRight(signature)) {
            throw Signatures.invalid(section);
        }
    }

    private boolean isRight(byte[] signature) {
        try {
            return algorithm.verify(signature);
        } catch (SignatureException e) {
            // Providers say so of a number that is not below the modulus, for one.
            return false;
        }
    }
}
