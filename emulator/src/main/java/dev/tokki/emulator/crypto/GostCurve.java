package dev.tokki.emulator.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.agreement.ECVKOAgreement;
import org.bouncycastle.crypto.digests.GOST3411Digest;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.ParametersWithUKM;
import org.bouncycastle.crypto.signers.ECGOST3410Signer;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/// A curve of GOST R 34.10-2001 (RFC 4357, 11.4): 256 bits, numbers with their least significant byte first.
///
/// @param domain its parameters
public record GostCurve(ECDomainParameters domain) {
    private static final int HALF = 32;
    /// id-GostR3410-2001-TestParamSet, of the standard's example, which Bouncy Castle has not.
    private static final String TEST = "06072a850302022300";

    /// {@return the curve of an object identifier}
    ///
    /// @param der its DER
    public static Optional<GostCurve> of(byte[] der) {
        if (HexFormat.of().formatHex(der).equals(TEST)) {
            return Optional.of(new GostCurve(test()));
        }
        return identifier(der)
                .map(ECGOST3410NamedCurves::getByOIDX9)
                .map(GostCurve::domain)
                .filter(found -> found.getN().bitLength() <= 8 * HALF)
                .map(GostCurve::new);
    }

    private static Optional<ASN1ObjectIdentifier> identifier(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der) instanceof ASN1ObjectIdentifier found
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ECDomainParameters domain(X9ECParameters curve) {
        return new ECDomainParameters(curve);
    }

    private static ECDomainParameters test() {
        BigInteger order = number("8000000000000000000000000000000150fe8a1892976154c59cfc193accf5b3");
        ECCurve curve = new ECCurve.Fp(
                number("8000000000000000000000000000000000000000000000000000000000000431"),
                number("7"),
                number("5fbff498aa938ce739b8e022fbafef40563f6e6a3472fc2a514c0ce9dae23b7e"),
                order,
                BigInteger.ONE);
        return new ECDomainParameters(
                curve,
                curve.createPoint(
                        number("2"), number("8e2a8a0e65147d4bd6316030e16d19c85c97f0a9ca267122b96abbcea7e8fc8")),
                order,
                BigInteger.ONE);
    }

    private static BigInteger number(String hexadecimal) {
        return new BigInteger(hexadecimal, 16);
    }

    /// {@return a new private key}
    public byte[] generate(SecureRandom random) {
        return littleEndian(
                BigIntegers.createRandomInRange(BigInteger.ONE, domain.getN().subtract(BigInteger.ONE), random));
    }

    /// {@return the public key of a private key: both coordinates}
    public byte[] publicKey(byte[] privateKey) {
        var point = new FixedPointCombMultiplier()
                .multiply(domain.getG(), number(privateKey))
                .normalize();
        byte[] both = Arrays.copyOf(littleEndian(point.getAffineXCoord().toBigInteger()), 2 * HALF);
        System.arraycopy(littleEndian(point.getAffineYCoord().toBigInteger()), 0, both, HALF, HALF);
        return both;
    }

    /// {@return whether a number can be a private key}
    public boolean isPrivateKey(byte[] value) {
        return value.length == HALF
                && number(value).signum() > 0
                && number(value).compareTo(domain.getN()) < 0;
    }

    /// {@return whether coordinates are those of a point of the curve, of its order}
    public boolean isPublicKey(byte[] value) {
        try {
            return value.length == 2 * HALF && point(value).getQ().isValid();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// {@return a signature over a digest: _s_ and _r_, each with its most significant byte first (RFC 4490, 3.2)}
    public byte[] sign(byte[] privateKey, byte[] digest, SecureRandom random) {
        ECGOST3410Signer signer = new ECGOST3410Signer();
        signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(number(privateKey), domain), random));
        BigInteger[] rs = signer.generateSignature(digest);
        byte[] signature = new byte[2 * HALF];
        BigIntegers.asUnsignedByteArray(rs[1], signature, 0, HALF);
        BigIntegers.asUnsignedByteArray(rs[0], signature, HALF, HALF);
        return signature;
    }

    /// {@return whether a signature is that of a digest}
    public boolean verifies(byte[] publicKey, byte[] digest, byte[] signature) {
        ECGOST3410Signer signer = new ECGOST3410Signer();
        signer.init(false, point(publicKey));
        return signer.verifySignature(
                digest,
                new BigInteger(1, Arrays.copyOfRange(signature, HALF, 2 * HALF)),
                new BigInteger(1, Arrays.copyOf(signature, HALF)));
    }

    /// {@return the key that two parties share (VKO GOST R 34.10-2001, RFC 4357, 5.2)}
    ///
    /// @param material user key material, 8 bytes
    public byte[] agree(byte[] privateKey, byte[] publicKey, byte[] material) {
        ECVKOAgreement agreement = new ECVKOAgreement(new GOST3411Digest());
        agreement.init(new ParametersWithUKM(new ECPrivateKeyParameters(number(privateKey), domain), material));
        return agreement.calculateAgreement(point(publicKey));
    }

    /// {@return GOST R 34.11-94 with the S-box of an object identifier}
    ///
    /// @param der its DER
    public static Optional<RunningMac> digest(byte[] der) {
        return switch (HexFormat.of().formatHex(der)) {
            case "06072a850302021e00" -> Optional.of(running("D-TEST"));
            case "06072a850302021e01" -> Optional.of(running("D-A"));
            default -> Optional.empty();
        };
    }

    private static RunningMac running(String box) {
        GOST3411Digest digest = new GOST3411Digest(GOST28147Engine.getSBox(box));
        return new RunningMac() {
            @Override
            public void update(byte[] data) {
                digest.update(data, 0, data.length);
            }

            @Override
            public byte[] finish() {
                byte[] made = new byte[HALF];
                digest.doFinal(made, 0);
                return made;
            }
        };
    }

    private ECPublicKeyParameters point(byte[] coordinates) {
        return new ECPublicKeyParameters(
                domain.getCurve()
                        .validatePoint(
                                number(Arrays.copyOf(coordinates, HALF)),
                                number(Arrays.copyOfRange(coordinates, HALF, 2 * HALF))),
                domain);
    }

    private static BigInteger number(byte[] littleEndian) {
        return BigIntegers.fromUnsignedByteArray(org.bouncycastle.util.Arrays.reverse(littleEndian));
    }

    private static byte[] littleEndian(BigInteger number) {
        return org.bouncycastle.util.Arrays.reverse(BigIntegers.asUnsignedByteArray(HALF, number));
    }
}
