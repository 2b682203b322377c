package dev.tokki.emulator.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

/// What a validation by a third party covers (section 4.17.3 leaves the rules to the module).
///
/// @param mechanisms the mechanisms, `CKM_…`
/// @param leastBits the size in bits that keys must have at least, by their type `CKK_…`: of an RSA modulus, of the
///        prime of a domain, of a secret key's value; keys of other types may have any
/// @param createdKeys whether keys whose values came from outside (C_CreateObject) are covered too
public record Coverage(Set<Long> mechanisms, Map<Long, Integer> leastBits, boolean createdKeys) {
    private static final Coverage NONE = new Coverage(Set.of(), Map.of(), false);

    /// Copies the set and the map.
    public Coverage {
        mechanisms = Set.copyOf(mechanisms);
        leastBits = Map.copyOf(leastBits);
    }

    /// {@return nothing}
    public static Coverage none() {
        return NONE;
    }

    /// {@return mechanisms and sizes such as modules validated by FIPS 140-3 have in their approved mode: AES, SHA-2,
    /// SHA-3, HMAC, RSA of 2048 bits and more, ECDSA, EdDSA, the post-quantum algorithms; keys from outside are
    /// covered}
    public static Coverage approved() {
        return new Coverage(
                Set.of(
                        Ckm.AES_KEY_GEN,
                        Ckm.AES_ECB,
                        Ckm.AES_CBC,
                        Ckm.AES_CBC_PAD,
                        Ckm.AES_CTR,
                        Ckm.AES_GCM,
                        Ckm.AES_CCM,
                        Ckm.AES_CMAC,
                        Ckm.AES_KEY_WRAP,
                        Ckm.AES_KEY_WRAP_KWP,
                        Ckm.AES_KEY_WRAP_PAD,
                        Ckm.GENERIC_SECRET_KEY_GEN,
                        Ckm.SHA224,
                        Ckm.SHA256,
                        Ckm.SHA384,
                        Ckm.SHA512,
                        Ckm.SHA3_224,
                        Ckm.SHA3_256,
                        Ckm.SHA3_384,
                        Ckm.SHA3_512,
                        Ckm.SHA224_HMAC,
                        Ckm.SHA256_HMAC,
                        Ckm.SHA384_HMAC,
                        Ckm.SHA512_HMAC,
                        Ckm.RSA_PKCS_KEY_PAIR_GEN,
                        Ckm.RSA_PKCS_OAEP,
                        Ckm.SHA256_RSA_PKCS,
                        Ckm.SHA384_RSA_PKCS,
                        Ckm.SHA512_RSA_PKCS,
                        Ckm.SHA256_RSA_PKCS_PSS,
                        Ckm.SHA384_RSA_PKCS_PSS,
                        Ckm.SHA512_RSA_PKCS_PSS,
                        Ckm.EC_KEY_PAIR_GEN,
                        Ckm.ECDSA_SHA224,
                        Ckm.ECDSA_SHA256,
                        Ckm.ECDSA_SHA384,
                        Ckm.ECDSA_SHA512,
                        Ckm.ECDH1_DERIVE,
                        Ckm.EC_EDWARDS_KEY_PAIR_GEN,
                        Ckm.EDDSA,
                        Ckm.HKDF_DERIVE,
                        Ckm.SP800_108_COUNTER_KDF,
                        Ckm.SP800_108_FEEDBACK_KDF,
                        Ckm.SP800_108_DOUBLE_PIPELINE_KDF,
                        Ckm.ML_KEM_KEY_PAIR_GEN,
                        Ckm.ML_KEM,
                        Ckm.ML_DSA_KEY_PAIR_GEN,
                        Ckm.ML_DSA,
                        Ckm.SLH_DSA_KEY_PAIR_GEN,
                        Ckm.SLH_DSA),
                Map.of(Ckk.RSA, 2048, Ckk.GENERIC_SECRET, 112),
                true);
    }

    /// {@return whether a key is large enough}
    boolean includes(AttributeMap key) {
        Integer least = leastBits.get(key.ulong(Cka.KEY_TYPE, -1));
        return least == null || bits(key) >= least;
    }

    private static long bits(AttributeMap key) {
        if (key.ulong(Cka.CLASS, -1) == Cko.SECRET_KEY) {
            return 8L * key.bytes(Cka.VALUE).length;
        }
        long size = key.has(Cka.MODULUS) ? Cka.MODULUS : Cka.PRIME;
        return new BigInteger(1, key.bytes(size)).bitLength();
    }
}
