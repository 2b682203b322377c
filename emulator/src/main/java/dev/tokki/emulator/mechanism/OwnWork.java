package dev.tokki.emulator.mechanism;

import dev.tokki.api.constant.Names;
import dev.tokki.emulator.crypto.Crypto.Choice;
import dev.tokki.emulator.crypto.Source;
import java.util.List;
import java.util.regex.Pattern;

/// What no provider is asked for: the parts of mechanisms that Bouncy Castle's lightweight API computes, or Tokki
/// itself on Java's big integers. Where there is a choice, the mechanism asks `Crypto` and is not in this table.
final class OwnWork {
    private static final String LIGHTWEIGHT = Source.LIGHTWEIGHT.title();
    private static final String TOKKI = "Tokki";

    /// A computation.
    ///
    /// @param mechanisms the names of the mechanisms it is a part of
    private record Row(Pattern mechanisms, Choice choice) {
        Row(String mechanisms, String service, String algorithm, String provider) {
            this(Pattern.compile("CKM_(" + mechanisms + ")"), new Choice(service, algorithm, provider));
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row("EDDSA|EC_EDWARDS_KEY_PAIR_GEN", "Signature", "Ed25519ctx, Ed25519ph, Ed448", LIGHTWEIGHT),
            new Row(
                    "EC_MONTGOMERY_KEY_PAIR_GEN|ECDH1_DERIVE|ECDH(_X)?_AES_KEY_WRAP|X3DH_.*|X2RATCHET_.*",
                    "KeyAgreement",
                    "X25519, X448",
                    LIGHTWEIGHT),
            new Row("XEDDSA|X3DH_INITIALIZE", "Signature", "XEdDSA", LIGHTWEIGHT),
            new Row("EC_KEY_PAIR_GEN_W_EXTRA_BITS", "KeyPairGenerator", "EC, extra bits", LIGHTWEIGHT),
            new Row("ECMQV_DERIVE", "KeyAgreement", "ECMQV", LIGHTWEIGHT),
            new Row(
                    "ECDH1_(COFACTOR_)?DERIVE|ECMQV_DERIVE|ECDH(_X|_COF)?_AES_KEY_WRAP|X9_42_.*DERIVE|X9_42_DH_PKCS_DERIVE",
                    "KDF",
                    "X9.63, SP 800-56A",
                    LIGHTWEIGHT),
            new Row("X3DH_.*|X2RATCHET_.*", "KDF", "HKDF", LIGHTWEIGHT),
            new Row("X2RATCHET_(EN|DE)CRYPT", "Cipher", "AES-256-GCM, ChaCha20-Poly1305", LIGHTWEIGHT),
            new Row("DSA|DSA_(SHA.*|KEY_PAIR_GEN)", "Signature", "DSA", LIGHTWEIGHT),
            new Row("DSA_.*(PARAMETER_GEN|FIPS_G_GEN)", "AlgorithmParameterGenerator", "DSA", LIGHTWEIGHT),
            new Row("(DH_PKCS|X9_42_DH)_PARAMETER_GEN", "AlgorithmParameterGenerator", "DH", TOKKI),
            new Row("(DH_PKCS|X9_42_DH)_(KEY_PAIR_GEN|DERIVE)|X9_42_DH_HYBRID_DERIVE", "KeyAgreement", "DH", TOKKI),
            new Row("X9_42_MQV_DERIVE", "KeyAgreement", "MQV", LIGHTWEIGHT),
            new Row("CHACHA20(_POLY1305)?", "Cipher", "ChaCha20, XChaCha20", LIGHTWEIGHT),
            new Row("SALSA20(_POLY1305)?", "Cipher", "Salsa20, XSalsa20", LIGHTWEIGHT),
            new Row("(CHACHA20_|SALSA20_)?POLY1305", "Mac", "Poly1305", LIGHTWEIGHT),
            new Row("PUB_KEY_FROM_PRIV_KEY", "KeyFactory", "the public half of a private key", LIGHTWEIGHT),
            new Row("RC4", "Cipher", "RC4", LIGHTWEIGHT),
            new Row("GOSTR3410.*", "Signature", "GOST R 34.10-2001", LIGHTWEIGHT),
            new Row("GOSTR3410_(KEY_WRAP|DERIVE)", "KeyAgreement", "VKO GOST R 34.10-2001", LIGHTWEIGHT),
            new Row("GOST28147_(MAC|KEY_WRAP)|GOSTR3410_KEY_WRAP", "Mac", "GOST 28147-89", LIGHTWEIGHT),
            new Row("CDMF_.*", "Cipher", "DES, for CDMF's keys", LIGHTWEIGHT),
            new Row("(HASH_)?ML_DSA.*", "Signature", "ML-DSA", LIGHTWEIGHT),
            new Row("(HASH_)?SLH_DSA.*", "Signature", "SLH-DSA", LIGHTWEIGHT),
            new Row("ML_KEM(_KEY_PAIR_GEN)?", "KEM", "ML-KEM, keys and decapsulation", LIGHTWEIGHT),
            new Row("HSS.*", "Signature", "HSS", LIGHTWEIGHT),
            new Row("XMSS.*", "Signature", "XMSS", LIGHTWEIGHT),
            new Row("PKCS5_PBKD2", "SecretKeyFactory", "PBKDF2", LIGHTWEIGHT),
            new Row("PBE_.*|PBA_.*", "SecretKeyFactory", "PBKDF1, PKCS #12", LIGHTWEIGHT),
            new Row(".*RSA_PKCS_PSS", "Signature", "PSS around bare RSA", LIGHTWEIGHT),
            new Row("RSA_9796", "Signature", "ISO/IEC 9796 around bare RSA", TOKKI),
            new Row(".*RSA_X9_31", "Signature", "X9.31 around bare RSA", TOKKI),
            new Row("RSA_X9_31_KEY_PAIR_GEN", "KeyPairGenerator", "RSA of strong primes", TOKKI));

    private OwnWork() {}

    /// {@return what is computed without asking for a provider}
    ///
    /// @param mechanism its type
    static List<Choice> of(long mechanism) {
        String name = Names.CKM.of(mechanism);
        return ROWS.stream()
                .filter(row -> row.mechanisms().matcher(name).matches())
                .map(Row::choice)
                .toList();
    }
}
