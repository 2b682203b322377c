package dev.tokki.emulator.crypto;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// The SubjectPublicKeyInfo and the PrivateKeyInfo of keys whose algorithm has no parameters (RFC 5280, section
/// 4.1.2.7; RFC 5208, section 5).
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

    /// {@return the DER of a private key that is an octet string: of ML-DSA and ML-KEM the expanded one (RFC 9881 and
    /// RFC 9935, section 6)}
    ///
    /// @param algorithm the algorithm's object identifier, in dotted form
    /// @param key the private key
    static byte[] ofPrivate(String algorithm, byte[] key) {
        try {
            return new PrivateKeyInfo(
                            new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm)), new DEROctetString(key))
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
