package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;

/// Keys of ML-DSA, ML-KEM and SLH-DSA (RFC 9881, 9935 and 9909; sections 6.7 and 6.56 to 6.58).
///
/// A private key of the first two is a seed, the key that grows of it, or both; all three are read. Both are written
/// where both are known.
public enum PostQuantumDer implements KeyDer {
    /// Signatures with lattices.
    ML_DSA(Ckk.ML_DSA, PqKeys.identifiers(Ckk.ML_DSA)),
    /// Key encapsulation.
    ML_KEM(Ckk.ML_KEM, MlKemKeys.identifiers()),
    /// Signatures with hashes.
    SLH_DSA(Ckk.SLH_DSA, PqKeys.identifiers(Ckk.SLH_DSA));

    private final long keyType;
    /// Object identifiers by parameter set, `CKP_…`.
    private final Map<Long, String> sets;

    PostQuantumDer(long keyType, Map<Long, String> sets) {
        this.keyType = keyType;
        this.sets = sets;
    }

    @Override
    public boolean hasAlgorithm(ASN1ObjectIdentifier algorithm) {
        return sets.containsValue(algorithm.getId());
    }

    @Override
    public boolean hasType(long found) {
        return keyType == found;
    }

    @Override
    public boolean tellsPublicKey(AttributeMap key) {
        return key.has(Cka.PARAMETER_SET) && key.has(Cka.VALUE);
    }

    @Override
    public List<Attribute> publicKey(SubjectPublicKeyInfo info) {
        return attributes(info.getAlgorithm(), info.getPublicKeyData().getOctets(), null);
    }

    @Override
    public List<Attribute> privateKey(PrivateKeyInfo info) throws IOException {
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        AsymmetricKeyParameter key = PrivateKeyFactory.createKey(info);
        return switch (key) {
            case MLDSAPrivateKeyParameters one -> attributes(algorithm, one.getEncoded(), one.getSeed());
            case MLKEMPrivateKeyParameters one -> attributes(algorithm, one.getEncoded(), one.getSeed());
            case SLHDSAPrivateKeyParameters one -> attributes(algorithm, one.getEncoded(), null);
            default -> throw new IllegalArgumentException("unknown parameter set");
        };
    }

    private List<Attribute> attributes(AlgorithmIdentifier algorithm, byte[] value, byte @Nullable [] seed) {
        long set = sets.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(algorithm.getAlgorithm().getId()))
                .mapToLong(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown parameter set"));
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.of(Cka.KEY_TYPE, keyType),
                Attribute.of(Cka.PARAMETER_SET, set),
                Attribute.of(Cka.VALUE, value)));
        if (seed != null) {
            attributes.add(Attribute.of(Cka.SEED, seed));
        }
        return List.copyOf(attributes);
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(AttributeMap key) {
        return new SubjectPublicKeyInfo(algorithm(key), publicBytes(key));
    }

    private byte[] publicBytes(AttributeMap key) {
        if (key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY) {
            return key.bytes(Cka.VALUE);
        }
        return this == ML_KEM ? MlKemKeys.publicKey(key) : PqKeys.publicKey(key);
    }

    @Override
    public PrivateKeyInfo privateInfo(AttributeMap key) throws IOException {
        Optional<byte[]> value = bytes(key, Cka.VALUE);
        if (this == SLH_DSA) {
            return new PrivateKeyInfo(algorithm(key), value.orElseThrow(PostQuantumDer::isEmpty));
        }
        Optional<DEROctetString> grown = value.map(DEROctetString::new);
        Optional<DEROctetString> seed = bytes(key, Cka.SEED).map(DEROctetString::new);
        if (seed.isEmpty()) {
            return new PrivateKeyInfo(algorithm(key), grown.orElseThrow(PostQuantumDer::isEmpty));
        }
        return new PrivateKeyInfo(
                algorithm(key),
                grown.isEmpty()
                        ? new DERTaggedObject(false, 0, seed.get())
                        : new DERSequence(new DEROctetString[] {seed.get(), grown.get()}));
    }

    private AlgorithmIdentifier algorithm(AttributeMap key) {
        return new AlgorithmIdentifier(Optional.ofNullable(sets.get(key.ulong(Cka.PARAMETER_SET, 0)))
                .map(ASN1ObjectIdentifier::new)
                .orElseThrow(() -> new IllegalArgumentException("unknown parameter set")));
    }

    private static IllegalArgumentException isEmpty() {
        return new IllegalArgumentException("a key without a value");
    }

    private static Optional<byte[]> bytes(AttributeMap key, long type) {
        return Optional.of(key.bytes(type)).filter(bytes -> bytes.length > 0);
    }
}
