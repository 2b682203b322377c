package dev.tokki.emulator.mechanism.cms;

import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.hash.Hash;
import java.util.Map;
import java.util.Optional;

/// A signature mechanism in the terms of CMS (RFC 3370, RFC 5753, RFC 5754, RFC 8702).
///
/// @param kind the algorithm
/// @param hash the hash that the mechanism itself makes; nothing for those that sign digests
record SignatureScheme(Kind kind, Optional<Hash> hash) {
    /// Algorithms, by how CMS names them and lays their signatures out.
    enum Kind {
        RSA,
        ECDSA,
        DSA
    }

    private static final Map<Long, Kind> OF_DIGESTS =
            Map.of(Ckm.RSA_PKCS, Kind.RSA, Ckm.ECDSA, Kind.ECDSA, Ckm.DSA, Kind.DSA);

    private static final Map<Long, Hash> DSA = Map.of(
            Ckm.DSA_SHA1, Hash.SHA_1,
            Ckm.DSA_SHA224, Hash.SHA_224,
            Ckm.DSA_SHA256, Hash.SHA_256,
            Ckm.DSA_SHA384, Hash.SHA_384,
            Ckm.DSA_SHA512, Hash.SHA_512,
            Ckm.DSA_SHA3_224, Hash.SHA3_224,
            Ckm.DSA_SHA3_256, Hash.SHA3_256,
            Ckm.DSA_SHA3_384, Hash.SHA3_384,
            Ckm.DSA_SHA3_512, Hash.SHA3_512);

    private static final String NIST_HASH = "2.16.840.1.101.3.4.2.";
    private static final String NIST_SIGNATURE = "2.16.840.1.101.3.4.3.";
    private static final String ANSI_ECDSA = "1.2.840.10045.4.3.";

    private static final Map<Hash, String> DIGESTS = Map.ofEntries(
            Map.entry(Hash.MD2, "1.2.840.113549.2.2"),
            Map.entry(Hash.MD5, "1.2.840.113549.2.5"),
            Map.entry(Hash.SHA_1, "1.3.14.3.2.26"),
            Map.entry(Hash.SHA_224, NIST_HASH + 4),
            Map.entry(Hash.SHA_256, NIST_HASH + 1),
            Map.entry(Hash.SHA_384, NIST_HASH + 2),
            Map.entry(Hash.SHA_512, NIST_HASH + 3),
            Map.entry(Hash.SHA_512_224, NIST_HASH + 5),
            Map.entry(Hash.SHA_512_256, NIST_HASH + 6),
            Map.entry(Hash.SHA3_224, NIST_HASH + 7),
            Map.entry(Hash.SHA3_256, NIST_HASH + 8),
            Map.entry(Hash.SHA3_384, NIST_HASH + 9),
            Map.entry(Hash.SHA3_512, NIST_HASH + 10));

    private static final Map<Hash, String> ECDSA = Map.of(
            Hash.SHA_1, "1.2.840.10045.4.1",
            Hash.SHA_224, ANSI_ECDSA + 1,
            Hash.SHA_256, ANSI_ECDSA + 2,
            Hash.SHA_384, ANSI_ECDSA + 3,
            Hash.SHA_512, ANSI_ECDSA + 4,
            Hash.SHA3_224, NIST_SIGNATURE + 9,
            Hash.SHA3_256, NIST_SIGNATURE + 10,
            Hash.SHA3_384, NIST_SIGNATURE + 11,
            Hash.SHA3_512, NIST_SIGNATURE + 12);

    private static final Map<Hash, String> DSA_NAMES = Map.of(
            Hash.SHA_1, "1.2.840.10040.4.3",
            Hash.SHA_224, NIST_SIGNATURE + 1,
            Hash.SHA_256, NIST_SIGNATURE + 2,
            Hash.SHA_384, NIST_SIGNATURE + 3,
            Hash.SHA_512, NIST_SIGNATURE + 4,
            Hash.SHA3_224, NIST_SIGNATURE + 5,
            Hash.SHA3_256, NIST_SIGNATURE + 6,
            Hash.SHA3_384, NIST_SIGNATURE + 7,
            Hash.SHA3_512, NIST_SIGNATURE + 8);

    /// {@return a mechanism in these terms, if it has a name in CMS}
    static Optional<SignatureScheme> of(long mechanism) {
        Kind bare = OF_DIGESTS.get(mechanism);
        if (bare != null) {
            return Optional.of(new SignatureScheme(bare, Optional.empty()));
        }
        return Hash.by(hash -> hash.signing().rsaPkcs(), mechanism)
                .map(hash -> new SignatureScheme(Kind.RSA, Optional.of(hash)))
                .or(() -> Hash.by(hash -> hash.signing().ecdsa(), mechanism)
                        .map(hash -> new SignatureScheme(Kind.ECDSA, Optional.of(hash))))
                .or(() -> Optional.ofNullable(DSA.get(mechanism))
                        .map(hash -> new SignatureScheme(Kind.DSA, Optional.of(hash))));
    }

    /// {@return the object identifier of a hash, if it has one}
    static Optional<String> digestName(Hash hash) {
        return Optional.ofNullable(DIGESTS.get(hash));
    }

    /// {@return the object identifier of the algorithm with a hash, if it has one}
    Optional<String> name(Hash hash) {
        return switch (kind) {
            case RSA -> Optional.of("1.2.840.113549.1.1.1");
            case ECDSA -> Optional.ofNullable(ECDSA.get(hash));
            case DSA -> Optional.ofNullable(DSA_NAMES.get(hash));
        };
    }
}
