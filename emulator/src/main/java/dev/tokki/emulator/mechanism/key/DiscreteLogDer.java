package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Keys that are an integer in a group of integers: DSA and Diffie-Hellman (RFC 3279, PKCS #3; sections 6.2, 6.4 and
/// 6.7).
public enum DiscreteLogDer implements KeyDer {
    /// Signatures.
    DSA(Ckk.DSA, X9ObjectIdentifiers.id_dsa),
    /// Key agreement of PKCS #3, which does not tell the order of the group.
    DH(Ckk.DH, PKCSObjectIdentifiers.dhKeyAgreement),
    /// Key agreement of X9.42.
    X9_42_DH(Ckk.X9_42_DH, X9ObjectIdentifiers.dhpublicnumber);

    /// The identifier of DSA keys in earlier drafts of PKCS #11, with the same parameters (section 6.7).
    private static final ASN1ObjectIdentifier EARLY_DSA = new ASN1ObjectIdentifier("1.3.14.3.2.12");

    private final long keyType;
    private final ASN1ObjectIdentifier algorithm;

    DiscreteLogDer(long keyType, ASN1ObjectIdentifier algorithm) {
        this.keyType = keyType;
        this.algorithm = algorithm;
    }

    /// The group.
    ///
    /// @param order zero where it is not told
    private record Group(BigInteger prime, BigInteger order, BigInteger base) {}

    @Override
    public boolean hasAlgorithm(ASN1ObjectIdentifier found) {
        return algorithm.equals(found) || (this == DSA && EARLY_DSA.equals(found));
    }

    @Override
    public boolean hasType(long found) {
        return keyType == found;
    }

    @Override
    public boolean tellsPublicKey(AttributeMap key) {
        return key.has(Cka.PRIME) && key.has(Cka.BASE) && key.has(Cka.VALUE) && (this == DH || key.has(Cka.SUBPRIME));
    }

    @Override
    public List<Attribute> publicKey(SubjectPublicKeyInfo info) throws IOException {
        return attributes(info.getAlgorithm(), number(info.parsePublicKey()));
    }

    @Override
    public List<Attribute> privateKey(PrivateKeyInfo info) throws IOException {
        return attributes(info.getPrivateKeyAlgorithm(), number(info.parsePrivateKey()));
    }

    private List<Attribute> attributes(AlgorithmIdentifier identifier, BigInteger value) {
        Group group = group(identifier);
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.of(Cka.KEY_TYPE, keyType),
                Attribute.of(Cka.PRIME, group.prime()),
                Attribute.of(Cka.BASE, group.base()),
                Attribute.of(Cka.VALUE, value)));
        if (group.order().signum() != 0) {
            attributes.add(Attribute.of(Cka.SUBPRIME, group.order()));
        }
        return List.copyOf(attributes);
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(AttributeMap key) throws IOException {
        boolean isPublic = key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY;
        return new SubjectPublicKeyInfo(
                algorithm(key), new ASN1Integer(isPublic ? number(key, Cka.VALUE) : PublicHalf.power(key)));
    }

    @Override
    public PrivateKeyInfo privateInfo(AttributeMap key) throws IOException {
        return new PrivateKeyInfo(algorithm(key), new ASN1Integer(number(key, Cka.VALUE)));
    }

    private Group group(AlgorithmIdentifier identifier) {
        ASN1Encodable parameters = identifier.getParameters();
        if (parameters == null) {
            throw new IllegalArgumentException("a key without its group");
        }
        return switch (this) {
            case DSA -> {
                DSAParameter dsa = DSAParameter.getInstance(parameters);
                yield new Group(dsa.getP(), dsa.getQ(), dsa.getG());
            }
            case DH -> {
                DHParameter dh = DHParameter.getInstance(parameters);
                yield new Group(dh.getP(), BigInteger.ZERO, dh.getG());
            }
            case X9_42_DH -> {
                DomainParameters dh = DomainParameters.getInstance(parameters);
                yield new Group(dh.getP(), dh.getQ(), dh.getG());
            }
        };
    }

    private AlgorithmIdentifier algorithm(AttributeMap key) {
        BigInteger prime = number(key, Cka.PRIME);
        BigInteger base = number(key, Cka.BASE);
        ASN1Encodable group = switch (this) {
            case DSA -> new DSAParameter(prime, number(key, Cka.SUBPRIME), base);
            case DH -> new DHParameter(prime, base, 0);
            // Section 6.7 wants no cofactor and no validation parameters: the token does not store them.
            case X9_42_DH -> new DomainParameters(prime, base, number(key, Cka.SUBPRIME), null, null);
        };
        return new AlgorithmIdentifier(algorithm, group);
    }

    private static BigInteger number(ASN1Encodable integer) {
        return ASN1Integer.getInstance(integer).getPositiveValue();
    }

    private static BigInteger number(AttributeMap key, long type) {
        if (!key.has(type)) {
            throw new IllegalArgumentException("a key without a number");
        }
        return new BigInteger(1, key.bytes(type));
    }
}
