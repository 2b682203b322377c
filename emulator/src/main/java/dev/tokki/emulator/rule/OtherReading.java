package dev.tokki.emulator.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where the specification can be read in two ways, or widely used modules differ from it: the reading that is
/// not Tokki's, for programs that count on it. None is on unless a token's policy says so; `docs/readings.md`
/// lists them.
public enum OtherReading {
    /// Logging out twice is fine.
    LOGOUT_WITHOUT_LOGIN(
            "5.6.10", "C_Logout when nobody is logged in", "CKR_USER_NOT_LOGGED_IN", "CKR_OK", "SoftHSM: CKR_OK"),
    /// Operations with private keys go on after C_Logout.
    OPERATIONS_SURVIVE_LOGOUT(
            "5.6.10",
            "An operation with a private key in progress at C_Logout",
            "It ends: the handle of its key is void",
            "It goes on with the key it has",
            "SoftHSM, NSS, Kryoptic, wolfPKCS11: it goes on"),
    /// Points of Weierstrass curves are told as bare octets.
    EC_POINT_RAW(
            "6.3.3",
            "CKA_EC_POINT of a CKK_EC key that the token makes",
            "A DER octet string around the point",
            "The bare point",
            "some old modules: bare; every form is taken"),
    /// Public keys of Edwards and Montgomery curves are told in DER octet strings.
    EDWARDS_POINT_IN_DER(
            "6.3.5",
            "CKA_EC_POINT of a CKK_EC_EDWARDS or CKK_EC_MONTGOMERY key that the token makes",
            "The bare public key",
            "A DER octet string around it",
            "SoftHSM: in DER; every form is taken"),
    /// An empty list of allowed mechanisms allows none.
    EMPTY_ALLOWED_MECHANISMS_FORBID(
            "4.9.2",
            "A key whose CKA_ALLOWED_MECHANISMS is empty",
            "Every mechanism is allowed, as without the attribute",
            "No mechanism is allowed",
            "SoftHSM: all allowed"),
    /// An attribute may not be repeated, not even with the same value.
    DUPLICATES_REFUSED(
            "4.1.1",
            "An attribute twice in a template with the same value",
            "As if given once",
            "CKR_TEMPLATE_INCONSISTENT",
            "Kryoptic: refused"),
    /// Of two values of one attribute the last counts.
    LAST_DUPLICATE_COUNTS(
            "4.1.1",
            "An attribute twice in a template with two values",
            "CKR_TEMPLATE_INCONSISTENT",
            "The last one counts",
            "SoftHSM, NSS: accepted"),
    /// Secret keys are sensitive unless their template says otherwise.
    SECRET_KEYS_SENSITIVE(
            "4.12",
            "CKA_SENSITIVE of a secret key that nobody gives",
            "CK_FALSE, as the table says",
            "CK_TRUE",
            "SoftHSM: CK_TRUE"),
    /// Keys are unextractable unless their template says otherwise.
    KEYS_UNEXTRACTABLE(
            "4.12",
            "CKA_EXTRACTABLE that nobody gives",
            "CK_TRUE for secret and unwrapped keys, CK_FALSE for private keys",
            "CK_FALSE",
            "SoftHSM: CK_FALSE"),
    /// Keys are for nothing unless their template says otherwise.
    NO_USE_UNLESS_SAID(
            "4.9.2",
            "CKA_ENCRYPT, CKA_SIGN and their kin that nobody gives",
            "CK_TRUE for what keys of the type can do",
            "CK_FALSE",
            "Kryoptic: CK_FALSE"),
    /// All objects are public unless their template says otherwise.
    PUBLIC_UNLESS_SAID(
            "4.5",
            "CKA_PRIVATE that nobody gives",
            "CK_TRUE for private, secret and OTP keys",
            "CK_FALSE for everything",
            "NSS: CK_FALSE"),
    /// All objects but public keys and certificates are private unless their template says otherwise.
    DATA_PRIVATE_UNLESS_SAID(
            "4.5", "CKA_PRIVATE of a data object that nobody gives", "CK_FALSE", "CK_TRUE", "SoftHSM: CK_TRUE"),
    /// Text may be any bytes.
    ANY_BYTES_AS_TEXT(
            "3.4.1",
            "CKA_LABEL and other texts that are no UTF-8",
            "CKR_ATTRIBUTE_VALUE_INVALID",
            "Kept as they are",
            "SoftHSM, NSS, Kryoptic, opencryptoki: kept"),
    /// Dates may be any eight bytes.
    ANY_BYTES_AS_DATE(
            "3.4.9",
            "CKA_START_DATE and CKA_END_DATE that are no dates of the calendar",
            "CKR_ATTRIBUTE_VALUE_INVALID",
            "Kept as they are",
            "all other modules: kept"),
    /// Any numbers are taken for keys and domain parameters of DSA and Diffie-Hellman.
    ANY_NUMBERS_AS_GROUP(
            "6.2.2",
            "Keys and domain parameters of DSA and Diffie-Hellman whose numbers cannot be such: no prime, a base or a"
                    + " public value of another order",
            "CKR_DOMAIN_PARAMS_INVALID, and CKR_ATTRIBUTE_VALUE_INVALID for the value",
            "Kept as they are; what uses them may refuse them",
            "SoftHSM: kept"),
    /// Array attributes that nobody gave are there and empty.
    ABSENT_ARRAYS_ARE_EMPTY(
            "4.9.2",
            "CKA_ALLOWED_MECHANISMS and the template attributes that nobody gave",
            "The object does not have them: CKR_ATTRIBUTE_TYPE_INVALID",
            "They are there with length 0",
            "SoftHSM, opencryptoki: length 0"),
    /// The size of an object is not told.
    OBJECT_SIZE_UNKNOWN(
            "5.7.4",
            "C_GetObjectSize",
            "The bytes of the object's encoded attributes",
            "CK_UNAVAILABLE_INFORMATION",
            "SoftHSM, wolfPKCS11: unavailable"),
    /// A key that does not match the wrapping key's template is not wrappable.
    WRAP_TEMPLATE_NOT_WRAPPABLE(
            "5.18.3",
            "A key that does not match CKA_WRAP_TEMPLATE",
            "CKR_KEY_HANDLE_INVALID",
            "CKR_KEY_NOT_WRAPPABLE",
            "SoftHSM: CKR_KEY_NOT_WRAPPABLE"),
    /// A private object has no public copy.
    NO_PUBLIC_COPY_OF_PRIVATE(
            "4.1.3",
            "CKA_PRIVATE from CK_TRUE to CK_FALSE in a copy",
            "Allowed: one of the attributes that copying may change",
            "CKR_TEMPLATE_INCONSISTENT",
            "SoftHSM: CKR_TEMPLATE_INCONSISTENT"),
    /// Objects built into the token are found by every search that they match.
    BUILT_IN_OBJECTS_IN_EVERY_SEARCH(
            "5.7.7",
            "A search whose template does not name the class of built-in objects",
            "Does not find them, as v2.40 said of hardware features, so that programs meet only what they know",
            "Finds them if they match",
            "Kryoptic, opencryptoki: found"),
    /// Slots that come and go are seen at once.
    SLOT_CHANGES_AT_ONCE(
            "5.5.1",
            "A slot added or removed since the last C_GetSlotList with NULL_PTR",
            "Not seen yet",
            "Seen at once",
            "NSS: at once"),
    /// A session does one thing at a time.
    ONE_OPERATION_AT_A_TIME(
            "5.8.1",
            "A second operation of another kind in a session",
            "Both go on, one of each kind",
            "CKR_OPERATION_ACTIVE",
            "SoftHSM: CKR_OPERATION_ACTIVE"),
    /// There is no cancelling by a mechanism that is NULL_PTR, as before v3.0.
    NULL_MECHANISM_REFUSED(
            "5.8.1",
            "NULL_PTR for the mechanism of C_EncryptInit and its kin",
            "The operation in progress is cancelled",
            "CKR_ARGUMENTS_BAD",
            "SoftHSM, wolfPKCS11: CKR_ARGUMENTS_BAD"),
    /// Bad arguments are no error of the operation.
    BAD_ARGUMENTS_KEEP_OPERATION(
            "5.8.2",
            "An operation in progress whose next function returns CKR_ARGUMENTS_BAD",
            "It ends, as with every error but CKR_BUFFER_TOO_SMALL",
            "It goes on",
            "SoftHSM 2.6, Kryoptic, wolfPKCS11: it goes on"),
    /// The flag that must always be set need not be.
    SERIAL_FLAG_NOT_NEEDED(
            "5.6.1",
            "C_OpenSession without CKF_SERIAL_SESSION",
            "CKR_SESSION_PARALLEL_NOT_SUPPORTED",
            "CKR_OK",
            "NSS: CKR_OK"),
    /// Only sensitive keys hide their values.
    UNEXTRACTABLE_VALUES_SHOWN(
            "4.2",
            "CKA_VALUE of a key that is neither sensitive nor extractable",
            "CKR_ATTRIBUTE_SENSITIVE",
            "It is told",
            "NSS: told"),
    /// The user trusts whom he likes.
    TRUSTED_BY_ANYBODY(
            "4.12",
            "CKA_TRUSTED set to CK_TRUE by the user",
            "CKR_ATTRIBUTE_READ_ONLY: only the SO can",
            "Allowed",
            "NSS, Kryoptic, wolfPKCS11, BouncyHsm: allowed");

    private final String section;
    private final String question;
    private final String standard;
    private final String other;
    private final String modules;

    OtherReading(String section, String question, String standard, String other, String modules) {
        this.section = section;
        this.question = question;
        this.standard = standard;
        this.other = other;
        this.modules = modules;
    }

    /// {@return the reading of a name, whichever way it is written: `LOGOUT_WITHOUT_LOGIN`,
    /// `logout-without-login`}
    public static Optional<OtherReading> find(String name) {
        String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(reading -> reading.name().equals(constant))
                .findFirst();
    }

    /// {@return the name for configurations, `logout-without-login`}
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// {@return the section of the specification}
    public String section() {
        return section;
    }

    /// {@return what is in question}
    public String question() {
        return question;
    }

    /// {@return how Tokki reads it}
    public String standard() {
        return standard;
    }

    /// {@return how it is read if this is on}
    public String other() {
        return other;
    }

    /// {@return which modules do so}
    public String modules() {
        return modules;
    }
}
