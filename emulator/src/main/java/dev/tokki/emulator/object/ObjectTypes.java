package dev.tokki.emulator.object;

import static dev.tokki.api.constant.Cka.DECAPSULATE;
import static dev.tokki.api.constant.Cka.DECRYPT;
import static dev.tokki.api.constant.Cka.ENCAPSULATE;
import static dev.tokki.api.constant.Cka.ENCRYPT;
import static dev.tokki.api.constant.Cka.SIGN;
import static dev.tokki.api.constant.Cka.SIGN_RECOVER;
import static dev.tokki.api.constant.Cka.UNWRAP;
import static dev.tokki.api.constant.Cka.VERIFY;
import static dev.tokki.api.constant.Cka.VERIFY_RECOVER;
import static dev.tokki.api.constant.Cka.WRAP;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckc;
import dev.tokki.api.constant.Ckh;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every type of object this token knows: class × type → tables. A new type of object is a line here and its
/// table.
final class ObjectTypes {
    private static final OptionalLong NO_SUBTYPE = OptionalLong.empty();
    private static final AttributeTable CRC64 = PostQuantumTables.CRC64_OF_VALUE;
    private static final Set<Long> KEY_TYPED =
            Set.of(Cko.PUBLIC_KEY, Cko.PRIVATE_KEY, Cko.SECRET_KEY, Cko.OTP_KEY, Cko.DOMAIN_PARAMETERS);

    private static final Set<Long> CIPHER = Set.of(ENCRYPT, DECRYPT, SIGN, VERIFY, WRAP, UNWRAP);
    private static final Set<Long> STREAM_CIPHER = Set.of(ENCRYPT, DECRYPT, WRAP, UNWRAP);
    private static final Set<Long> SIGNATURE = Set.of(SIGN, VERIFY);
    private static final Set<Long> KEM = Set.of(ENCAPSULATE, DECAPSULATE);
    private static final Set<Long> AGREEMENT = Set.of();
    private static final Set<Long> CURVE = Set.of(SIGN, VERIFY, WRAP, UNWRAP, ENCAPSULATE, DECAPSULATE);
    private static final Set<Long> RSA = Set.of(
            ENCRYPT, DECRYPT, SIGN, VERIFY, SIGN_RECOVER, VERIFY_RECOVER, WRAP, UNWRAP, ENCAPSULATE, DECAPSULATE);

    /// Types whose keys are bytes of any length, all of section 6.8.2's table (sections 6.20, 6.22 and 6.51).
    private static final long[] GENERIC = {
        Ckk.GENERIC_SECRET,
        Ckk.HKDF,
        Ckk.MD5_HMAC,
        Ckk.SHA_1_HMAC,
        Ckk.RIPEMD128_HMAC,
        Ckk.RIPEMD160_HMAC,
        Ckk.SHA224_HMAC,
        Ckk.SHA256_HMAC,
        Ckk.SHA384_HMAC,
        Ckk.SHA512_HMAC,
        Ckk.SHA512_224_HMAC,
        Ckk.SHA512_256_HMAC,
        Ckk.SHA512_T_HMAC,
        Ckk.SHA3_224_HMAC,
        Ckk.SHA3_256_HMAC,
        Ckk.SHA3_384_HMAC,
        Ckk.SHA3_512_HMAC,
        Ckk.BLAKE2B_160_HMAC,
        Ckk.BLAKE2B_256_HMAC,
        Ckk.BLAKE2B_384_HMAC,
        Ckk.BLAKE2B_512_HMAC
    };

    private static final Map<Name, ObjectType> ALL = all();
    private static final Set<Long> ATTRIBUTES = ALL.values().stream()
            .flatMap(type -> type.rules().stream())
            .map(AttributeRule::attribute)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<Long> CLASSES =
            ALL.keySet().stream().map(Name::objectClass).collect(Collectors.toUnmodifiableSet());

    /// A class, and a type within it; 0 for classes without types.
    private record Name(long objectClass, long subtype) {}

    private ObjectTypes() {}

    /// {@return the type of an object, if this token knows it}
    ///
    /// @param objectClass `CKA_CLASS`
    /// @param subtype the value of the attribute that [#subtypeAttribute] names; 0 where it names none
    static Optional<ObjectType> find(long objectClass, long subtype) {
        return Optional.ofNullable(ALL.get(new Name(objectClass, subtype)));
    }

    /// {@return whether this token knows a class}
    static boolean knows(long objectClass) {
        return CLASSES.contains(objectClass);
    }

    /// {@return whether objects of some type can have an attribute}
    static boolean knowsAttribute(long attribute) {
        return ATTRIBUTES.contains(attribute);
    }

    /// {@return the attribute that tells the type within a class, if the class has types}
    static OptionalLong subtypeAttribute(long objectClass) {
        if (objectClass == Cko.CERTIFICATE) {
            return OptionalLong.of(Cka.CERTIFICATE_TYPE);
        } else if (objectClass == Cko.HW_FEATURE) {
            return OptionalLong.of(Cka.HW_FEATURE_TYPE);
        }
        return KEY_TYPED.contains(objectClass) ? OptionalLong.of(Cka.KEY_TYPE) : OptionalLong.empty();
    }

    /// {@return every type}
    static Collection<ObjectType> values() {
        return ALL.values();
    }

    private static Map<Name, ObjectType> all() {
        return Stream.of(
                        dataAndCertificates(),
                        publicKeys(),
                        privateKeys(),
                        secretKeys(),
                        historicalKeys(),
                        domains(),
                        builtIn())
                .flatMap(types -> types)
                .collect(Collectors.toUnmodifiableMap(
                        type -> new Name(type.objectClass(), type.subtype().orElse(0)), type -> type));
    }

    private static Stream<ObjectType> dataAndCertificates() {
        return Stream.of(
                storage(Cko.DATA, List.of(), StorageTables.DATA),
                storage(Cko.TRUST, List.of(CertificateRules::trustedHash), CertificateTables.TRUST),
                certificate(Ckc.X_509, CertificateTables.X_509, CertificateRules.valueOrUrl("4.7.3")),
                certificate(
                        Ckc.WTLS,
                        CertificateTables.WTLS,
                        CertificateRules.valueOrUrl("4.7.4"),
                        CertificateRules::wtlsSubject),
                certificate(Ckc.X_509_ATTR_CERT, CertificateTables.X_509_ATTRIBUTE));
    }

    private static Stream<ObjectType> publicKeys() {
        return Stream.of(
                publicKey(Ckk.RSA, RSA, RsaTables.PUBLIC),
                publicKey(Ckk.DSA, SIGNATURE, DiscreteLogarithmTables.DSA_PUBLIC, CRC64),
                publicKey(Ckk.DH, KEM, DiscreteLogarithmTables.DH_PUBLIC, CRC64),
                publicKey(Ckk.X9_42_DH, KEM, DiscreteLogarithmTables.X9_42_PUBLIC, CRC64),
                publicKey(Ckk.EC, CURVE, EllipticCurveTables.WEIERSTRASS_PUBLIC),
                publicKey(Ckk.EC_EDWARDS, SIGNATURE, EllipticCurveTables.EDWARDS_PUBLIC),
                publicKey(Ckk.EC_MONTGOMERY, CURVE, EllipticCurveTables.MONTGOMERY_PUBLIC),
                publicKey(Ckk.GOSTR3410, SIGNATURE, GostTables.PUBLIC, CRC64),
                publicKey(Ckk.HSS, SIGNATURE, PostQuantumTables.HSS_PUBLIC, CRC64),
                publicKey(Ckk.XMSS, SIGNATURE, PostQuantumTables.XMSS_PUBLIC, CRC64),
                publicKey(Ckk.XMSSMT, SIGNATURE, PostQuantumTables.XMSS_MT_PUBLIC, CRC64),
                publicKey(Ckk.ML_DSA, SIGNATURE, PostQuantumTables.ML_DSA_PUBLIC, CRC64),
                publicKey(Ckk.ML_KEM, KEM, PostQuantumTables.ML_KEM_PUBLIC, CRC64),
                publicKey(Ckk.SLH_DSA, SIGNATURE, PostQuantumTables.SLH_DSA_PUBLIC, CRC64),
                publicKey(Ckk.KEA, AGREEMENT, HistoricalTables.KEA_PUBLIC, CRC64));
    }

    private static Stream<ObjectType> privateKeys() {
        return Stream.of(
                privateKey(Ckk.RSA, RSA, List.of(RsaPrivateKey::complete), RsaTables.PRIVATE),
                privateKey(Ckk.DSA, SIGNATURE, List.of(), DiscreteLogarithmTables.DSA_PRIVATE),
                privateKey(Ckk.DH, KEM, List.of(), DiscreteLogarithmTables.DH_PRIVATE),
                privateKey(Ckk.X9_42_DH, KEM, List.of(), DiscreteLogarithmTables.X9_42_PRIVATE),
                privateKey(Ckk.EC, CURVE, List.of(), EllipticCurveTables.WEIERSTRASS_PRIVATE),
                privateKey(Ckk.EC_EDWARDS, SIGNATURE, List.of(), EllipticCurveTables.EDWARDS_PRIVATE),
                privateKey(Ckk.EC_MONTGOMERY, CURVE, List.of(), EllipticCurveTables.MONTGOMERY_PRIVATE),
                privateKey(Ckk.GOSTR3410, SIGNATURE, List.of(), GostTables.PRIVATE),
                privateKey(
                        Ckk.HSS,
                        SIGNATURE,
                        List.of(KeyRules::hssLevels),
                        PostQuantumTables.HSS_PRIVATE,
                        PostQuantumTables.STAYS_INSIDE,
                        PostQuantumTables.NOT_COPYABLE),
                privateKey(
                        Ckk.XMSS,
                        SIGNATURE,
                        List.of(),
                        PostQuantumTables.XMSS_PRIVATE,
                        PostQuantumTables.STAYS_INSIDE,
                        PostQuantumTables.NOT_COPYABLE),
                privateKey(
                        Ckk.XMSSMT,
                        SIGNATURE,
                        List.of(),
                        PostQuantumTables.XMSS_MT_PRIVATE,
                        PostQuantumTables.STAYS_INSIDE,
                        PostQuantumTables.NOT_COPYABLE),
                privateKey(Ckk.ML_DSA, SIGNATURE, List.of(), PostQuantumTables.ML_DSA_PRIVATE),
                privateKey(Ckk.ML_KEM, KEM, List.of(), PostQuantumTables.ML_KEM_PRIVATE),
                privateKey(Ckk.SLH_DSA, SIGNATURE, List.of(), PostQuantumTables.SLH_DSA_PRIVATE),
                privateKey(Ckk.KEA, AGREEMENT, List.of(), HistoricalTables.KEA_PRIVATE));
    }

    private static Stream<ObjectType> secretKeys() {
        return Stream.concat(
                Arrays.stream(GENERIC).mapToObj(type -> secretKey(type, SIGNATURE, SecretKeyTables.GENERIC)),
                Stream.of(
                        secretKey(Ckk.AES, CIPHER, SecretKeyTables.AES),
                        secretKey(Ckk.AES_XTS, STREAM_CIPHER, SecretKeyTables.AES_XTS),
                        secretKey(Ckk.DES2, CIPHER, SecretKeyTables.DES2),
                        secretKey(Ckk.DES3, CIPHER, SecretKeyTables.DES3),
                        secretKey(Ckk.BLOWFISH, STREAM_CIPHER, SecretKeyTables.BLOWFISH),
                        secretKey(Ckk.TWOFISH, STREAM_CIPHER, SecretKeyTables.TWOFISH),
                        secretKey(Ckk.CAMELLIA, CIPHER, SecretKeyTables.CAMELLIA),
                        secretKey(Ckk.ARIA, CIPHER, SecretKeyTables.ARIA),
                        secretKey(Ckk.SEED, CIPHER, SecretKeyTables.SEED),
                        secretKey(Ckk.GOST28147, CIPHER, GostTables.SECRET),
                        secretKey(Ckk.CHACHA20, STREAM_CIPHER, SecretKeyTables.CHACHA20),
                        secretKey(Ckk.SALSA20, STREAM_CIPHER, SecretKeyTables.SALSA20),
                        secretKey(Ckk.POLY1305, SIGNATURE, SecretKeyTables.POLY1305),
                        secretKey(Ckk.X2RATCHET, STREAM_CIPHER, SecretKeyTables.DOUBLE_RATCHET),
                        oneTimePasswordKey(Ckk.SECURID, OtpTables.SECURID),
                        oneTimePasswordKey(Ckk.HOTP),
                        oneTimePasswordKey(Ckk.ACTI)));
    }

    private static Stream<ObjectType> historicalKeys() {
        return Stream.of(
                secretKey(Ckk.RC2, STREAM_CIPHER, HistoricalTables.RC2),
                secretKey(Ckk.RC4, STREAM_CIPHER, HistoricalTables.RC4),
                secretKey(Ckk.RC5, CIPHER, HistoricalTables.RC5),
                secretKey(Ckk.DES, CIPHER, HistoricalTables.DES),
                secretKey(Ckk.CDMF, CIPHER, HistoricalTables.CDMF),
                secretKey(Ckk.CAST, CIPHER, HistoricalTables.CAST),
                secretKey(Ckk.CAST3, CIPHER, HistoricalTables.CAST3),
                secretKey(Ckk.CAST128, CIPHER, HistoricalTables.CAST128),
                secretKey(Ckk.IDEA, CIPHER, HistoricalTables.IDEA),
                secretKey(Ckk.SKIPJACK, STREAM_CIPHER, HistoricalTables.SKIPJACK),
                secretKey(Ckk.BATON, STREAM_CIPHER, HistoricalTables.BATON),
                secretKey(Ckk.JUNIPER, STREAM_CIPHER, HistoricalTables.JUNIPER));
    }

    private static Stream<ObjectType> domains() {
        return Stream.of(
                domain(Ckk.DSA, DiscreteLogarithmTables.DSA_DOMAIN),
                domain(Ckk.DH, DiscreteLogarithmTables.DH_DOMAIN),
                domain(Ckk.X9_42_DH, DiscreteLogarithmTables.X9_42_DOMAIN),
                domain(Ckk.GOST28147, GostTables.GOST28147_DOMAIN),
                domain(Ckk.GOSTR3411, GostTables.GOSTR3411_DOMAIN),
                domain(Ckk.GOSTR3410, GostTables.GOSTR3410_DOMAIN));
    }

    private static Stream<ObjectType> builtIn() {
        return Stream.of(
                builtIn(Cko.MECHANISM, NO_SUBTYPE, BuiltInTables.MECHANISM, BuiltInTables.CMS_MECHANISM),
                builtIn(Cko.PROFILE, NO_SUBTYPE, BuiltInTables.PROFILE),
                builtIn(Cko.VALIDATION, NO_SUBTYPE, BuiltInTables.VALIDATION),
                feature(Ckh.CLOCK, BuiltInTables.CLOCK),
                feature(Ckh.MONOTONIC_COUNTER, BuiltInTables.MONOTONIC_COUNTER),
                feature(Ckh.USER_INTERFACE, BuiltInTables.USER_INTERFACE));
    }

    private static ObjectType storage(long objectClass, List<Consistency> rules, AttributeTable table) {
        return type(objectClass, NO_SUBTYPE, Set.of(), rules, StorageTables.COMMON, StorageTables.STORAGE, table);
    }

    private static ObjectType certificate(long certificateType, AttributeTable table, Consistency... rules) {
        return type(
                Cko.CERTIFICATE,
                OptionalLong.of(certificateType),
                Set.of(),
                List.of(rules),
                StorageTables.COMMON,
                StorageTables.STORAGE,
                CertificateTables.CERTIFICATE,
                table);
    }

    private static ObjectType publicKey(long keyType, Set<Long> uses, AttributeTable... tables) {
        return key(Cko.PUBLIC_KEY, keyType, uses, List.of(), KeyTables.PUBLIC_KEY, tables);
    }

    private static ObjectType privateKey(
            long keyType, Set<Long> uses, List<Consistency> rules, AttributeTable... tables) {
        List<Consistency> all = new ArrayList<>(rules);
        all.add(KeyRules::alwaysAuthenticate);
        return key(Cko.PRIVATE_KEY, keyType, uses, all, KeyTables.PRIVATE_KEY, tables);
    }

    private static ObjectType secretKey(long keyType, Set<Long> uses, AttributeTable table) {
        return key(Cko.SECRET_KEY, keyType, uses, List.of(), KeyTables.SECRET_KEY, table);
    }

    private static ObjectType oneTimePasswordKey(long keyType, AttributeTable... tables) {
        return key(
                Cko.OTP_KEY,
                keyType,
                SIGNATURE,
                List.of(),
                KeyTables.SECRET_KEY,
                Stream.concat(Stream.of(OtpTables.OTP), Arrays.stream(tables)).toArray(AttributeTable[]::new));
    }

    private static ObjectType key(
            long objectClass,
            long keyType,
            Set<Long> uses,
            List<Consistency> rules,
            AttributeTable common,
            AttributeTable... tables) {
        return type(
                objectClass,
                OptionalLong.of(keyType),
                uses,
                rules,
                Stream.concat(
                                Stream.of(StorageTables.COMMON, StorageTables.STORAGE, KeyTables.KEY, common),
                                Arrays.stream(tables))
                        .toArray(AttributeTable[]::new));
    }

    private static ObjectType domain(long keyType, AttributeTable table) {
        return type(
                Cko.DOMAIN_PARAMETERS,
                OptionalLong.of(keyType),
                Set.of(),
                List.of(),
                StorageTables.COMMON,
                StorageTables.STORAGE,
                DiscreteLogarithmTables.DOMAIN,
                table);
    }

    private static ObjectType feature(long featureType, AttributeTable table) {
        return builtIn(Cko.HW_FEATURE, OptionalLong.of(featureType), BuiltInTables.HARDWARE_FEATURE, table);
    }

    private static ObjectType builtIn(long objectClass, OptionalLong subtype, AttributeTable... tables) {
        return type(
                objectClass,
                subtype,
                Set.of(),
                List.of(),
                Stream.concat(Stream.of(StorageTables.COMMON), Arrays.stream(tables))
                        .toArray(AttributeTable[]::new));
    }

    private static ObjectType type(
            long objectClass, OptionalLong subtype, Set<Long> uses, List<Consistency> rules, AttributeTable... tables) {
        return new ObjectType(objectClass, subtype, uses, rules, List.of(tables));
    }
}
