package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.PublicKey;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/// A point on a [Curve], validated.
public final class EcPublicKey {
    private final Curve curve;
    private final ECPublicKeyParameters key;
    /// The key as a provider has it, once it has been used there.
    private volatile @Nullable PublicKey ofProvider;

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
    public boolean verifies(Crypto crypto, byte[] hash, BigInteger r, BigInteger s) {
        return isInRange(r)
                && isInRange(s)
                && CurveOfProvider.signing(crypto, curve)
                        .map(provided -> provided.verifies(ofProvider(provided), hash, r, s))
                        .orElseGet(() -> verifies(hash, r, s));
    }

    private boolean isInRange(BigInteger number) {
        return number.signum() > 0 && number.compareTo(curve.order()) < 0;
    }

    PublicKey ofProvider(CurveOfProvider provided) {
        PublicKey known = ofProvider;
        if (known == null) {
            known = provided.publicKey(octets());
            ofProvider = known;
        }
        return known;
    }

    private boolean verifies(byte[] hash, BigInteger r, BigInteger s) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        return signer.verifySignature(hash, r, s);
    }
}
