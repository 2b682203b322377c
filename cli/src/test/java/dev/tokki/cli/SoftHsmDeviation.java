package dev.tokki.cli;

import dev.tokki.trace.replay.Difference;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where SoftHSM 2.6.1 departs from the specification, or reads it otherwise, in what ordinary programs do; each is
/// known from the conformance suite's record of SoftHSM or from docs/readings.md.
enum SoftHsmDeviation {
    VERSION_2_40("5.4.3", "It is of version 2.40.", "C_GetInfo: cryptokiVersion: 2\\.40 / 3\\.2"),
    NO_UNIQUE_ID(
            "4.4.1",
            "CKA_UNIQUE_ID came with 3.0.",
            "C_GetAttributeValue CKA_UNIQUE_ID: return value: CKR_ATTRIBUTE_TYPE_INVALID / CKR_OK"),
    NO_FUNCTIONS_OF_3_0(
            "5.6.11",
            "Functions of 3.0 are not in its table.",
            "C_(SessionCancel|LoginUser|Message\\w+): return value: CKR_FUNCTION_NOT_SUPPORTED / CKR_OK"),
    BLANK_TOKEN_HAS_A_LOCKED_SO(
            "5.5.3",
            "A token that nobody has initialised says that its SO's PIN is locked and to be changed.",
            "C_GetTokenInfo: flags: CKF_LOGIN_REQUIRED\\|CKF_SO_PIN_LOCKED\\|CKF_SO_PIN_TO_BE_CHANGED / CKF_LOGIN_REQUIRED"),
    ABSENT_ARRAYS_ARE_EMPTY(
            "4.9.2",
            "Array attributes that nobody gave are there with length 0 (docs/readings.md).",
            "C_GetAttributeValue CKA_ALLOWED_MECHANISMS: return value: CKR_OK / CKR_ATTRIBUTE_TYPE_INVALID"),
    USES_BY_DEFAULT_OF_EVERY_KEY(
            "4.8.1",
            "Keys may encrypt, decrypt, wrap and unwrap unless the template says no, also EC keys, which cannot.",
            "C_GetAttributeValue (CKA_(EN|DE)CRYPT|CKA_(UN)?WRAP): \\1: CK_TRUE / CK_FALSE"),
    OTHER_DEFAULTS(
            "4.7.1",
            "Keys are by default not sensitive, and none is extractable; the specification leaves both to the token.",
            "C_GetAttributeValue .*: CKA_(SENSITIVE|EXTRACTABLE): CK_FALSE / CK_TRUE"),
    DERIVED_SECRETS_STAY(
            "4.7.1",
            "The value of a secret that was derived without a word on CKA_EXTRACTABLE cannot be read.",
            "C_GetAttributeValue CKA_VALUE: return value: CKR_ATTRIBUTE_SENSITIVE / CKR_OK"),
    UNWRAPPED_KEYS_HAVE_NO_LENGTH(
            "6.13.2",
            "CKA_VALUE_LEN of an unwrapped key is 0.",
            "C_GetAttributeValue CKA_VALUE_LEN: CKA_VALUE_LEN: 0 / (16|32)"),
    OAEP_WITH_SHA_1_ONLY(
            "6.1.8",
            "OAEP with any hash but SHA-1, or with a label, is CKR_ARGUMENTS_BAD.",
            "C_(En|De)cryptInit CKM_RSA_PKCS_OAEP: return value: CKR_ARGUMENTS_BAD / CKR_OK"),
    OPERATIONS_CANNOT_BE_ENDED(
            "5.1.2",
            "An operation outlives its error, and there is no C_SessionCancel; the next one is CKR_OPERATION_ACTIVE.",
            "C_(Sign|Verify|Encrypt|Decrypt|Digest)Init \\w+: return value: CKR_OPERATION_ACTIVE / CKR_OK"),
    LONG_HMAC_KEYS_ONLY(
            "6.28.3",
            "HMAC keys shorter than the digest are CKR_KEY_SIZE_RANGE.",
            "C_(Sign|Verify)Init CKM_SHA\\w+_HMAC: return value: CKR_KEY_SIZE_RANGE / CKR_OK");

    private final String section;
    private final String what;
    private final Pattern line;

    /// @param section of the specification's text
    /// @param line the whole line of a difference, without its number and section
    SoftHsmDeviation(String section, String what, String line) {
        this.section = section;
        this.what = what;
        this.line = Pattern.compile("\\d+: " + line + " \\(section [0-9.]+\\)");
    }

    /// {@return the deviation that explains a difference}
    static Optional<SoftHsmDeviation> of(Difference difference) {
        return Arrays.stream(values())
                .filter(each -> each.line.matcher(difference.line()).matches())
                .findFirst();
    }

    @Override
    public String toString() {
        return name() + " (section " + section + "): " + what;
    }
}
