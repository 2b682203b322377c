package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.fluent.TokenObject;
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

/// Keys that are an integer in a group of integers: DSA and Diffie-Hellman (RFC 3279, PKCS #3; sections 6.2 and 6.4).
final class DiscreteLogForm implements KeyForm {
    private final Family family;

    DiscreteLogForm(Family family) {
        this.family = family;
    }

    /// What the keys are for.
    enum Family {
        /// Signatures.
        DSA(Ckk.DSA, X9ObjectIdentifiers.id_dsa),
        /// Key agreement of PKCS #3, which does not tell the order of the group.
        DH(Ckk.DH, PKCSObjectIdentifiers.dhKeyAgreement),
        /// Key agreement of X9.42.
        X9_42_DH(Ckk.X9_42_DH, X9ObjectIdentifiers.dhpublicnumber);

        private final long keyType;
        private final ASN1ObjectIdentifier algorithm;

        Family(long keyType, ASN1ObjectIdentifier algorithm) {
            this.keyType = keyType;
            this.algorithm = algorithm;
        }
    }

    /// The group.
    ///
    /// @param order zero where it is not told
    private record Group(BigInteger prime, BigInteger order, BigInteger base) {}

    @Override
    public boolean hasAlgorithm(ASN1ObjectIdentifier algorithm) {
        return family.algorithm.equals(algorithm);
    }

    @Override
    public boolean hasType(long keyType) {
        return family.keyType == keyType;
    }

    @Override
    public List<Attribute> publicKey(SubjectPublicKeyInfo info) throws IOException {
        return attributes(info.getAlgorithm(), number(info.parsePublicKey()));
    }

    @Override
    public List<Attribute> privateKey(PrivateKeyInfo info) throws IOException {
        return attributes(info.getPrivateKeyAlgorithm(), number(info.parsePrivateKey()));
    }

    private List<Attribute> attributes(AlgorithmIdentifier algorithm, BigInteger value) {
        Group group = group(algorithm);
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.of(Cka.KEY_TYPE, family.keyType),
                Attribute.of(Cka.PRIME, group.prime()),
                Attribute.of(Cka.BASE, group.base()),
                Attribute.of(Cka.VALUE, value)));
        if (group.order().signum() != 0) {
            attributes.add(Attribute.of(Cka.SUBPRIME, group.order()));
        }
        return List.copyOf(attributes);
    }

    @Override
    public SubjectPublicKeyInfo publicHalf(PrivateKeyInfo info) throws IOException {
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        Group group = group(algorithm);
        return new SubjectPublicKeyInfo(
                algorithm, new ASN1Integer(group.base().modPow(number(info.parsePrivateKey()), group.prime())));
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(TokenObject key) throws IOException {
        return new SubjectPublicKeyInfo(algorithm(key), new ASN1Integer(number(key, Cka.VALUE)));
    }

    @Override
    public PrivateKeyInfo privateInfo(TokenObject key) throws IOException {
        return new PrivateKeyInfo(algorithm(key), new ASN1Integer(number(key, Cka.VALUE)));
    }

    private Group group(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        if (parameters == null) {
            throw new IllegalArgumentException("a key without its group");
        }
        return switch (family) {
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

    private AlgorithmIdentifier algorithm(TokenObject key) {
        BigInteger prime = number(key, Cka.PRIME);
        BigInteger base = number(key, Cka.BASE);
        ASN1Encodable group = switch (family) {
            case DSA -> new DSAParameter(prime, number(key, Cka.SUBPRIME), base);
            case DH -> new DHParameter(prime, base, 0);
            case X9_42_DH -> new DomainParameters(prime, base, number(key, Cka.SUBPRIME), null, null);
        };
        return new AlgorithmIdentifier(family.algorithm, group);
    }

    private static BigInteger number(ASN1Encodable integer) {
        return ASN1Integer.getInstance(integer).getPositiveValue();
    }

    private static BigInteger number(TokenObject key, long type) {
        return new BigInteger(1, key.bytes(type));
    }
}
