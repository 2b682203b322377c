package dev.tokki.api.parameter;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.Parameter.None;
import dev.tokki.api.parameter.Parameter.Raw;
import dev.tokki.api.parameter.Parameter.ULong;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which types of parameter a mechanism takes, from the mechanisms' sections in section 6.
///
/// A type comes first if it is the one meant; others follow that callers also use. [None] among them says that the
/// parameter is optional.
public final class ParameterTypes {
    /// Everywhere but in the functions of the two tables below.
    private static final Map<Long, List<Class<? extends Parameter>>> BY_MECHANISM = table(
            // RSA, section 6.1
            row(RsaParameter.Oaep.class).of(Ckm.RSA_PKCS_OAEP),
            row(RsaParameter.Pss.class)
                    .of(
                            Ckm.RSA_PKCS_PSS,
                            Ckm.SHA1_RSA_PKCS_PSS,
                            Ckm.SHA224_RSA_PKCS_PSS,
                            Ckm.SHA256_RSA_PKCS_PSS,
                            Ckm.SHA384_RSA_PKCS_PSS,
                            Ckm.SHA512_RSA_PKCS_PSS,
                            Ckm.SHA3_224_RSA_PKCS_PSS,
                            Ckm.SHA3_256_RSA_PKCS_PSS,
                            Ckm.SHA3_384_RSA_PKCS_PSS,
                            Ckm.SHA3_512_RSA_PKCS_PSS),
            row(RsaParameter.AesKeyWrap.class).of(Ckm.RSA_AES_KEY_WRAP),
            row(RsaParameter.KeyWrapSetOaep.class).of(Ckm.KEY_WRAP_SET_OAEP),
            // DSA, section 6.2
            row(DsaParameter.ParameterGen.class)
                    .of(Ckm.DSA_PROBABILISTIC_PARAMETER_GEN, Ckm.DSA_SHAWE_TAYLOR_PARAMETER_GEN, Ckm.DSA_FIPS_G_GEN),
            // Elliptic curves, section 6.3
            row(None.class, EcParameter.EdDsa.class).of(Ckm.EDDSA),
            row(EcParameter.XEdDsa.class).of(Ckm.XEDDSA),
            row(EcParameter.Ecdh1Derive.class).of(Ckm.ECDH1_DERIVE, Ckm.ECDH1_COFACTOR_DERIVE),
            row(EcParameter.EcmqvDerive.class, EcParameter.Ecdh2Derive.class).of(Ckm.ECMQV_DERIVE),
            row(EcParameter.AesKeyWrap.class)
                    .of(Ckm.ECDH_AES_KEY_WRAP, Ckm.ECDH_COF_AES_KEY_WRAP, Ckm.ECDH_X_AES_KEY_WRAP),
            // Diffie-Hellman, sections 6.4 to 6.6; that of PKCS #3 takes the other party's public value
            row(Raw.class).of(Ckm.DH_PKCS_DERIVE),
            row(DhParameter.X942Dh1Derive.class).of(Ckm.X9_42_DH_DERIVE),
            row(DhParameter.X942Dh2Derive.class).of(Ckm.X9_42_DH_HYBRID_DERIVE),
            row(DhParameter.X942MqvDerive.class).of(Ckm.X9_42_MQV_DERIVE),
            row(RatchetParameter.X3dhInitiate.class).of(Ckm.X3DH_INITIALIZE),
            row(RatchetParameter.X3dhRespond.class).of(Ckm.X3DH_RESPOND),
            row(RatchetParameter.X2RatchetInitialize.class).of(Ckm.X2RATCHET_INITIALIZE),
            row(RatchetParameter.X2RatchetRespond.class).of(Ckm.X2RATCHET_RESPOND),
            // AES, sections 6.10 to 6.17
            row(AesParameter.Ctr.class).of(Ckm.AES_CTR),
            row(AesParameter.Gcm.class).of(Ckm.AES_GCM, Ckm.AES_GMAC),
            row(AesParameter.Ccm.class).of(Ckm.AES_CCM),
            row(AesParameter.CbcEncryptData.class).of(Ckm.AES_CBC_ENCRYPT_DATA),
            row(None.class, Raw.class)
                    .of(Ckm.AES_KEY_WRAP, Ckm.AES_KEY_WRAP_PAD, Ckm.AES_KEY_WRAP_KWP, Ckm.AES_KEY_WRAP_PKCS7),
            // Initialisation vectors
            row(Raw.class)
                    .of(
                            Ckm.AES_CBC,
                            Ckm.AES_CBC_PAD,
                            Ckm.AES_OFB,
                            Ckm.AES_CFB1,
                            Ckm.AES_CFB8,
                            Ckm.AES_CFB64,
                            Ckm.AES_CFB128,
                            Ckm.AES_CTS,
                            Ckm.AES_XTS,
                            Ckm.DES_CBC,
                            Ckm.DES_CBC_PAD,
                            Ckm.DES_OFB8,
                            Ckm.DES_OFB64,
                            Ckm.DES_CFB8,
                            Ckm.DES_CFB64,
                            Ckm.DES3_CBC,
                            Ckm.DES3_CBC_PAD,
                            Ckm.BLOWFISH_CBC,
                            Ckm.BLOWFISH_CBC_PAD,
                            Ckm.TWOFISH_CBC,
                            Ckm.TWOFISH_CBC_PAD,
                            Ckm.CAMELLIA_CBC,
                            Ckm.CAMELLIA_CBC_PAD,
                            Ckm.ARIA_CBC,
                            Ckm.ARIA_CBC_PAD,
                            Ckm.SEED_CBC,
                            Ckm.SEED_CBC_PAD,
                            Ckm.CDMF_CBC,
                            Ckm.CDMF_CBC_PAD,
                            Ckm.CAST_CBC,
                            Ckm.CAST_CBC_PAD,
                            Ckm.CAST3_CBC,
                            Ckm.CAST3_CBC_PAD,
                            Ckm.CAST128_CBC,
                            Ckm.CAST128_CBC_PAD,
                            Ckm.IDEA_CBC,
                            Ckm.IDEA_CBC_PAD,
                            Ckm.SKIPJACK_ECB64,
                            Ckm.SKIPJACK_CBC64,
                            Ckm.SKIPJACK_OFB64,
                            Ckm.SKIPJACK_CFB64,
                            Ckm.SKIPJACK_CFB32,
                            Ckm.SKIPJACK_CFB16,
                            Ckm.SKIPJACK_CFB8,
                            Ckm.BATON_CBC128,
                            Ckm.BATON_COUNTER,
                            Ckm.BATON_SHUFFLE,
                            Ckm.JUNIPER_CBC128,
                            Ckm.JUNIPER_COUNTER,
                            Ckm.JUNIPER_SHUFFLE),
            row(None.class, Raw.class)
                    .of(Ckm.GOST28147, Ckm.GOST28147_MAC, Ckm.GOST28147_KEY_WRAP, Ckm.GOSTR3410_WITH_GOSTR3411),
            // The other block and stream ciphers, sections 6.17 and 6.33 to 6.50
            row(CipherParameter.DesCbcEncryptData.class).of(Ckm.DES_CBC_ENCRYPT_DATA, Ckm.DES3_CBC_ENCRYPT_DATA),
            row(CipherParameter.CamelliaCtr.class).of(Ckm.CAMELLIA_CTR),
            row(CipherParameter.CamelliaCbcEncryptData.class).of(Ckm.CAMELLIA_CBC_ENCRYPT_DATA),
            row(CipherParameter.AriaCbcEncryptData.class).of(Ckm.ARIA_CBC_ENCRYPT_DATA),
            row(CipherParameter.SeedCbcEncryptData.class).of(Ckm.SEED_CBC_ENCRYPT_DATA),
            row(ChaChaParameter.ChaCha20.class).of(Ckm.CHACHA20),
            row(ChaChaParameter.Salsa20.class).of(Ckm.SALSA20),
            row(ChaChaParameter.Poly1305.class).of(Ckm.CHACHA20_POLY1305, Ckm.SALSA20_POLY1305),
            row(RivestParameter.Rc2Cbc.class).of(Ckm.RC2_CBC, Ckm.RC2_CBC_PAD),
            row(RivestParameter.Rc2MacGeneral.class).of(Ckm.RC2_MAC_GENERAL),
            row(RivestParameter.Rc5.class).of(Ckm.RC5_ECB, Ckm.RC5_MAC),
            row(RivestParameter.Rc5Cbc.class).of(Ckm.RC5_CBC, Ckm.RC5_CBC_PAD),
            row(RivestParameter.Rc5MacGeneral.class).of(Ckm.RC5_MAC_GENERAL),
            // CK_MAC_GENERAL_PARAMS: the length of a MAC in bytes; of SHA-512/t, that of the digest in bits
            row(ULong.class)
                    .of(
                            Ckm.SHA512_T,
                            Ckm.SHA_1_HMAC_GENERAL,
                            Ckm.SHA224_HMAC_GENERAL,
                            Ckm.SHA256_HMAC_GENERAL,
                            Ckm.SHA384_HMAC_GENERAL,
                            Ckm.SHA512_HMAC_GENERAL,
                            Ckm.SHA512_224_HMAC_GENERAL,
                            Ckm.SHA512_256_HMAC_GENERAL,
                            Ckm.SHA512_T_HMAC_GENERAL,
                            Ckm.SHA3_224_HMAC_GENERAL,
                            Ckm.SHA3_256_HMAC_GENERAL,
                            Ckm.SHA3_384_HMAC_GENERAL,
                            Ckm.SHA3_512_HMAC_GENERAL,
                            Ckm.BLAKE2B_160_HMAC_GENERAL,
                            Ckm.BLAKE2B_256_HMAC_GENERAL,
                            Ckm.BLAKE2B_384_HMAC_GENERAL,
                            Ckm.BLAKE2B_512_HMAC_GENERAL,
                            Ckm.MD2_HMAC_GENERAL,
                            Ckm.MD5_HMAC_GENERAL,
                            Ckm.RIPEMD128_HMAC_GENERAL,
                            Ckm.RIPEMD160_HMAC_GENERAL,
                            Ckm.AES_MAC_GENERAL,
                            Ckm.AES_CMAC_GENERAL,
                            Ckm.DES_MAC_GENERAL,
                            Ckm.DES3_MAC_GENERAL,
                            Ckm.DES3_CMAC_GENERAL,
                            Ckm.CAMELLIA_MAC_GENERAL,
                            Ckm.ARIA_MAC_GENERAL,
                            Ckm.SEED_MAC_GENERAL,
                            Ckm.CDMF_MAC_GENERAL,
                            Ckm.CAST_MAC_GENERAL,
                            Ckm.CAST3_MAC_GENERAL,
                            Ckm.CAST128_MAC_GENERAL,
                            Ckm.IDEA_MAC_GENERAL,
                            Ckm.SSL3_MD5_MAC,
                            Ckm.SSL3_SHA1_MAC),
            // Other numbers: a key's effective length, a key handle, a bit
            row(ULong.class).of(Ckm.RC2_ECB, Ckm.RC2_MAC, Ckm.CONCATENATE_BASE_AND_KEY, Ckm.EXTRACT_KEY_FROM_KEY),
            // Passwords, section 6.23
            row(PasswordParameter.Pbe.class)
                    .of(
                            Ckm.PBE_MD2_DES_CBC,
                            Ckm.PBE_MD5_DES_CBC,
                            Ckm.PBE_MD5_CAST_CBC,
                            Ckm.PBE_MD5_CAST3_CBC,
                            Ckm.PBE_MD5_CAST128_CBC,
                            Ckm.PBE_SHA1_CAST128_CBC,
                            Ckm.PBE_SHA1_RC4_128,
                            Ckm.PBE_SHA1_RC4_40,
                            Ckm.PBE_SHA1_DES3_EDE_CBC,
                            Ckm.PBE_SHA1_DES2_EDE_CBC,
                            Ckm.PBE_SHA1_RC2_128_CBC,
                            Ckm.PBE_SHA1_RC2_40_CBC,
                            Ckm.PBA_SHA1_WITH_SHA1_HMAC),
            row(PasswordParameter.Pbkdf2.class, PasswordParameter.Pbkdf2Legacy.class)
                    .of(Ckm.PKCS5_PBKD2),
            // SSL, TLS and WTLS, sections 6.25 to 6.27; the version of WTLS is one byte
            row(TlsParameter.ClientVersion.class).of(Ckm.SSL3_PRE_MASTER_KEY_GEN, Ckm.TLS_PRE_MASTER_KEY_GEN),
            row(TlsParameter.Ssl3MasterKeyDerive.class)
                    .of(
                            Ckm.SSL3_MASTER_KEY_DERIVE,
                            Ckm.SSL3_MASTER_KEY_DERIVE_DH,
                            Ckm.TLS_MASTER_KEY_DERIVE,
                            Ckm.TLS_MASTER_KEY_DERIVE_DH),
            row(TlsParameter.Ssl3KeyAndMacDerive.class).of(Ckm.SSL3_KEY_AND_MAC_DERIVE, Ckm.TLS_KEY_AND_MAC_DERIVE),
            row(TlsParameter.Tls12MasterKeyDerive.class)
                    .of(Ckm.TLS12_MASTER_KEY_DERIVE, Ckm.TLS12_MASTER_KEY_DERIVE_DH),
            row(TlsParameter.Tls12ExtendedMasterKeyDerive.class)
                    .of(Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE, Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE_DH),
            row(TlsParameter.Tls12KeyAndMacDerive.class, TlsParameter.Ssl3KeyAndMacDerive.class)
                    .of(Ckm.TLS12_KEY_AND_MAC_DERIVE, Ckm.TLS12_KEY_SAFE_DERIVE),
            row(TlsParameter.Kdf.class).of(Ckm.TLS_KDF, Ckm.TLS12_KDF),
            row(TlsParameter.Mac.class).of(Ckm.TLS_MAC, Ckm.TLS12_MAC),
            row(TlsParameter.Prf.class).of(Ckm.TLS_PRF),
            row(Raw.class).of(Ckm.WTLS_PRE_MASTER_KEY_GEN),
            row(WtlsParameter.MasterKeyDerive.class).of(Ckm.WTLS_MASTER_KEY_DERIVE, Ckm.WTLS_MASTER_KEY_DERIVE_DH_ECC),
            row(WtlsParameter.Prf.class).of(Ckm.WTLS_PRF),
            row(WtlsParameter.KeyAndMacDerive.class)
                    .of(Ckm.WTLS_SERVER_KEY_AND_MAC_DERIVE, Ckm.WTLS_CLIENT_KEY_AND_MAC_DERIVE),
            // Key derivation, sections 6.17, 6.28, 6.29, 6.51 and 6.53
            row(KdfParameter.Kdf.class).of(Ckm.SP800_108_COUNTER_KDF, Ckm.SP800_108_DOUBLE_PIPELINE_KDF),
            row(KdfParameter.FeedbackKdf.class).of(Ckm.SP800_108_FEEDBACK_KDF),
            row(DerivationParameter.StringData.class)
                    .of(
                            Ckm.CONCATENATE_BASE_AND_DATA,
                            Ckm.CONCATENATE_DATA_AND_BASE,
                            Ckm.XOR_BASE_AND_DATA,
                            Ckm.DES_ECB_ENCRYPT_DATA,
                            Ckm.DES3_ECB_ENCRYPT_DATA,
                            Ckm.AES_ECB_ENCRYPT_DATA,
                            Ckm.CAMELLIA_ECB_ENCRYPT_DATA,
                            Ckm.ARIA_ECB_ENCRYPT_DATA,
                            Ckm.SEED_ECB_ENCRYPT_DATA),
            row(DerivationParameter.Hkdf.class).of(Ckm.HKDF_DERIVE, Ckm.HKDF_DATA),
            row(IkeParameter.Ike2PrfPlusDerive.class).of(Ckm.IKE2_PRF_PLUS_DERIVE),
            row(IkeParameter.IkePrfDerive.class).of(Ckm.IKE_PRF_DERIVE),
            row(IkeParameter.Ike1PrfDerive.class).of(Ckm.IKE1_PRF_DERIVE),
            row(IkeParameter.Ike1ExtendedDerive.class).of(Ckm.IKE1_EXTENDED_DERIVE),
            // The rest, sections 6.30, 6.39 to 6.43, 6.46, 6.56 and 6.58, and what only the header has
            row(CmsParameter.Signature.class).of(Ckm.CMS_SIG),
            row(OtpParameter.Entries.class).of(Ckm.SECURID, Ckm.HOTP, Ckm.ACTI),
            row(KipParameter.Kip.class).of(Ckm.KIP_DERIVE, Ckm.KIP_WRAP, Ckm.KIP_MAC),
            row(GostParameter.KeyWrap.class).of(Ckm.GOSTR3410_KEY_WRAP),
            row(GostParameter.Derive.class).of(Ckm.GOSTR3410_DERIVE),
            row(None.class, SignatureParameter.Context.class)
                    .of(
                            Ckm.ML_DSA,
                            Ckm.HASH_ML_DSA_SHA224,
                            Ckm.HASH_ML_DSA_SHA256,
                            Ckm.HASH_ML_DSA_SHA384,
                            Ckm.HASH_ML_DSA_SHA512,
                            Ckm.HASH_ML_DSA_SHA3_224,
                            Ckm.HASH_ML_DSA_SHA3_256,
                            Ckm.HASH_ML_DSA_SHA3_384,
                            Ckm.HASH_ML_DSA_SHA3_512,
                            Ckm.HASH_ML_DSA_SHAKE128,
                            Ckm.HASH_ML_DSA_SHAKE256,
                            Ckm.SLH_DSA,
                            Ckm.HASH_SLH_DSA_SHA224,
                            Ckm.HASH_SLH_DSA_SHA256,
                            Ckm.HASH_SLH_DSA_SHA384,
                            Ckm.HASH_SLH_DSA_SHA512,
                            Ckm.HASH_SLH_DSA_SHA3_224,
                            Ckm.HASH_SLH_DSA_SHA3_256,
                            Ckm.HASH_SLH_DSA_SHA3_384,
                            Ckm.HASH_SLH_DSA_SHA3_512,
                            Ckm.HASH_SLH_DSA_SHAKE128,
                            Ckm.HASH_SLH_DSA_SHAKE256),
            row(SignatureParameter.HashContext.class).of(Ckm.HASH_ML_DSA, Ckm.HASH_SLH_DSA),
            row(FortezzaParameter.KeaDerive.class).of(Ckm.KEA_DERIVE, Ckm.KEA_KEY_DERIVE),
            row(FortezzaParameter.SkipjackPrivateWrap.class).of(Ckm.SKIPJACK_PRIVATE_WRAP),
            row(FortezzaParameter.SkipjackRelayX.class).of(Ckm.SKIPJACK_RELAYX));

    /// The functions for messages and for authenticated wrapping, sections 6.13 and 6.50.
    private static final Map<Long, List<Class<? extends Parameter>>> OF_MESSAGES = table(
            row(AesParameter.GcmMessage.class).of(Ckm.AES_GCM),
            row(AesParameter.CcmMessage.class).of(Ckm.AES_CCM),
            row(ChaChaParameter.Poly1305Message.class).of(Ckm.CHACHA20_POLY1305, Ckm.SALSA20_POLY1305));

    /// C_WrapKey and C_UnwrapKey, sections 6.13.3 and 6.13.5.
    private static final Map<Long, List<Class<? extends Parameter>>> OF_WRAPPING = table(
            row(AesParameter.GcmWrap.class, AesParameter.Gcm.class).of(Ckm.AES_GCM),
            row(AesParameter.CcmWrap.class, AesParameter.Ccm.class).of(Ckm.AES_CCM));

    private static final Set<Function> MESSAGES = Set.of(
            Function.MESSAGE_ENCRYPT_INIT,
            Function.ENCRYPT_MESSAGE,
            Function.ENCRYPT_MESSAGE_BEGIN,
            Function.ENCRYPT_MESSAGE_NEXT,
            Function.MESSAGE_DECRYPT_INIT,
            Function.DECRYPT_MESSAGE,
            Function.DECRYPT_MESSAGE_BEGIN,
            Function.DECRYPT_MESSAGE_NEXT,
            Function.WRAP_KEY_AUTHENTICATED,
            Function.UNWRAP_KEY_AUTHENTICATED);

    private ParameterTypes() {}

    /// {@return the types that the parameter of a mechanism may have in a function; none for mechanisms without a
    /// parameter and for unknown ones}
    public static List<Class<? extends Parameter>> of(long mechanism, Function function) {
        if (MESSAGES.contains(function) && OF_MESSAGES.containsKey(mechanism)) {
            return OF_MESSAGES.get(mechanism);
        }
        boolean wraps = function == Function.WRAP_KEY || function == Function.UNWRAP_KEY;
        return wraps && OF_WRAPPING.containsKey(mechanism) ? OF_WRAPPING.get(mechanism) : of(mechanism);
    }

    /// {@return the types that the parameter of a mechanism may have in most functions; see [#of(long, Function)]}
    public static List<Class<? extends Parameter>> of(long mechanism) {
        return BY_MECHANISM.getOrDefault(mechanism, List.of());
    }

    /// {@return the types that a value may have whose meaning the number before it tells}
    ///
    /// @param structure the structure that both are in: [KdfParameter.PrfData] or [OtpParameter.Entry]
    /// @param type the number, `CK_SP800_108_…` or `CK_OTP_…`
    public static List<Class<? extends Parameter>> within(Class<?> structure, long type) {
        if (structure == KdfParameter.PrfData.class) {
            return prfData(type);
        }
        boolean isNumber = structure == OtpParameter.Entry.class
                && (type == Ck.OTP_FLAGS || type == Ck.OTP_OUTPUT_LENGTH || type == Ck.OTP_OUTPUT_FORMAT);
        return isNumber ? List.of(ULong.class) : List.of(Raw.class);
    }

    private static List<Class<? extends Parameter>> prfData(long type) {
        if (type == Ck.SP800_108_ITERATION_VARIABLE || type == Ck.SP800_108_COUNTER) {
            return List.of(KdfParameter.CounterFormat.class);
        } else if (type == Ck.SP800_108_DKM_LENGTH) {
            return List.of(KdfParameter.DkmLengthFormat.class);
        }
        return type == Ck.SP800_108_KEY_HANDLE ? List.of(ULong.class) : List.of(Raw.class);
    }

    private static Types row(Class<? extends Parameter> type) {
        return new Types(List.of(type));
    }

    private static Types row(Class<? extends Parameter> meant, Class<? extends Parameter> also) {
        return new Types(List.of(meant, also));
    }

    private static Map<Long, List<Class<? extends Parameter>>> table(Row... rows) {
        Map<Long, List<Class<? extends Parameter>>> table = new HashMap<>();
        for (Row row : rows) {
            for (long mechanism : row.mechanisms()) {
                if (table.putIfAbsent(mechanism, row.types()) != null) {
                    throw new IllegalStateException("mechanism " + mechanism + " is in two rows");
                }
            }
        }
        return Map.copyOf(table);
    }

    private record Types(List<Class<? extends Parameter>> types) {
        Row of(long... mechanisms) {
            return new Row(types, Arrays.stream(mechanisms).boxed().toList());
        }
    }

    private record Row(List<Class<? extends Parameter>> types, List<Long> mechanisms) {}
}
