package dev.tokki.api;

import dev.tokki.api.constant.Cka;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The kind of value each attribute has in C, from the attribute tables of sections 4 and 6.
///
/// `CKA_VALUE` is bytes here: in most tables it is a byte array, in those of discrete logarithms a big integer.
public enum AttributeKind {
    /// `CK_BBOOL`, one byte.
    BOOL(
            Cka.TOKEN,
            Cka.PRIVATE,
            Cka.MODIFIABLE,
            Cka.COPYABLE,
            Cka.DESTROYABLE,
            Cka.TRUSTED,
            Cka.DERIVE,
            Cka.LOCAL,
            Cka.ENCRYPT,
            Cka.VERIFY,
            Cka.VERIFY_RECOVER,
            Cka.WRAP,
            Cka.ENCAPSULATE,
            Cka.SENSITIVE,
            Cka.DECRYPT,
            Cka.SIGN,
            Cka.SIGN_RECOVER,
            Cka.UNWRAP,
            Cka.DECAPSULATE,
            Cka.EXTRACTABLE,
            Cka.ALWAYS_SENSITIVE,
            Cka.NEVER_EXTRACTABLE,
            Cka.WRAP_WITH_TRUSTED,
            Cka.ALWAYS_AUTHENTICATE,
            Cka.OTP_USER_FRIENDLY_MODE,
            Cka.X2RATCHET_BOBS1STMSG,
            Cka.X2RATCHET_ISALICE,
            Cka.RESET_ON_INIT,
            Cka.HAS_RESET,
            Cka.COLOR,
            Cka.SECONDARY_AUTH),
    /// `CK_ULONG` and its kin.
    ULONG(
            Cka.CLASS,
            Cka.CERTIFICATE_TYPE,
            Cka.CERTIFICATE_CATEGORY,
            Cka.JAVA_MIDP_SECURITY_DOMAIN,
            Cka.NAME_HASH_ALGORITHM,
            Cka.TRUST_SERVER_AUTH,
            Cka.TRUST_CLIENT_AUTH,
            Cka.TRUST_CODE_SIGNING,
            Cka.TRUST_EMAIL_PROTECTION,
            Cka.TRUST_IPSEC_IKE,
            Cka.TRUST_TIME_STAMPING,
            Cka.TRUST_OCSP_SIGNING,
            Cka.KEY_TYPE,
            Cka.KEY_GEN_MECHANISM,
            Cka.OBJECT_VALIDATION_FLAGS,
            Cka.OTP_FORMAT,
            Cka.OTP_LENGTH,
            Cka.OTP_CHALLENGE_REQUIREMENT,
            Cka.OTP_TIME_REQUIREMENT,
            Cka.OTP_COUNTER_REQUIREMENT,
            Cka.OTP_PIN_REQUIREMENT,
            Cka.VALUE_LEN,
            Cka.MECHANISM_TYPE,
            Cka.PROFILE_ID,
            Cka.VALIDATION_TYPE,
            Cka.VALIDATION_LEVEL,
            Cka.VALIDATION_FLAG,
            Cka.VALIDATION_AUTHORITY_TYPE,
            Cka.MODULUS_BITS,
            Cka.PRIME_BITS,
            Cka.VALUE_BITS,
            Cka.SUBPRIME_BITS,
            Cka.X2RATCHET_NS,
            Cka.X2RATCHET_NR,
            Cka.X2RATCHET_PNS,
            Cka.X2RATCHET_BAGSIZE,
            Cka.OTP_TIME_INTERVAL,
            Cka.HSS_LEVELS,
            Cka.HSS_LMS_TYPE,
            Cka.HSS_LMOTS_TYPE,
            Cka.HSS_KEYS_REMAINING,
            Cka.PARAMETER_SET,
            Cka.HW_FEATURE_TYPE,
            Cka.PIXEL_X,
            Cka.PIXEL_Y,
            Cka.RESOLUTION,
            Cka.CHAR_ROWS,
            Cka.CHAR_COLUMNS,
            Cka.BITS_PER_PIXEL,
            Cka.AUTH_PIN_FLAGS),
    /// An array of `CK_ULONG`.
    ULONG_ARRAY(Cka.ALLOWED_MECHANISMS, Cka.HSS_LMS_TYPES, Cka.HSS_LMOTS_TYPES),
    /// An array of attributes.
    TEMPLATE(
            Cka.WRAP_TEMPLATE,
            Cka.ENCAPSULATE_TEMPLATE,
            Cka.UNWRAP_TEMPLATE,
            Cka.DECAPSULATE_TEMPLATE,
            Cka.DERIVE_TEMPLATE),
    /// UTF-8 text without a terminating zero.
    TEXT(
            Cka.UNIQUE_ID,
            Cka.LABEL,
            Cka.APPLICATION,
            Cka.URL,
            Cka.OTP_TIME,
            Cka.OTP_USER_IDENTIFIER,
            Cka.OTP_SERVICE_IDENTIFIER,
            Cka.OTP_SERVICE_LOGO_TYPE,
            Cka.VALIDATION_MODULE_ID,
            Cka.VALIDATION_COUNTRY,
            Cka.VALIDATION_CERTIFICATE_IDENTIFIER,
            Cka.VALIDATION_CERTIFICATE_URI,
            Cka.VALIDATION_VENDOR_URI,
            Cka.VALIDATION_PROFILE,
            Cka.CHAR_SETS,
            Cka.ENCODING_METHODS,
            Cka.MIME_TYPES),
    /// `CK_DATE`, eight digits, or empty.
    DATE(Cka.START_DATE, Cka.END_DATE),
    /// An unsigned integer, most significant byte first.
    BIG_INTEGER(
            Cka.MODULUS,
            Cka.PUBLIC_EXPONENT,
            Cka.PRIVATE_EXPONENT,
            Cka.PRIME_1,
            Cka.PRIME_2,
            Cka.EXPONENT_1,
            Cka.EXPONENT_2,
            Cka.COEFFICIENT,
            Cka.PRIME,
            Cka.SUBPRIME,
            Cka.BASE),
    /// Bytes of any meaning; also what is assumed of attributes not known here, a vendor's for example.
    BYTES();

    private static final Map<Long, AttributeKind> BY_TYPE = byType();

    private final long[] types;

    AttributeKind(long... types) {
        this.types = types;
    }

    /// {@return the kind of an attribute of type `type`, one of [Cka]}
    public static AttributeKind of(long type) {
        return BY_TYPE.getOrDefault(type, BYTES);
    }

    private static Map<Long, AttributeKind> byType() {
        Map<Long, AttributeKind> kinds = new HashMap<>();
        for (AttributeKind kind : values()) {
            Arrays.stream(kind.types).forEach(type -> kinds.put(type, kind));
        }
        return kinds;
    }
}
