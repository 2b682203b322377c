package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.BasicAgreement;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.agreement.ECDHCBasicAgreement;
import org.bouncycastle.crypto.agreement.ECMQVBasicAgreement;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.MQVPrivateParameters;
import org.bouncycastle.crypto.params.MQVPublicParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/// A private number of a [Curve].
public final class EcPrivateKey {
    private final Curve curve;
    private final ECPrivateKeyParameters key;
    /// The public key's point, once somebody has computed it.
    private volatile @Nullable ECPoint point;
    /// The key as a provider has it, once it has been used there.
    private volatile @Nullable PrivateKey ofProvider;

    EcPrivateKey(Curve curve, BigInteger number) {
        this.curve = curve;
        this.key = new ECPrivateKeyParameters(number, curve.domain());
    }

    EcPrivateKey(Curve curve, BigInteger number, ECPoint point) {
        this(curve, number);
        this.point = point;
    }

    /// {@return the curve}
    public Curve curve() {
        return curve;
    }

    /// {@return the number, _d_}
    public BigInteger number() {
        return key.getD();
    }

    /// {@return the public key}
    public EcPublicKey publicKey() {
        ECPoint known = point;
        if (known == null) {
            known = new FixedPointCombMultiplier().multiply(curve.domain().getG(), key.getD());
            point = known;
        }
        return new EcPublicKey(curve, known);
    }

    /// {@return an ECDSA signature over a hash, of which the leftmost bits count: _r_ and _s_, each as long
    /// as the order}
    public byte[] sign(Crypto crypto, byte[] hash) {
        BigInteger[] rs = CurveOfProvider.signing(crypto, curve)
                .map(provided -> provided.sign(ofProvider(provided), hash))
                .orElseGet(() -> sign(hash, crypto.random()));
        int length = curve.orderLength();
        byte[] signature = new byte[2 * length];
        BigIntegers.asUnsignedByteArray(rs[0], signature, 0, length);
        BigIntegers.asUnsignedByteArray(rs[1], signature, length, length);
        return signature;
    }

    private BigInteger[] sign(byte[] hash, SecureRandom random) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ParametersWithRandom(key, random));
        return signer.generateSignature(hash);
    }

    private PrivateKey ofProvider(CurveOfProvider provided) {
        PrivateKey known = ofProvider;
        if (known == null) {
            known = provided.privateKey(number(), curve.order().bitLength());
            ofProvider = known;
        }
        return known;
    }

    /// {@return the secret shared with the owner of a public key on the same curve, as long as a field
    /// element}
    ///
    /// @param withCofactor whether the cofactor is multiplied in
    public byte[] agree(Crypto crypto, EcPublicKey other, boolean withCofactor) {
        // Curves that providers serve have the cofactor 1.
        return CurveOfProvider.agreeing(crypto, curve)
                .map(provided -> provided.agree(ofProvider(provided), other.ofProvider(provided)))
                .orElseGet(() -> agree(other, withCofactor));
    }

    private byte[] agree(EcPublicKey other, boolean withCofactor) {
        BasicAgreement agreement = withCofactor ? new ECDHCBasicAgreement() : new ECDHBasicAgreement();
        agreement.init(key);
        return BigIntegers.asUnsignedByteArray(curve.fieldLength(), agreement.calculateAgreement(other.parameters()));
    }

    /// {@return the secret of Menezes, Qu and Vanstone, as long as a field element; nothing where it would be the
    /// point at infinity}
    ///
    /// @param ephemeral the own ephemeral key
    /// @param other the other party's public key, on the same curve as all
    /// @param otherEphemeral the other party's ephemeral public key
    public Optional<byte[]> agreeMqv(EcPrivateKey ephemeral, EcPublicKey other, EcPublicKey otherEphemeral) {
        ECMQVBasicAgreement agreement = new ECMQVBasicAgreement();
        agreement.init(new MQVPrivateParameters(key, ephemeral.key));
        try {
            BigInteger secret = agreement.calculateAgreement(
                    new MQVPublicParameters(other.parameters(), otherEphemeral.parameters()));
            return Optional.of(BigIntegers.asUnsignedByteArray(curve.fieldLength(), secret));
        } catch (IllegalStateException infinity) {
            return Optional.empty();
        }
    }
}
