package dev.tokki.emulator.crypto;

import java.security.spec.MGF1ParameterSpec;
import javax.crypto.BadPaddingException;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/// RSAES-OAEP with Bouncy Castle's padding.
final class LightOaep {
    private LightOaep() {}

    static byte[] run(RsaKey<?> key, boolean isEncryption, OAEPParameterSpec spec, byte[] input)
            throws BadPaddingException {
        OAEPEncoding encoding = new OAEPEncoding(
                new BareRsa(key),
                LightDigests.of(spec.getDigestAlgorithm()),
                LightDigests.of(((MGF1ParameterSpec) spec.getMGFParameters()).getDigestAlgorithm()),
                ((PSource.PSpecified) spec.getPSource()).getValue());
        encoding.init(isEncryption, new ParametersWithRandom(BareRsa.parameters(key, !isEncryption), key.random()));
        try {
            return encoding.processBlock(input, 0, input.length);
        } catch (InvalidCipherTextException e) {
            throw new BadPaddingException(e.getMessage());
        }
    }
}
