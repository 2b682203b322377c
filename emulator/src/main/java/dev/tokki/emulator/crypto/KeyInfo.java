package dev.tokki.emulator.crypto;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// The SubjectPublicKeyInfo of keys whose algorithm has no parameters (RFC 5280, section 4.1.2.7).
public final class KeyInfo {
    private KeyInfo() {}

    /// {@return the DER}
    ///
    /// @param algorithm the algorithm's object identifier, in dotted form
    /// @param key the public key
    public static byte[] of(String algorithm, byte[] key) {
        try {
            return new SubjectPublicKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm)), key)
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
