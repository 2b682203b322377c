package dev.tokki.cli.use;

import dev.tokki.api.constant.Names;
import dev.tokki.cli.Usage;
import java.util.Arrays;

/// The hashes, for parameters that name one, and what goes with each.
enum HashChoice {
    SHA_1("SHA-1", "CKG_MGF1_SHA1", 20),
    SHA224("SHA-224", "CKG_MGF1_SHA224", 28),
    SHA256("SHA-256", "CKG_MGF1_SHA256", 32),
    SHA384("SHA-384", "CKG_MGF1_SHA384", 48),
    SHA512("SHA-512", "CKG_MGF1_SHA512", 64),
    SHA3_224("SHA3-224", "CKG_MGF1_SHA3_224", 28),
    SHA3_256("SHA3-256", "CKG_MGF1_SHA3_256", 32),
    SHA3_384("SHA3-384", "CKG_MGF1_SHA3_384", 48),
    SHA3_512("SHA3-512", "CKG_MGF1_SHA3_512", 64);

    private final String algorithm;
    private final String mgf;
    private final int length;

    HashChoice(String algorithm, String mgf, int length) {
        this.algorithm = algorithm;
        this.mgf = mgf;
        this.length = length;
    }

    /// {@return the hash of a mechanism's name, `CKM_SHA256`}
    static HashChoice of(String mechanism) {
        return Arrays.stream(values())
                .filter(hash -> hash.mechanism().equals(mechanism))
                .findFirst()
                .orElseThrow(() -> new Usage(mechanism + " is no hash that is known here"));
    }

    /// {@return the hash in a mechanism's name such as `CKM_SHA384_RSA_PKCS_PSS`; SHA-256 where there is none}
    static String within(long mechanism) {
        String name = Names.CKM.of(mechanism);
        return Arrays.stream(values())
                .filter(hash -> name.startsWith("CKM_" + hash.name().replace("SHA_1", "SHA1") + "_"))
                .findFirst()
                .orElse(SHA256)
                .mechanism();
    }

    /// {@return `CKM_…`}
    String mechanism() {
        return "CKM_" + name();
    }

    /// {@return the mask generation function with the same hash}
    String mgf() {
        return mgf;
    }

    /// {@return the length of its digests in bytes}
    int length() {
        return length;
    }

    /// {@return its name in Java}
    String algorithm() {
        return algorithm;
    }
}
