package dev.tokki.api.constant;

/// Bit flags; the same bit means different things in different structures, PKCS#11 v3.2, section 3.
///
/// The specification's name of `Ckf.X` is `CKF_X`. Values beyond these, a vendor's too, are legal and pass through
/// unharmed.
public final class Ckf {
    public static final long DONT_BLOCK = 0x00000001L;
    public static final long END_OF_MESSAGE = 0x00000001L;
    public static final long HKDF_SALT_NULL = 0x00000001L;
    public static final long HW = 0x00000001L;
    public static final long INTERFACE_FORK_SAFE = 0x00000001L;
    public static final long LIBRARY_CANT_CREATE_OS_THREADS = 0x00000001L;
    public static final long NEXT_OTP = 0x00000001L;
    public static final long RNG = 0x00000001L;
    public static final long TOKEN_PRESENT = 0x00000001L;
    public static final long EXCLUDE_TIME = 0x00000002L;
    public static final long HKDF_SALT_DATA = 0x00000002L;
    public static final long MESSAGE_ENCRYPT = 0x00000002L;
    public static final long OS_LOCKING_OK = 0x00000002L;
    public static final long REMOVABLE_DEVICE = 0x00000002L;
    public static final long RW_SESSION = 0x00000002L;
    public static final long WRITE_PROTECTED = 0x00000002L;
    public static final long EXCLUDE_COUNTER = 0x00000004L;
    public static final long HKDF_SALT_KEY = 0x00000004L;
    public static final long HW_SLOT = 0x00000004L;
    public static final long LOGIN_REQUIRED = 0x00000004L;
    public static final long MESSAGE_DECRYPT = 0x00000004L;
    public static final long SERIAL_SESSION = 0x00000004L;
    public static final long ASYNC_SESSION = 0x00000008L;
    public static final long EXCLUDE_CHALLENGE = 0x00000008L;
    public static final long MESSAGE_SIGN = 0x00000008L;
    public static final long USER_PIN_INITIALIZED = 0x00000008L;
    public static final long EXCLUDE_PIN = 0x00000010L;
    public static final long MESSAGE_VERIFY = 0x00000010L;
    public static final long MULTI_MESSAGE = 0x00000020L;
    public static final long RESTORE_KEY_NOT_NEEDED = 0x00000020L;
    public static final long USER_FRIENDLY_OTP = 0x00000020L;
    public static final long CLOCK_ON_TOKEN = 0x00000040L;
    public static final long FIND_OBJECTS = 0x00000040L;
    public static final long ENCRYPT = 0x00000100L;
    public static final long PROTECTED_AUTHENTICATION_PATH = 0x00000100L;
    public static final long DECRYPT = 0x00000200L;
    public static final long DUAL_CRYPTO_OPERATIONS = 0x00000200L;
    public static final long DIGEST = 0x00000400L;
    public static final long TOKEN_INITIALIZED = 0x00000400L;
    public static final long SECONDARY_AUTHENTICATION = 0x00000800L;
    public static final long SIGN = 0x00000800L;
    public static final long SIGN_RECOVER = 0x00001000L;
    public static final long VERIFY = 0x00002000L;
    public static final long VERIFY_RECOVER = 0x00004000L;
    public static final long GENERATE = 0x00008000L;
    public static final long GENERATE_KEY_PAIR = 0x00010000L;
    public static final long USER_PIN_COUNT_LOW = 0x00010000L;
    public static final long USER_PIN_FINAL_TRY = 0x00020000L;
    public static final long WRAP = 0x00020000L;
    public static final long UNWRAP = 0x00040000L;
    public static final long USER_PIN_LOCKED = 0x00040000L;
    public static final long DERIVE = 0x00080000L;
    public static final long USER_PIN_TO_BE_CHANGED = 0x00080000L;
    public static final long EC_F_P = 0x00100000L;
    public static final long SO_PIN_COUNT_LOW = 0x00100000L;
    public static final long EC_F_2M = 0x00200000L;
    public static final long SO_PIN_FINAL_TRY = 0x00200000L;
    public static final long EC_ECPARAMETERS = 0x00400000L;
    public static final long SO_PIN_LOCKED = 0x00400000L;
    public static final long EC_OID = 0x00800000L;
    public static final long SO_PIN_TO_BE_CHANGED = 0x00800000L;
    public static final long EC_UNCOMPRESS = 0x01000000L;
    public static final long ERROR_STATE = 0x01000000L;
    public static final long EC_COMPRESS = 0x02000000L;
    public static final long SEED_RANDOM_REQUIRED = 0x02000000L;
    public static final long ASYNC_SESSION_SUPPORTED = 0x04000000L;
    public static final long EC_CURVENAME = 0x04000000L;
    public static final long ENCAPSULATE = 0x10000000L;
    public static final long DECAPSULATE = 0x20000000L;
    public static final long ARRAY_ATTRIBUTE = 0x40000000L;
    public static final long EXTENSION = 0x80000000L;

    /// Another name of {@link #MULTI_MESSAGE}.
    @Alias
    public static final long MULTI_MESSGE = MULTI_MESSAGE;

    /// Another name of {@link #EC_OID}.
    @Alias
    public static final long EC_NAMEDCURVE = EC_OID;

    private Ckf() {}
}
