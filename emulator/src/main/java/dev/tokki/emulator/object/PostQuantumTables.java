package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BOOL;
import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.api.AttributeKind.ULONG;
import static dev.tokki.api.AttributeKind.ULONG_ARRAY;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;

/// Keys of stateful hash-based signatures (sections 6.54, 6.55) and of ML-DSA, ML-KEM and SLH-DSA (6.56 to
/// 6.58).
final class PostQuantumTables {
    static final AttributeTable HSS_PUBLIC = AttributeTable.of(
            "HSS Public Key Object Attributes",
            "6.54.2",
            row(Cka.HSS_LEVELS, ULONG, 2, 4),
            row(Cka.HSS_LMS_TYPE, ULONG, 2, 4),
            row(Cka.HSS_LMOTS_TYPE, ULONG, 2, 4),
            row(Cka.VALUE, BYTES, 1, 4).limit(Limit.NOT_EMPTY));

    static final AttributeTable HSS_PRIVATE = AttributeTable.of(
            "HSS Private Key Object Attributes",
            "6.54.3",
            row(Cka.HSS_LEVELS, ULONG, 1, 3),
            row(Cka.HSS_LMS_TYPES, ULONG_ARRAY, 1, 3),
            row(Cka.HSS_LMOTS_TYPES, ULONG_ARRAY, 1, 3),
            row(Cka.VALUE, BYTES, 1, 4, 6, 7).limit(Limit.NOT_EMPTY),
            row(Cka.HSS_KEYS_REMAINING, ULONG, 2, 4));

    /// "CKA_SENSITIVE MUST be true, CKA_EXTRACTABLE MUST be false", the text below the tables of private keys
    /// that are used up.
    static final AttributeTable STAYS_INSIDE = AttributeTable.of(
            "Private keys with a state",
            "6.54.3",
            row(Cka.SENSITIVE, BOOL, 8, 11).otherwise(true).limit(Limit.always(true)),
            row(Cka.EXTRACTABLE, BOOL, 8, 12).otherwise(false).limit(Limit.always(false)));

    /// "CKA_COPYABLE MUST be false", which section 6.54.3 says of HSS. Section 6.55 does not say it of XMSS, where
    /// it is as true: two copies would sign with the same one-time keys.
    static final AttributeTable NOT_COPYABLE = AttributeTable.of(
            "Private keys that must not be copied",
            "6.54.3",
            row(Cka.COPYABLE, BOOL, 12).otherwise(false).limit(Limit.always(false)));

    static final AttributeTable XMSS_PUBLIC = publicKey("XMSS Public Key Object Attributes", "6.55.2");
    static final AttributeTable XMSS_MT_PUBLIC = publicKey("XMSS^MT^ Public Key Object Attributes", "6.55.3");
    static final AttributeTable XMSS_PRIVATE = privateKey("XMSS Private Key Object Attributes", "6.55.4");
    static final AttributeTable XMSS_MT_PRIVATE = privateKey("XMSS^MT^ Private Key Object Attributes", "6.55.5");
    static final AttributeTable ML_DSA_PUBLIC = publicKey("ML-DSA Public Key Object Attributes", "6.56.2");
    static final AttributeTable ML_DSA_PRIVATE = seededKey("ML-DSA Private Key Object Attributes", "6.56.3");
    static final AttributeTable ML_KEM_PUBLIC = publicKey("ML-KEM Public Key Object Attributes", "6.57.2");
    static final AttributeTable ML_KEM_PRIVATE = seededKey("ML-KEM Private Key Object Attributes", "6.57.3");
    static final AttributeTable SLH_DSA_PUBLIC = publicKey("SLH-DSA Public Key Object Attributes", "6.58.2");
    static final AttributeTable SLH_DSA_PRIVATE = privateKey("SLH-DSA Private Key Object Attributes", "6.58.3");

    /// The checksum of a public key whose value is CKA_VALUE, section 4.10.
    static final AttributeTable CRC64_OF_VALUE = AttributeTable.of(
            "Checksum of the public value",
            "4.10",
            row(Cka.PUBLIC_CRC64_VALUE, BYTES, 4, 13)
                    .follows(Computation.crc64Of(Cka.VALUE), Ckr.ATTRIBUTE_VALUE_INVALID));

    private PostQuantumTables() {}

    private static AttributeTable publicKey(String title, String section) {
        return AttributeTable.of(
                title,
                section,
                row(Cka.PARAMETER_SET, ULONG, 1, 3),
                row(Cka.VALUE, BYTES, 1, 4).limit(Limit.NOT_EMPTY));
    }

    private static AttributeTable privateKey(String title, String section) {
        return AttributeTable.of(
                title,
                section,
                row(Cka.PARAMETER_SET, ULONG, 1, 4, 6),
                row(Cka.VALUE, BYTES, 1, 4, 6, 7).limit(Limit.NOT_EMPTY));
    }

    private static AttributeTable seededKey(String title, String section) {
        return AttributeTable.of(
                title,
                section,
                row(Cka.PARAMETER_SET, ULONG, 1, 4, 6),
                row(Cka.SEED, BYTES, 4, 6, 7),
                row(Cka.VALUE, BYTES, 1, 4, 6, 7).limit(Limit.NOT_EMPTY));
    }
}
