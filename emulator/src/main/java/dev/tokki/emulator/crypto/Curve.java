package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/// A curve in short Weierstrass form, one that has a name or one told by its parameters, computed by Bouncy Castle
/// unless a provider is faster.
public final class Curve {
    private final Optional<ASN1ObjectIdentifier> oid;
    private final X9ECParameters parameters;
    private final ECDomainParameters domain;

    private Curve(ASN1ObjectIdentifier oid, X9ECParameters parameters) {
        this.oid = Optional.of(oid);
        this.parameters = parameters;
        this.domain = new ECNamedDomainParameters(oid, parameters);
    }

    /// A curve told by its parameters.
    Curve(X9ECParameters parameters) {
        this.oid = Optional.empty();
        this.parameters = parameters;
        this.domain = new ECDomainParameters(parameters);
    }

    /// {@return the curve of an object identifier, in dotted form}
    public static Optional<Curve> ofOid(String oid) {
        return of(new ASN1ObjectIdentifier(oid));
    }

    /// {@return the curve of a name, `secp256r1`, `P-256`, `brainpoolP256r1` for example, in any case}
    public static Optional<Curve> ofName(String name) {
        return Optional.ofNullable(ECNamedCurveTable.getOID(name)).flatMap(Curve::of);
    }

    private static Optional<Curve> of(ASN1ObjectIdentifier oid) {
        // The general table decides what has a name; some of its curves are built for speed elsewhere.
        return Optional.ofNullable(ECNamedCurveTable.getByOID(oid)).map(general -> {
            X9ECParameters fast = CustomNamedCurves.getByOID(oid);
            return new Curve(oid, fast == null ? general : fast);
        });
    }

    /// {@return the DER of the curve's `Parameters`: its object identifier, or all its numbers}
    public ASN1Encodable parameters() {
        return oid.<ASN1Encodable>map(known -> known).orElse(parameters);
    }

    /// {@return a usual name}
    public String name() {
        return oid.map(known ->
                        Optional.ofNullable(ECNamedCurveTable.getName(known)).orElse(known.getId()))
                .orElse("of " + fieldBits() + " bits");
    }

    /// {@return whether another curve has the same points and the same base}
    public boolean isSame(Curve other) {
        return domain.equals(other.domain);
    }

    /// {@return whether the cofactor is the one told, or none is}
    boolean hasCofactor(@Nullable BigInteger cofactor) {
        return cofactor == null || cofactor.equals(domain.getH());
    }

    ECDomainParameters domain() {
        return domain;
    }

    /// {@return the bits of the field}
    public int fieldBits() {
        return domain.getCurve().getFieldSize();
    }

    /// {@return the bytes of an element of the field}
    public int fieldLength() {
        return (fieldBits() + 7) / 8;
    }

    /// {@return the order of the base point, _n_}
    public BigInteger order() {
        return domain.getN();
    }

    /// {@return the bytes of the order, _nLen_}
    public int orderLength() {
        return (order().bitLength() + 7) / 8;
    }

    /// {@return whether bytes have the length of a point, compressed or not}
    public boolean isPointLength(int length) {
        return length == 1 + fieldLength() || length == 1 + 2 * fieldLength();
    }

    /// {@return the point of an octet string, compressed or not; nothing where it is not on the curve or is a
    /// multiple of the cofactor's doing}
    public Optional<EcPublicKey> point(byte[] octets) {
        try {
            ECPoint point = domain.getCurve().decodePoint(octets);
            return Optional.of(new EcPublicKey(this, domain.validatePublicPoint(point)));
        } catch (IllegalArgumentException notOnTheCurve) {
            return Optional.empty();
        }
    }

    /// {@return the private key of a number; nothing where it is not between 1 and the order less 1}
    public Optional<EcPrivateKey> scalar(BigInteger number) {
        boolean isScalar = number.signum() > 0 && number.compareTo(order()) < 0;
        return isScalar ? Optional.of(new EcPrivateKey(this, number)) : Optional.empty();
    }

    /// {@return the object identifier, in dotted form, of a curve that has a name}
    Optional<String> oid() {
        return oid.map(ASN1ObjectIdentifier::getId);
    }

    /// {@return a new private key}
    public EcPrivateKey generate(Crypto crypto) {
        return CurveOfProvider.generating(crypto, this)
                .map(provided -> ofProvider(provided.generate()))
                .orElseGet(() -> generate(crypto.random()));
    }

    private EcPrivateKey ofProvider(KeyPair pair) {
        java.security.spec.ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
        return new EcPrivateKey(
                this,
                ((ECPrivateKey) pair.getPrivate()).getS(),
                domain.getCurve().createPoint(point.getAffineX(), point.getAffineY()));
    }

    private EcPrivateKey generate(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return new EcPrivateKey(
                this,
                ((ECPrivateKeyParameters) pair.getPrivate()).getD(),
                ((ECPublicKeyParameters) pair.getPublic()).getQ());
    }

    /// {@return a new private key by FIPS 186-4, B.4.1: 64 bits more than the order has, reduced}
    public EcPrivateKey generateWithExtraBits(Crypto crypto) {
        BigInteger wide = new BigInteger(order().bitLength() + 64, crypto.random());
        return new EcPrivateKey(this, wide.mod(order().subtract(BigInteger.ONE)).add(BigInteger.ONE));
    }
}
