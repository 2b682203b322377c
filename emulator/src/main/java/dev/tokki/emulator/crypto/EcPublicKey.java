package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/// A point on a [Curve], validated.
public final class EcPublicKey {
    private final Curve curve;
    private final ECPublicKeyParameters key;

    EcPublicKey(Curve curve, ECPoint point) {
        this.curve = curve;
        this.key = new ECPublicKeyParameters(point, curve.domain());
    }

    /// {@return the curve}
    public Curve curve() {
        return curve;
    }

    ECPublicKeyParameters parameters() {
        return key;
    }

    /// {@return the point as an octet string, uncompressed}
    public byte[] octets() {
        return key.getQ().getEncoded(false);
    }

    /// {@return whether _r_ and _s_ are an ECDSA signature over a hash, of which the leftmost bits count}
    public boolean verifies(byte[] hash, BigInteger r, BigInteger s) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        return signer.verifySignature(hash, r, s);
    }
}
