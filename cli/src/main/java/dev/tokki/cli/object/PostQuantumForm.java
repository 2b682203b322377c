package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.fluent.TokenObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;

/// ML-DSA, ML-KEM and SLH-DSA (RFC 9881, 9935 and 9909; sections 6.56 to 6.58).
///
/// A private key of the first two is a seed, the key that grows of it, or both; all three are read. Both are written
/// where the token knows both.
final class PostQuantumForm implements KeyForm {
    private final Family family;

    PostQuantumForm(Family family) {
        this.family = family;
    }

    /// What the keys are for, with the parameter sets (`CKP_…`) and what they are called in files.
    enum Family {
        /// Signatures with lattices.
        ML_DSA(
                Ckk.ML_DSA,
                Map.of(
                        Ckp.ML_DSA_44, NISTObjectIdentifiers.id_ml_dsa_44,
                        Ckp.ML_DSA_65, NISTObjectIdentifiers.id_ml_dsa_65,
                        Ckp.ML_DSA_87, NISTObjectIdentifiers.id_ml_dsa_87)),
        /// Key encapsulation.
        ML_KEM(
                Ckk.ML_KEM,
                Map.of(
                        Ckp.ML_KEM_512, NISTObjectIdentifiers.id_alg_ml_kem_512,
                        Ckp.ML_KEM_768, NISTObjectIdentifiers.id_alg_ml_kem_768,
                        Ckp.ML_KEM_1024, NISTObjectIdentifiers.id_alg_ml_kem_1024)),
        /// Signatures with hashes.
        SLH_DSA(
                Ckk.SLH_DSA,
                Map.ofEntries(
                        Map.entry(Ckp.SLH_DSA_SHA2_128S, NISTObjectIdentifiers.id_slh_dsa_sha2_128s),
                        Map.entry(Ckp.SLH_DSA_SHAKE_128S, NISTObjectIdentifiers.id_slh_dsa_shake_128s),
                        Map.entry(Ckp.SLH_DSA_SHA2_128F, NISTObjectIdentifiers.id_slh_dsa_sha2_128f),
                        Map.entry(Ckp.SLH_DSA_SHAKE_128F, NISTObjectIdentifiers.id_slh_dsa_shake_128f),
                        Map.entry(Ckp.SLH_DSA_SHA2_192S, NISTObjectIdentifiers.id_slh_dsa_sha2_192s),
                        Map.entry(Ckp.SLH_DSA_SHAKE_192S, NISTObjectIdentifiers.id_slh_dsa_shake_192s),
                        Map.entry(Ckp.SLH_DSA_SHA2_192F, NISTObjectIdentifiers.id_slh_dsa_sha2_192f),
                        Map.entry(Ckp.SLH_DSA_SHAKE_192F, NISTObjectIdentifiers.id_slh_dsa_shake_192f),
                        Map.entry(Ckp.SLH_DSA_SHA2_256S, NISTObjectIdentifiers.id_slh_dsa_sha2_256s),
                        Map.entry(Ckp.SLH_DSA_SHAKE_256S, NISTObjectIdentifiers.id_slh_dsa_shake_256s),
                        Map.entry(Ckp.SLH_DSA_SHA2_256F, NISTObjectIdentifiers.id_slh_dsa_sha2_256f),
                        Map.entry(Ckp.SLH_DSA_SHAKE_256F, NISTObjectIdentifiers.id_slh_dsa_shake_256f)));

        private final long keyType;
        private final Map<Long, ASN1ObjectIdentifier> sets;

        Family(long keyType, Map<Long, ASN1ObjectIdentifier> sets) {
            this.keyType = keyType;
            this.sets = sets;
        }
    }

    @Override
    public boolean hasAlgorithm(ASN1ObjectIdentifier algorithm) {
        return family.sets.containsValue(algorithm);
    }

    @Override
    public boolean hasType(long keyType) {
        return family.keyType == keyType;
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
        long set = family.sets.entrySet().stream()
                .filter(entry -> entry.getValue().equals(algorithm.getAlgorithm()))
                .mapToLong(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown parameter set"));
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.of(Cka.KEY_TYPE, family.keyType),
                Attribute.of(Cka.PARAMETER_SET, set),
                Attribute.of(Cka.VALUE, value)));
        if (seed != null) {
            attributes.add(Attribute.of(Cka.SEED, seed));
        }
        return List.copyOf(attributes);
    }

    @Override
    public SubjectPublicKeyInfo publicHalf(PrivateKeyInfo info) throws IOException {
        AsymmetricKeyParameter key = PrivateKeyFactory.createKey(info);
        byte[] half = switch (key) {
            case MLDSAPrivateKeyParameters one -> one.getPublicKeyParameters().getEncoded();
            case MLKEMPrivateKeyParameters one -> one.getPublicKeyParameters().getEncoded();
            case SLHDSAPrivateKeyParameters one -> one.getEncodedPublicKey();
            default -> throw new IllegalArgumentException("unknown parameter set");
        };
        return new SubjectPublicKeyInfo(info.getPrivateKeyAlgorithm(), half);
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(TokenObject key) {
        return new SubjectPublicKeyInfo(algorithm(key), key.bytes(Cka.VALUE));
    }

    @Override
    public PrivateKeyInfo privateInfo(TokenObject key) throws IOException {
        Optional<byte[]> value = bytes(key, Cka.VALUE);
        if (family == Family.SLH_DSA) {
            return new PrivateKeyInfo(algorithm(key), value.orElseThrow(PostQuantumForm::isEmpty));
        }
        Optional<DEROctetString> grown = value.map(DEROctetString::new);
        Optional<DEROctetString> seed = bytes(key, Cka.SEED).map(DEROctetString::new);
        if (seed.isEmpty()) {
            return new PrivateKeyInfo(algorithm(key), grown.orElseThrow(PostQuantumForm::isEmpty));
        }
        return new PrivateKeyInfo(
                algorithm(key),
                grown.isEmpty()
                        ? new DERTaggedObject(false, 0, seed.get())
                        : new DERSequence(new DEROctetString[] {seed.get(), grown.get()}));
    }

    private AlgorithmIdentifier algorithm(TokenObject key) {
        return new AlgorithmIdentifier(Optional.ofNullable(family.sets.get(key.ulong(Cka.PARAMETER_SET)))
                .orElseThrow(() -> new IllegalArgumentException("unknown parameter set")));
    }

    private static IllegalArgumentException isEmpty() {
        return new IllegalArgumentException("a key without a value");
    }

    private static Optional<byte[]> bytes(TokenObject key, long type) {
        return key.find(type)
                .filter(value -> value instanceof Value.Raw(var bytes) && bytes.length() > 0)
                .map(value -> ((Value.Raw) value).bytes().array());
    }
}
