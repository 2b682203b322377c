package dev.tokki.emulator.mechanism.mac;

import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Verifier;
import java.security.MessageDigest;

/// The verification of a message authentication code: it is computed again and compared.
///
/// @param signer computes it
/// @param section the section of the mechanism
public record MacVerifier(MacSigner signer, String section) implements Verifier {
    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public void update(byte[] data) {
        signer.update(data);
    }

    @Override
    public void finish(byte[] data, byte[] signature) {
        Signatures.checkLength(signature, signer.length(), section);
        if (!MessageDigest.isEqual(signer.finish(data), signature)) {
            throw Signatures.invalid(section);
        }
    }
}
