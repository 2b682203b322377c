package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Version;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is not compared, and what differs through no fault of the engine.
final class Uncrossed {
    /// Mechanisms outside the table, by the reason.
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "makes something random: nothing to compare",
            """
            CKM_AES_KEY_GEN CKM_CAMELLIA_KEY_GEN CKM_CDMF_KEY_GEN CKM_CHACHA20_KEY_GEN CKM_DES2_KEY_GEN
            CKM_DES3_KEY_GEN CKM_DES_KEY_GEN CKM_DH_PKCS_KEY_PAIR_GEN CKM_DH_PKCS_PARAMETER_GEN
            CKM_DSA_KEY_PAIR_GEN CKM_DSA_PARAMETER_GEN CKM_EC_EDWARDS_KEY_PAIR_GEN CKM_EC_KEY_PAIR_GEN
            CKM_GENERIC_SECRET_KEY_GEN CKM_HKDF_KEY_GEN CKM_RC2_KEY_GEN CKM_RC4_KEY_GEN CKM_RSA_PKCS_KEY_PAIR_GEN
            CKM_SEED_KEY_GEN CKM_SSL3_PRE_MASTER_KEY_GEN
            """,
            "makes a key of a password: held against published values in the engine's own tests",
            """
            CKM_PBA_SHA1_WITH_SHA1_HMAC CKM_PBE_MD2_DES_CBC CKM_PBE_MD5_DES_CBC CKM_PBE_SHA1_DES2_EDE_CBC
            CKM_PBE_SHA1_DES3_EDE_CBC CKM_PBE_SHA1_RC2_128_CBC CKM_PBE_SHA1_RC2_40_CBC CKM_PBE_SHA1_RC4_128
            CKM_PBE_SHA1_RC4_40 CKM_PKCS5_PBKD2
            """,
            "derives the keys of a protocol, several at once: held against the protocol in the engine's own tests",
            """
            CKM_SP800_108_COUNTER_KDF CKM_SP800_108_DOUBLE_PIPELINE_KDF CKM_SP800_108_FEEDBACK_KDF
            CKM_SSL3_KEY_AND_MAC_DERIVE CKM_SSL3_MASTER_KEY_DERIVE CKM_SSL3_MASTER_KEY_DERIVE_DH
            CKM_TLS12_KEY_AND_MAC_DERIVE CKM_TLS12_MASTER_KEY_DERIVE CKM_TLS12_MASTER_KEY_DERIVE_DH
            CKM_TLS_KEY_AND_MAC_DERIVE CKM_TLS_MAC CKM_TLS_MASTER_KEY_DERIVE CKM_TLS_MASTER_KEY_DERIVE_DH
            """,
            "takes the handle of a key, or makes a data object: held against values in the engine's own tests",
            """
            CKM_CONCATENATE_BASE_AND_KEY CKM_HKDF_DATA
            """);

    /// The versions whose differences are named here, Debian 12's.
    private static final Map<String, Version> VERSIONS =
            Map.of("softhsm", new Version(2, 6), "nss", new Version(3, 87));

    private static final String NO_DES = "it lists DES, which OpenSSL 3 has no more without its legacy provider";
    private static final String ZEROS = "it fills keys up with zeros to 8 bytes before RFC 5649, which pads itself";
    private static final String OLD_PAD = "its CKM_AES_KEY_WRAP_PAD is not RFC 5649, as its CKM_AES_KEY_WRAP_KWP is";
    private static final String MD2 = "it takes blocks of MD2 to have 64 bytes; RFC 1319 has 16";

    /// What a module does otherwise than PKCS#11 has it, by module and line of the table.
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry("softhsm CKM_DES_ECB encryption", NO_DES),
            Map.entry("softhsm CKM_DES_CBC encryption", NO_DES),
            Map.entry("softhsm CKM_DES_CBC_PAD encryption", NO_DES),
            Map.entry("softhsm CKM_DES_ECB_ENCRYPT_DATA secret", NO_DES),
            Map.entry("softhsm CKM_DES_CBC_ENCRYPT_DATA secret", NO_DES),
            Map.entry(
                    "softhsm CKM_RSA_PKCS_OAEP encryption with SHA-256 and a label",
                    "its OAEP knows SHA-1 only, and no label"),
            Map.entry("softhsm CKM_AES_KEY_WRAP_PAD wrapping of 20 bytes", ZEROS),
            Map.entry("nss CKM_AES_KEY_WRAP_PAD wrapping of 16 bytes", OLD_PAD),
            Map.entry("nss CKM_AES_KEY_WRAP_PAD wrapping of 20 bytes", OLD_PAD),
            Map.entry("nss CKM_RC2_ECB encryption", "it refuses CK_RC2_PARAMS"),
            Map.entry("nss CKM_AES_CMAC verification", "it signs with CMAC but does not verify"),
            Map.entry("nss CKM_MD2_HMAC MAC", MD2),
            Map.entry("nss CKM_MD2_HMAC verification", MD2),
            Map.entry("nss CKM_AES_XCBC_MAC verification", "it signs with XCBC but refuses the key for verification"),
            Map.entry(
                    "nss CKM_AES_XCBC_MAC_96 verification", "it signs with XCBC but refuses the key for verification"));

    /// NSS's lists name them, and its C_SignInit refuses CK_MAC_GENERAL_PARAMS.
    private static final Set<String> NSS_GENERAL = Set.of(
            "CKM_AES_CMAC_GENERAL",
            "CKM_MD2_HMAC_GENERAL",
            "CKM_MD5_HMAC_GENERAL",
            "CKM_SHA_1_HMAC_GENERAL",
            "CKM_SHA224_HMAC_GENERAL",
            "CKM_SHA256_HMAC_GENERAL",
            "CKM_SHA384_HMAC_GENERAL",
            "CKM_SHA512_HMAC_GENERAL");

    private Uncrossed() {}

    /// {@return whether the differences of a module's version are named here}
    static boolean isKnown(String module, Version version) {
        return version.equals(VERSIONS.get(module));
    }

    /// {@return the names of mechanisms that need not be in the table}
    static Set<String> exceptions() {
        Set<String> names = new TreeSet<>();
        EXCEPTIONS
                .values()
                .forEach(text -> names.addAll(Arrays.asList(text.strip().split("\\s+"))));
        return names;
    }

    /// {@return why a module does not agree on a line of the table, if it is known not to}
    static Optional<String> difference(String module, Crossings.Case line) {
        if (module.equals("nss") && NSS_GENERAL.contains(line.mechanism())) {
            return Optional.of("it lists HMAC and CMAC of a chosen length but refuses CK_MAC_GENERAL_PARAMS");
        }
        return Optional.ofNullable(DIFFERENCES.get(module + " " + line));
    }
}
