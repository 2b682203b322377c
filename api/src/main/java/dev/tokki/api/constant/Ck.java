package dev.tokki.api.constant;

/// Values without a prefix of their own, PKCS#11 v3.2, section 3.
///
/// The specification's name of `Ck.X` is `CK_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ck {
    public static final long CERTIFICATE_CATEGORY_UNSPECIFIED = 0x00000000L;
    public static final long EFFECTIVELY_INFINITE = 0x00000000L;
    public static final long FALSE = 0x00000000L;
    public static final long INVALID_HANDLE = 0x00000000L;
    public static final long OTP_FORMAT_DECIMAL = 0x00000000L;
    public static final long OTP_PARAM_IGNORED = 0x00000000L;
    public static final long OTP_VALUE = 0x00000000L;
    public static final long SECURITY_DOMAIN_UNSPECIFIED = 0x00000000L;
    public static final long CERTIFICATE_CATEGORY_TOKEN_USER = 0x00000001L;
    public static final long OTP_FORMAT_HEXADECIMAL = 0x00000001L;
    public static final long OTP_PARAM_OPTIONAL = 0x00000001L;
    public static final long OTP_PIN = 0x00000001L;
    public static final long SECURITY_DOMAIN_MANUFACTURER = 0x00000001L;
    public static final long SP800_108_DKM_LENGTH_SUM_OF_KEYS = 0x00000001L;
    public static final long SP800_108_ITERATION_VARIABLE = 0x00000001L;
    public static final long TRUE = 0x00000001L;
    public static final long CERTIFICATE_CATEGORY_AUTHORITY = 0x00000002L;
    public static final long OTP_CHALLENGE = 0x00000002L;
    public static final long OTP_FORMAT_ALPHANUMERIC = 0x00000002L;
    public static final long OTP_PARAM_MANDATORY = 0x00000002L;
    public static final long SECURITY_DOMAIN_OPERATOR = 0x00000002L;
    public static final long SP800_108_DKM_LENGTH_SUM_OF_SEGMENTS = 0x00000002L;
    public static final long SP800_108_OPTIONAL_COUNTER = 0x00000002L;
    public static final long CERTIFICATE_CATEGORY_OTHER_ENTITY = 0x00000003L;
    public static final long OTP_FORMAT_BINARY = 0x00000003L;
    public static final long OTP_TIME = 0x00000003L;
    public static final long SECURITY_DOMAIN_THIRD_PARTY = 0x00000003L;
    public static final long SP800_108_DKM_LENGTH = 0x00000003L;
    public static final long OTP_COUNTER = 0x00000004L;
    public static final long SP800_108_BYTE_ARRAY = 0x00000004L;
    public static final long OTP_FLAGS = 0x00000005L;
    public static final long SP800_108_KEY_HANDLE = 0x00000005L;
    public static final long OTP_OUTPUT_LENGTH = 0x00000006L;
    public static final long OTP_OUTPUT_FORMAT = 0x00000007L;
    public static final long UNAVAILABLE_INFORMATION = 0xFFFFFFFFFFFFFFFFL;

    /// Another name of {@link #SP800_108_OPTIONAL_COUNTER}.
    @Alias
    public static final long SP800_108_COUNTER = SP800_108_OPTIONAL_COUNTER;

    private Ck() {}
}
