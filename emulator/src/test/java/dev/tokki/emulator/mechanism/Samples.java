package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.Version;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckh;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.ChaChaParameter;
import dev.tokki.api.parameter.CipherParameter;
import dev.tokki.api.parameter.DerivationParameter;
import dev.tokki.api.parameter.DerivationParameter.StringData;
import dev.tokki.api.parameter.DhParameter;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.api.parameter.IkeParameter;
import dev.tokki.api.parameter.KdfParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.PasswordParameter;
import dev.tokki.api.parameter.RivestParameter;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.api.parameter.SignatureParameter;
import dev.tokki.api.parameter.TlsParameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What proofs pass to mechanisms: parameters, pairs, data.
final class Samples {
    /// The length of keys that may have any.
    static final int GENERIC_LENGTH = 48;

    /// What makes a parameter, with the workshop for those that hold handles.
    @FunctionalInterface
    interface Recipe extends Function<Workshop, Parameter> {}

    private static final Map<Long, Recipe> PARAMETERS = parameters();

    private Samples() {}

    private static Map<Long, Recipe> parameters() {
        Map<Long, Recipe> all = new HashMap<>();
        put(all, iv(16), Ckm.AES_CBC, Ckm.AES_CBC_PAD, Ckm.AES_OFB, Ckm.AES_CFB1, Ckm.AES_CFB8, Ckm.AES_CFB64);
        put(all, iv(16), Ckm.AES_CFB128, Ckm.AES_CTS, Ckm.AES_XTS, Ckm.CAMELLIA_CBC, Ckm.CAMELLIA_CBC_PAD);
        put(all, iv(16), Ckm.ARIA_CBC, Ckm.ARIA_CBC_PAD, Ckm.SEED_CBC, Ckm.SEED_CBC_PAD);
        put(all, iv(16), Ckm.TWOFISH_CBC, Ckm.TWOFISH_CBC_PAD);
        put(all, iv(8), Ckm.DES_CBC, Ckm.DES_CBC_PAD, Ckm.DES3_CBC, Ckm.DES3_CBC_PAD, Ckm.DES_OFB64, Ckm.DES_OFB8);
        put(all, iv(8), Ckm.DES_CFB64, Ckm.DES_CFB8, Ckm.BLOWFISH_CBC, Ckm.BLOWFISH_CBC_PAD, Ckm.CAST128_CBC);
        put(all, iv(8), Ckm.CAST128_CBC_PAD, Ckm.IDEA_CBC, Ckm.IDEA_CBC_PAD);
        put(all, number(6), Ckm.AES_MAC_GENERAL, Ckm.AES_CMAC_GENERAL, Ckm.DES_MAC_GENERAL, Ckm.DES3_MAC_GENERAL);
        put(all, number(6), Ckm.DES3_CMAC_GENERAL, Ckm.CAMELLIA_MAC_GENERAL, Ckm.ARIA_MAC_GENERAL);
        put(all, number(6), Ckm.SEED_MAC_GENERAL, Ckm.CAST128_MAC_GENERAL, Ckm.IDEA_MAC_GENERAL);
        for (Hash hash : Hash.values()) {
            put(all, number(10), hash.macs().hmacGeneral());
            if (hash.signing().rsaPss() != Hash.NONE) {
                put(
                        all,
                        workshop -> new RsaParameter.Pss(
                                hash.macs().digest(), hash.deriving().mgf(), hash.length()),
                        hash.signing().rsaPss());
            }
        }
        put(all, number(160), Ckm.SHA512_T, Ckm.SHA512_T_HMAC, Ckm.SHA512_T_KEY_DERIVATION);
        put(all, number(20), Ckm.SHA512_T_HMAC_GENERAL);
        put(all, workshop -> new AesParameter.Gcm(bytes(12), bytes(5), 128), Ckm.AES_GCM, Ckm.AES_GMAC);
        put(all, workshop -> new AesParameter.Ccm(48, bytes(12), bytes(5), 16), Ckm.AES_CCM);
        put(all, workshop -> new AesParameter.Ctr(128, bytes(16)), Ckm.AES_CTR);
        put(all, workshop -> new CipherParameter.CamelliaCtr(128, bytes(16)), Ckm.CAMELLIA_CTR);
        put(
                all,
                workshop -> new StringData(bytes(48)),
                Ckm.AES_ECB_ENCRYPT_DATA,
                Ckm.DES_ECB_ENCRYPT_DATA,
                Ckm.DES3_ECB_ENCRYPT_DATA,
                Ckm.CAMELLIA_ECB_ENCRYPT_DATA,
                Ckm.ARIA_ECB_ENCRYPT_DATA,
                Ckm.SEED_ECB_ENCRYPT_DATA,
                Ckm.CONCATENATE_BASE_AND_DATA,
                Ckm.CONCATENATE_DATA_AND_BASE,
                Ckm.XOR_BASE_AND_DATA);
        put(all, w -> new AesParameter.CbcEncryptData(bytes(16), bytes(48)), Ckm.AES_CBC_ENCRYPT_DATA);
        put(
                all,
                w -> new CipherParameter.DesCbcEncryptData(bytes(8), bytes(48)),
                Ckm.DES_CBC_ENCRYPT_DATA,
                Ckm.DES3_CBC_ENCRYPT_DATA);
        put(all, w -> new CipherParameter.CamelliaCbcEncryptData(bytes(16), bytes(48)), Ckm.CAMELLIA_CBC_ENCRYPT_DATA);
        put(all, w -> new CipherParameter.AriaCbcEncryptData(bytes(16), bytes(48)), Ckm.ARIA_CBC_ENCRYPT_DATA);
        put(all, w -> new CipherParameter.SeedCbcEncryptData(bytes(16), bytes(48)), Ckm.SEED_CBC_ENCRYPT_DATA);
        put(all, w -> new Parameter.ULong(w.wrappable().handle()), Ckm.CONCATENATE_BASE_AND_KEY);
        put(
                all,
                w -> new SignatureParameter.HashContext(Ckh.HEDGE_REQUIRED, bytes(3), Ckm.SHA256),
                Ckm.HASH_ML_DSA,
                Ckm.HASH_SLH_DSA);
        put(
                all,
                w -> new SignatureParameter.Context(Ckh.DETERMINISTIC_REQUIRED, bytes(3)),
                Ckm.ML_DSA,
                Ckm.HASH_SLH_DSA_SHA256);
        put(all, w -> new ChaChaParameter.ChaCha20(bytes(4, 0), 32, bytes(12), 96), Ckm.CHACHA20);
        put(all, w -> new ChaChaParameter.Salsa20(bytes(8, 0), bytes(24), 192), Ckm.SALSA20);
        put(all, w -> new ChaChaParameter.Poly1305(bytes(12), bytes(5)), Ckm.CHACHA20_POLY1305);
        put(all, w -> new ChaChaParameter.Poly1305(bytes(24), bytes(5)), Ckm.SALSA20_POLY1305);
        put(all, number(128), Ckm.RC2_ECB, Ckm.RC2_MAC);
        put(all, w -> new RivestParameter.Rc2Cbc(128, bytes(8)), Ckm.RC2_CBC, Ckm.RC2_CBC_PAD);
        put(all, w -> new RivestParameter.Rc2MacGeneral(128, 6), Ckm.RC2_MAC_GENERAL);
        put(all, w -> new RivestParameter.Rc5(4, 12), Ckm.RC5_ECB, Ckm.RC5_MAC);
        put(all, w -> new RivestParameter.Rc5Cbc(8, 16, bytes(16)), Ckm.RC5_CBC, Ckm.RC5_CBC_PAD);
        put(all, w -> new RivestParameter.Rc5MacGeneral(4, 12, 6), Ckm.RC5_MAC_GENERAL);
        put(
                all,
                w -> new DerivationParameter.Hkdf(true, true, Ckm.SHA256, Ckf.HKDF_SALT_DATA, bytes(7), 0, bytes(9)),
                Ckm.HKDF_DERIVE);
        put(all, w -> new KdfParameter.Kdf(Ckm.SHA256_HMAC, pieces(w, true), List.of()), Ckm.SP800_108_COUNTER_KDF);
        put(
                all,
                w -> new KdfParameter.Kdf(Ckm.SHA256_HMAC, pieces(w, false), List.of()),
                Ckm.SP800_108_DOUBLE_PIPELINE_KDF);
        put(
                all,
                w -> new KdfParameter.FeedbackKdf(Ckm.SHA256_HMAC, pieces(w, false), bytes(32), List.of()),
                Ckm.SP800_108_FEEDBACK_KDF);
        put(
                all,
                w -> new PasswordParameter.Pbkdf2(
                        Ckz.SALT_SPECIFIED, bytes(8), 3, Ckp.PKCS5_PBKD2_HMAC_SHA256, Bytes.NULL, bytes(6)),
                Ckm.PKCS5_PBKD2);
        put(
                all,
                w -> new PasswordParameter.Pbe(bytes(8, 0), Bytes.utf8("smeg"), bytes(8), 2),
                Ckm.PBE_SHA1_DES3_EDE_CBC,
                Ckm.PBE_SHA1_DES2_EDE_CBC,
                Ckm.PBA_SHA1_WITH_SHA1_HMAC,
                Ckm.PBE_SHA1_RC4_128,
                Ckm.PBE_SHA1_RC4_40,
                Ckm.PBE_SHA1_RC2_128_CBC,
                Ckm.PBE_SHA1_RC2_40_CBC,
                Ckm.PBE_MD2_DES_CBC,
                Ckm.PBE_MD5_DES_CBC);
        put(
                all,
                w -> new IkeParameter.Ike2PrfPlusDerive(
                        Ckm.SHA256_HMAC, true, w.wrappable().handle(), bytes(5)),
                Ckm.IKE2_PRF_PLUS_DERIVE);
        put(
                all,
                w -> new IkeParameter.IkePrfDerive(Ckm.SHA256_HMAC, true, false, bytes(8), bytes(9), 0),
                Ckm.IKE_PRF_DERIVE);
        put(
                all,
                w -> new IkeParameter.Ike1PrfDerive(
                        Ckm.SHA256_HMAC, false, w.wrappable().handle(), 0, bytes(8), bytes(8), 1),
                Ckm.IKE1_PRF_DERIVE);
        put(
                all,
                w -> new IkeParameter.Ike1ExtendedDerive(Ckm.SHA256_HMAC, false, 0, bytes(6)),
                Ckm.IKE1_EXTENDED_DERIVE);
        TlsParameter.RandomData random = new TlsParameter.RandomData(bytes(32), bytes(28));
        TlsParameter.KeyMaterial room = TlsParameter.KeyMaterial.room(16);
        put(all, w -> new TlsParameter.ClientVersion(3, 1), Ckm.SSL3_PRE_MASTER_KEY_GEN, Ckm.TLS_PRE_MASTER_KEY_GEN);
        put(
                all,
                w -> new TlsParameter.Ssl3MasterKeyDerive(random, new Version(0, 0)),
                Ckm.SSL3_MASTER_KEY_DERIVE,
                Ckm.TLS_MASTER_KEY_DERIVE);
        put(
                all,
                w -> new TlsParameter.Ssl3MasterKeyDerive(random, null),
                Ckm.SSL3_MASTER_KEY_DERIVE_DH,
                Ckm.TLS_MASTER_KEY_DERIVE_DH);
        put(
                all,
                w -> new TlsParameter.Tls12MasterKeyDerive(random, new Version(0, 0), Ckm.SHA256),
                Ckm.TLS12_MASTER_KEY_DERIVE);
        put(all, w -> new TlsParameter.Tls12MasterKeyDerive(random, null, Ckm.SHA256), Ckm.TLS12_MASTER_KEY_DERIVE_DH);
        put(
                all,
                w -> new TlsParameter.Tls12ExtendedMasterKeyDerive(Ckm.SHA256, bytes(32), new Version(0, 0)),
                Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE);
        put(
                all,
                w -> new TlsParameter.Tls12ExtendedMasterKeyDerive(Ckm.SHA256, bytes(32), null),
                Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE_DH);
        put(
                all,
                w -> new TlsParameter.Ssl3KeyAndMacDerive(160, 128, 128, false, random, room),
                Ckm.SSL3_KEY_AND_MAC_DERIVE,
                Ckm.TLS_KEY_AND_MAC_DERIVE);
        put(
                all,
                w -> new TlsParameter.Tls12KeyAndMacDerive(160, 128, 128, false, random, room, Ckm.SHA256),
                Ckm.TLS12_KEY_AND_MAC_DERIVE,
                Ckm.TLS12_KEY_SAFE_DERIVE);
        put(all, w -> new TlsParameter.Kdf(Ckm.SHA256, bytes(7), random, bytes(3)), Ckm.TLS_KDF, Ckm.TLS12_KDF);
        put(all, w -> new TlsParameter.Mac(Ckm.SHA256, 12, 1), Ckm.TLS_MAC, Ckm.TLS12_MAC);
        put(all, w -> new TlsParameter.Prf(bytes(9), bytes(5), bytes(40, 0)), Ckm.TLS_PRF);
        put(all, number(8), Ckm.SSL3_MD5_MAC, Ckm.SSL3_SHA1_MAC);
        put(all, w -> new Parameter.Raw(Bytes.of(w.pair(Ckk.DH).publicKey().bytes(Cka.VALUE))), Ckm.DH_PKCS_DERIVE);
        put(
                all,
                w -> new DhParameter.X942Dh1Derive(
                        Ckd.NULL,
                        Bytes.NULL,
                        Bytes.of(w.pair(Ckk.X9_42_DH).publicKey().bytes(Cka.VALUE))),
                Ckm.X9_42_DH_DERIVE);
        put(all, number(13), Ckm.EXTRACT_KEY_FROM_KEY);
        put(
                all,
                w -> new RsaParameter.Oaep(Ckm.SHA256, Ckg.MGF1_SHA256, Ckz.DATA_SPECIFIED, bytes(3)),
                Ckm.RSA_PKCS_OAEP);
        put(all, w -> new RsaParameter.Pss(Ckm.SHA256, Ckg.MGF1_SHA256, 32), Ckm.RSA_PKCS_PSS);
        put(
                all,
                w -> new EcParameter.Ecdh1Derive(
                        Ckd.SHA256_KDF,
                        bytes(4),
                        Bytes.of(w.pair(Ckk.EC).publicKey().bytes(Cka.EC_POINT))),
                Ckm.ECDH1_DERIVE,
                Ckm.ECDH1_COFACTOR_DERIVE);
        return all;
    }

    private static void put(Map<Long, Recipe> all, Recipe recipe, long... mechanisms) {
        for (long mechanism : mechanisms) {
            if (all.put(mechanism, recipe) != null) {
                throw new IllegalStateException("two parameters for " + mechanism);
            }
        }
    }

    private static Recipe iv(int length) {
        return workshop -> Parameter.of(bytes(length).copy());
    }

    private static Recipe number(long value) {
        return workshop -> new Parameter.ULong(value);
    }

    /// {@return bytes that are all the same}
    private static Bytes bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return Bytes.of(bytes);
    }

    private static List<KdfParameter.PrfData> pieces(Workshop workshop, boolean withCounter) {
        return List.of(
                new KdfParameter.PrfData(
                        Ck.SP800_108_ITERATION_VARIABLE,
                        withCounter ? new KdfParameter.CounterFormat(false, 32) : Parameter.none()),
                new KdfParameter.PrfData(Ck.SP800_108_BYTE_ARRAY, new Parameter.Raw(bytes(6))),
                new KdfParameter.PrfData(
                        Ck.SP800_108_KEY_HANDLE,
                        new Parameter.ULong(workshop.wrappable().handle())),
                new KdfParameter.PrfData(
                        Ck.SP800_108_DKM_LENGTH,
                        new KdfParameter.DkmLengthFormat(Ck.SP800_108_DKM_LENGTH_SUM_OF_KEYS, false, 32)));
    }

    static Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (3 + 5 * i);
        }
        return Bytes.of(bytes);
    }

    /// {@return the parameter of a mechanism in a use}
    static Parameter parameter(Workshop workshop, long mechanism, Use<?, ?> use) {
        if (use.equals(Use.WRAP) || use.equals(Use.UNWRAP)) {
            if (mechanism == Ckm.AES_CCM) {
                return new AesParameter.CcmWrap(0, bytes(12), 0, Ckg.NO_GENERATE, bytes(5), 16);
            }
        }
        if ((use.equals(Use.ENCAPSULATE) || use.equals(Use.DECAPSULATE))
                && (mechanism == Ckm.ECDH1_DERIVE || mechanism == Ckm.ECDH1_COFACTOR_DERIVE)) {
            return new EcParameter.Ecdh1Derive(Ckd.SHA256_KDF, bytes(4), Bytes.NULL);
        }
        Recipe recipe = PARAMETERS.get(mechanism);
        return recipe == null ? Parameter.none() : recipe.apply(workshop);
    }

    /// {@return data that a mechanism takes to sign or encrypt}
    static byte[] data(long mechanism) {
        if (mechanism == Ckm.RSA_X_509) {
            return padded();
        }
        return bytes(HASHES.contains(mechanism) ? 32 : 48).copy();
    }

    private static final Set<Long> MASTERS = Set.of(
            Ckm.SSL3_MASTER_KEY_DERIVE,
            Ckm.SSL3_MASTER_KEY_DERIVE_DH,
            Ckm.TLS_MASTER_KEY_DERIVE,
            Ckm.TLS_MASTER_KEY_DERIVE_DH,
            Ckm.TLS12_MASTER_KEY_DERIVE,
            Ckm.TLS12_MASTER_KEY_DERIVE_DH,
            Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE,
            Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE_DH);
    private static final Set<Long> PASSWORDS = Set.of(
            Ckm.PKCS5_PBKD2,
            Ckm.PBE_SHA1_DES3_EDE_CBC,
            Ckm.PBE_SHA1_DES2_EDE_CBC,
            Ckm.PBA_SHA1_WITH_SHA1_HMAC,
            Ckm.PBE_SHA1_RC4_128,
            Ckm.PBE_SHA1_RC4_40,
            Ckm.PBE_SHA1_RC2_128_CBC,
            Ckm.PBE_SHA1_RC2_40_CBC,
            Ckm.PBE_MD2_DES_CBC,
            Ckm.PBE_MD5_DES_CBC);
    private static final Set<Long> HASHES =
            Set.of(Ckm.ECDSA, Ckm.RSA_PKCS_PSS, Ckm.DSA, Ckm.HASH_ML_DSA, Ckm.HASH_SLH_DSA);

    /// A block below any modulus of 2048 bits.
    private static byte[] padded() {
        byte[] block = bytes(256).copy();
        block[0] = 0;
        return block;
    }

    /// {@return whether the data come out as they went in}
    static boolean isIdentity(long mechanism) {
        return mechanism == Ckm.NULL;
    }

    /// {@return the key that a mechanism wraps in its proof}
    static Key toBeWrapped(Workshop workshop, long mechanism) {
        return workshop.wrappable();
    }

    static List<Attribute> unwrapTemplate(Key secret) {
        return List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.VALUE_LEN, (long) secret.bytes(Cka.VALUE).length),
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true));
    }

    static boolean generatesDomain(long mechanism) {
        return mechanism == Ckm.DSA_PARAMETER_GEN;
    }

    /// A pair made of the domain signs.
    static void proveDomain(Workshop workshop, long mechanism) {
        Key domain = workshop.session().generateKey(Mechanism.of(mechanism), Attribute.of(Cka.PRIME_BITS, 1024L));
        List<Attribute> parameters = List.of(
                Attribute.of(Cka.PRIME, domain.bytes(Cka.PRIME)),
                Attribute.of(Cka.SUBPRIME, domain.bytes(Cka.SUBPRIME)),
                Attribute.of(Cka.BASE, domain.bytes(Cka.BASE)));
        provePair(workshop, new Generation(Ckm.DSA_KEY_PAIR_GEN, parameters, VERIFY, SIGN).pair(workshop), Ckk.DSA);
    }

    static boolean isDeterministic(long mechanism) {
        return PASSWORDS.contains(mechanism);
    }

    static boolean hasFixedLength(long mechanism) {
        return mechanism == Ckm.SSL3_PRE_MASTER_KEY_GEN
                || mechanism == Ckm.TLS_PRE_MASTER_KEY_GEN
                || (isDeterministic(mechanism) && mechanism != Ckm.PKCS5_PBKD2);
    }

    static List<Attribute> generationAttributes(long mechanism, long keyType) {
        return mechanism == Ckm.PKCS5_PBKD2 ? List.of(Attribute.of(Cka.KEY_TYPE, keyType)) : List.of();
    }

    static void provePair(Workshop workshop, Pair pair, long type) {
        long signing = Map.of(
                        Ckk.RSA, Ckm.SHA256_RSA_PKCS,
                        Ckk.EC, Ckm.ECDSA_SHA256,
                        Ckk.ML_DSA, Ckm.ML_DSA,
                        Ckk.SLH_DSA, Ckm.SLH_DSA,
                        Ckk.DSA, Ckm.DSA_SHA256,
                        Ckk.HSS, Ckm.HSS,
                        Ckk.XMSS, Ckm.XMSS,
                        Ckk.EC_EDWARDS, Ckm.EDDSA)
                .getOrDefault(type, -1L);
        if (signing != -1) {
            Mechanism mechanism = Mechanism.of(signing);
            byte[] signature = pair.privateKey().sign(mechanism, new byte[9]);
            assertThat(pair.publicKey().verify(mechanism, new byte[9], signature))
                    .isTrue();
            assertThat(pair.publicKey().verify(mechanism, new byte[8], signature))
                    .isFalse();
        }
    }

    static boolean hasOwnDerivationProof(long mechanism) {
        return MechanismTable.all().isKeyless(mechanism);
    }

    /// What is told in the parameter: keys, or bytes.
    static void proveDerivation(Workshop workshop, long mechanism) {
        Key base = workshop.secret(Ckk.GENERIC_SECRET, Cka.DERIVE, 1);
        Parameter told = workshop.told(new KeyManagement.DeriveKey(
                workshop.session().handle(),
                Mechanism.of(mechanism, parameter(workshop, mechanism, Use.DERIVE)),
                base.handle(),
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                        Attribute.of(Cka.SENSITIVE, false),
                        Attribute.of(Cka.EXTRACTABLE, true),
                        Attribute.of(Cka.ENCRYPT, true)),
                Out.nullPointer()));
        if (told instanceof TlsParameter.Prf prf) {
            assertThat(prf.output()).isNotEqualTo(bytes(40, 0));
            return;
        }
        TlsParameter.KeyMaterial made = Objects.requireNonNull(
                told instanceof TlsParameter.Ssl3KeyAndMacDerive old
                        ? old.returned()
                        : ((TlsParameter.Tls12KeyAndMacDerive) told).returned());
        assertThat(made.clientIv().equals(bytes(16, 0))).isEqualTo(mechanism == Ckm.TLS12_KEY_SAFE_DERIVE);
        assertThat(workshop.session().key(made.clientMacSecret()).bytes(Cka.VALUE))
                .hasSize(20);
        assertThat(workshop.session().key(made.serverKey()).bytes(Cka.VALUE))
                .hasSize(16)
                .isNotEqualTo(workshop.session().key(made.clientKey()).bytes(Cka.VALUE));
    }

    static long baseType(Declaration<?> declaration) {
        return Workshop.keyType(declaration.keys());
    }

    static List<Attribute> derivedTemplate(long mechanism) {
        if (MASTERS.contains(mechanism)) {
            return List.of(Attribute.of(Cka.SENSITIVE, false), Attribute.of(Cka.EXTRACTABLE, true));
        }
        return List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.VALUE_LEN, mechanism == Ckm.CONCATENATE_DATA_AND_BASE ? 60L : 14L),
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true));
    }

    static boolean isOtp(long keyType) {
        return keyType == Ckk.HOTP || keyType == Ckk.SECURID || keyType == Ckk.ACTI;
    }

    static List<Attribute> keyAttributes(long keyType) {
        return List.of();
    }

    /// {@return the usage that goes with another: who encrypts decrypts}
    static Optional<Long> partner(long usage) {
        return Optional.ofNullable(Map.of(Cka.ENCRYPT, Cka.DECRYPT, Cka.SIGN, Cka.VERIFY, Cka.WRAP, Cka.UNWRAP)
                .get(usage));
    }

    /// {@return a pair of a type, allowed all its type can do}
    static Pair newPair(Workshop workshop, long type) {
        Generation generation = GENERATIONS.get(type);
        if (generation == null) {
            throw new IllegalStateException("no pair of type " + type);
        }
        return generation.pair(workshop);
    }

    /// How a pair is made.
    record Generation(
            long mechanism,
            List<Attribute> publicTemplate,
            List<Attribute> privateTemplate,
            List<Long> publicUses,
            List<Long> privateUses) {
        Generation(long mechanism, List<Attribute> publicTemplate, List<Long> publicUses, List<Long> privateUses) {
            this(mechanism, publicTemplate, List.of(), publicUses, privateUses);
        }

        Pair pair(Workshop workshop) {
            return workshop.session()
                    .generateKeyPair(
                            Mechanism.of(mechanism),
                            all(publicTemplate, publicUses),
                            all(privateTemplate, privateUses));
        }

        private static List<Attribute> all(List<Attribute> template, List<Long> uses) {
            List<Attribute> all = new ArrayList<>(template);
            uses.forEach(use -> all.add(Attribute.of(use, true)));
            return all;
        }
    }

    private static final List<Long> VERIFY = List.of(Cka.VERIFY);
    private static final List<Long> SIGN = List.of(Cka.SIGN);

    static final Map<Long, Generation> GENERATIONS = Map.ofEntries(
            Map.entry(
                    Ckk.RSA,
                    new Generation(
                            Ckm.RSA_PKCS_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.MODULUS_BITS, 2048)),
                            List.of(Cka.VERIFY, Cka.VERIFY_RECOVER, Cka.ENCRYPT, Cka.WRAP, Cka.ENCAPSULATE),
                            List.of(Cka.SIGN, Cka.SIGN_RECOVER, Cka.DECRYPT, Cka.UNWRAP, Cka.DECAPSULATE))),
            Map.entry(
                    Ckk.EC,
                    new Generation(
                            Ckm.EC_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.EC_PARAMS, Pairs.oid("1.2.840.10045.3.1.7"))),
                            List.of(Cka.VERIFY, Cka.ENCAPSULATE),
                            List.of(Cka.SIGN, Cka.DERIVE, Cka.DECAPSULATE))),
            Map.entry(
                    Ckk.EC_EDWARDS,
                    new Generation(
                            Ckm.EC_EDWARDS_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.EC_PARAMS, Pairs.oid("1.3.101.112"))),
                            VERIFY,
                            SIGN)),
            Map.entry(
                    Ckk.EC_MONTGOMERY,
                    new Generation(
                            Ckm.EC_MONTGOMERY_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.EC_PARAMS, Pairs.oid("1.3.101.110"))),
                            List.of(Cka.ENCAPSULATE),
                            List.of(Cka.DERIVE, Cka.DECAPSULATE))),
            Map.entry(
                    Ckk.HSS,
                    new Generation(
                            Ckm.HSS_KEY_PAIR_GEN,
                            List.of(),
                            List.of(
                                    Attribute.of(Cka.HSS_LEVELS, 1L),
                                    new Attribute(Cka.HSS_LMS_TYPES, new Value.ULongArray(List.of(5L))),
                                    new Attribute(Cka.HSS_LMOTS_TYPES, new Value.ULongArray(List.of(4L)))),
                            VERIFY,
                            SIGN)),
            Map.entry(
                    Ckk.XMSS,
                    new Generation(Ckm.XMSS_KEY_PAIR_GEN, List.of(Attribute.of(Cka.PARAMETER_SET, 1L)), VERIFY, SIGN)),
            Map.entry(
                    Ckk.XMSSMT,
                    new Generation(
                            Ckm.XMSSMT_KEY_PAIR_GEN, List.of(Attribute.of(Cka.PARAMETER_SET, 2L)), VERIFY, SIGN)),
            Map.entry(Ckk.DSA, new Generation(Ckm.DSA_KEY_PAIR_GEN, DsaDomain.ATTRIBUTES, VERIFY, SIGN)),
            Map.entry(
                    Ckk.DH,
                    new Generation(Ckm.DH_PKCS_KEY_PAIR_GEN, DsaDomain.WITHOUT_ORDER, List.of(), List.of(Cka.DERIVE))),
            Map.entry(
                    Ckk.X9_42_DH,
                    new Generation(Ckm.X9_42_DH_KEY_PAIR_GEN, DsaDomain.ATTRIBUTES, List.of(), List.of(Cka.DERIVE))),
            Map.entry(
                    Ckk.ML_DSA,
                    new Generation(
                            Ckm.ML_DSA_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.PARAMETER_SET, Ckp.ML_DSA_44)),
                            VERIFY,
                            SIGN)),
            Map.entry(
                    Ckk.SLH_DSA,
                    new Generation(
                            Ckm.SLH_DSA_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.PARAMETER_SET, Ckp.SLH_DSA_SHA2_128F)),
                            VERIFY,
                            SIGN)),
            Map.entry(
                    Ckk.ML_KEM,
                    new Generation(
                            Ckm.ML_KEM_KEY_PAIR_GEN,
                            List.of(Attribute.of(Cka.PARAMETER_SET, Ckp.ML_KEM_512)),
                            List.of(Cka.ENCAPSULATE),
                            List.of(Cka.DECAPSULATE))));
}
