package dev.tokki.emulator.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/// RSAES-OAEP by the provider, or where it lacks a hash by Bouncy Castle's padding around the provider's RSA.
public final class RsaOaep {
    private final OAEPParameterSpec spec;

    private RsaOaep(OAEPParameterSpec spec) {
        this.spec = spec;
    }

    /// {@return OAEP}
    ///
    /// @param hash JCA's name of the hash of the label
    /// @param mgf JCA's name of the hash of the mask generation function
    /// @param label the label
    public static RsaOaep of(String hash, String mgf, byte[] label) {
        return new RsaOaep(
                new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(mgf), new PSource.PSpecified(label)));
    }

    /// {@return data encrypted or decrypted}
    ///
    /// @param mode `Cipher.ENCRYPT_MODE` or `Cipher.DECRYPT_MODE`
    /// @throws BadPaddingException if the decrypted block is not padded right
    public byte[] run(RsaKey<?> key, int mode, byte[] input) throws GeneralSecurityException {
        Cipher cipher;
        try {
            cipher = key.cipher("RSA/ECB/OAEPPadding", mode, spec);
        } catch (InvalidAlgorithmParameterException unknownHash) {
            return LightOaep.run(key, mode == Cipher.ENCRYPT_MODE, spec, input);
        }
        return cipher.doFinal(input);
    }
}
