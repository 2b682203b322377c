package dev.tokki.trace.lesson;

import dev.tokki.api.Attribute;
import dev.tokki.api.Function;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.trace.CallRecord;
import java.util.function.Predicate;

/// The usual mistakes, those that explain most first.
enum Mistake {
    NOT_INITIALISED(
            scene -> scene.returned(Ckr.CRYPTOKI_NOT_INITIALIZED),
            "5.4",
            "No function but C_Initialize and those that find functions may be called before C_Initialize or after"
                    + " C_Finalize, and a child process after fork() starts uninitialised.",
            "Call C_Initialize first, once per process."),
    INITIALISED_TWICE(
            scene -> scene.returned(Ckr.CRYPTOKI_ALREADY_INITIALIZED),
            "5.4.1",
            "The library is initialised once for the whole process; another part of the program has done it.",
            "Call C_Initialize once; a part that finds it done goes on as if it had returned CKR_OK, and does not call"
                    + " C_Finalize."),
    SLOT_INDEX_FOR_ID(
            scene -> scene.returned(Ckr.SLOT_ID_INVALID),
            "5.5.1",
            "The number is not the ID of a slot. IDs are whatever C_GetSlotList returns, not places in that list, and"
                    + " may change when a token is initialised.",
            "Take a slot ID from C_GetSlotList, and find the token by its label with C_GetTokenInfo."),
    NO_SERIAL_SESSION(
            scene -> scene.returned(Ckr.SESSION_PARALLEL_NOT_SUPPORTED),
            "5.6.1",
            "CKF_SERIAL_SESSION must always be set, for historical reasons.",
            "Open the session with CKF_SERIAL_SESSION, and CKF_RW_SESSION if token objects are to be changed."),
    CLOSED_SESSION(
            scene -> scene.returned(Ckr.SESSION_HANDLE_INVALID),
            "5.6",
            "The session is not open: it was never opened, or was closed, or C_Finalize closed all.",
            "Use the handle that C_OpenSession returned, until the session is closed."),
    READ_ONLY_SESSION(
            scene -> scene.returned(Ckr.SESSION_READ_ONLY),
            "5.6.1",
            "The session is read-only, and token objects and PINs can be changed in read/write sessions only.",
            "Open the session with CKF_RW_SESSION | CKF_SERIAL_SESSION, or leave out CKA_TOKEN."),
    SO_BESIDE_READ_ONLY_SESSION(
            scene -> scene.returned(Ckr.SESSION_READ_ONLY_EXISTS),
            "5.6.8",
            "The SO cannot log in while the application has a read-only session with the token.",
            "Close the read-only sessions first, then log the SO in."),
    LOGIN_TWICE(
            scene -> scene.returned(Ckr.USER_ALREADY_LOGGED_IN),
            "5.6.8",
            "Login belongs to the application and the token, not to a session: all sessions are logged in already.",
            "Log in once, in any session; a second session needs none."),
    OTHER_USER_IS_IN(
            scene -> scene.returned(Ckr.USER_ANOTHER_ALREADY_LOGGED_IN),
            "5.6.8",
            "The SO and the user cannot be logged in at the same time.",
            "Call C_Logout first."),
    WRONG_PIN(
            scene -> scene.returned(Ckr.PIN_INCORRECT),
            "5.6.8",
            "The PIN is wrong, or it is the other user's: CKU_USER and CKU_SO have PINs of their own. Each wrong try is"
                    + " counted, and the PIN is locked in the end.",
            "Log in with the PIN of that user; look at CKF_USER_PIN_FINAL_TRY before another try."),
    PIN_TOO_SHORT_OR_LONG(
            scene -> scene.returned(Ckr.PIN_LEN_RANGE),
            "5.5.9",
            "The token takes PINs of ulMinPinLen to ulMaxPinLen bytes only.",
            "Ask C_GetTokenInfo for the lengths, and choose a PIN within them."),
    FORGOT_LOGIN(
            scene -> scene.returned(Ckr.USER_NOT_LOGGED_IN),
            "5.6",
            "Nobody, or the SO, is logged in, and private objects are the user's alone.",
            "C_Login with CKU_USER first; the SO only sets PINs."),
    FORGOT_FIND_FINAL(
            scene -> scene.returned(Ckr.OPERATION_ACTIVE) && scene.is(Function.FIND_OBJECTS_INIT),
            "5.7.9",
            "The search before this one was not ended.",
            "Call C_FindObjectsFinal after each search, also if nothing was found."),
    UNFINISHED_OPERATION(
            scene -> scene.returned(Ckr.OPERATION_ACTIVE),
            "5.2",
            "The session is still busy with the operation before: a call that only asks for a length, and one whose buffer"
                    + " is too small, do not end it.",
            "End the operation first: make the second call with a buffer, or C_SessionCancel, or use another session."),
    NO_INIT(
            scene -> scene.returned(Ckr.OPERATION_NOT_INITIALIZED),
            "5.2",
            "No such operation is active: each one begins with its …Init, and ends with its result, or with any error but"
                    + " CKR_BUFFER_TOO_SMALL.",
            "Call the …Init function before, again for each operation."),
    BUFFER_TOO_SMALL(
            scene -> scene.returned(Ckr.BUFFER_TOO_SMALL),
            "5.2",
            "The buffer is shorter than the output. The operation is still active, and the length now tells what is"
                    + " needed.",
            "Make the same call again with a buffer of the length that it wrote; NULL_PTR for the buffer asks for it."),
    KEY_MAY_NOT(
            scene -> scene.returned(Ckr.KEY_FUNCTION_NOT_PERMITTED),
            "4.7",
            "The key's template does not allow this use: CKA_SIGN, CKA_DECRYPT, CKA_WRAP and their like say what a key is"
                    + " for.",
            "Set the attribute of this use to CK_TRUE when the key is made."),
    KEY_OF_OTHER_TYPE(
            scene -> scene.returned(Ckr.KEY_TYPE_INCONSISTENT),
            "5.1.6",
            "The mechanism is for another type of key, or another class: private keys sign and decrypt, public keys verify"
                    + " and encrypt.",
            "Use a key of the type that the mechanism is for."),
    MECHANISM_NOT_FOR_THIS(
            scene -> scene.returned(Ckr.MECHANISM_INVALID),
            "5.5.6",
            "The token cannot do this with that mechanism; a mechanism that digests cannot sign, one that signs cannot"
                    + " encrypt.",
            "Ask C_GetMechanismInfo: its flags say what a mechanism is for. CKM_SHA256_RSA_PKCS digests and signs."),
    WRONG_PARAMETER(
            scene -> scene.returned(Ckr.MECHANISM_PARAM_INVALID),
            "5.1.6",
            "The mechanism's parameter is missing, or of another size or content than it must be: CKM_AES_CBC takes 16"
                    + " bytes, CKM_AES_GCM a CK_GCM_PARAMS.",
            "Give the parameter that the mechanism's section describes."),
    WRONG_DATA_LENGTH(
            scene -> scene.returned(Ckr.DATA_LEN_RANGE) || scene.returned(Ckr.ENCRYPTED_DATA_LEN_RANGE),
            "5.1.6",
            "The data is too long for the key, or not whole blocks: CKM_AES_CBC and CKM_AES_ECB do not pad.",
            "Pad the data, or use a mechanism that does (CKM_AES_CBC_PAD) or needs none (CKM_AES_GCM, CKM_AES_CTR)."),
    TEMPLATE_LACKS(
            scene -> scene.returned(Ckr.TEMPLATE_INCOMPLETE),
            "4.1.1",
            "An attribute that must be given is not: CKA_VALUE_LEN for an AES key, CKA_MODULUS_BITS for an RSA pair,"
                    + " CKA_EC_PARAMS for an EC pair, CKA_KEY_TYPE for an unwrapped key.",
            "Add the attribute to the template."),
    IMPOSSIBLE_VALUE(
            scene -> scene.returned(Ckr.ATTRIBUTE_VALUE_INVALID),
            "4.1.1",
            "The value of an attribute is none that it can have: AES keys are of 16, 24 or 32 bytes (CKA_VALUE_LEN), a"
                    + " CK_BBOOL is one byte.",
            "Give a value that the attribute's table allows."),
    TOKENS_OWN_ATTRIBUTE(
            scene -> scene.returned(Ckr.ATTRIBUTE_READ_ONLY),
            "4.1.1",
            "The token sets this attribute itself (CKA_LOCAL, CKA_ALWAYS_SENSITIVE, CKA_NEVER_EXTRACTABLE,"
                    + " CKA_KEY_GEN_MECHANISM), or it may only be set when the object is made.",
            "Leave it out of the template."),
    READS_A_SECRET(
            scene -> scene.returned(Ckr.ATTRIBUTE_SENSITIVE),
            "5.7.5",
            "The key is sensitive or not extractable; its value does not leave the token in clear, that is the purpose.",
            "Use the key inside the token, or wrap it with another one (C_WrapKey) if CKA_EXTRACTABLE is CK_TRUE."),
    NOT_EXTRACTABLE(
            scene -> scene.returned(Ckr.KEY_UNEXTRACTABLE),
            "5.18.3",
            "A key whose CKA_EXTRACTABLE is CK_FALSE cannot be wrapped.",
            "Make the key with CKA_EXTRACTABLE = CK_TRUE; it cannot be changed afterwards."),
    STALE_HANDLE(
            scene -> scene.returned(Ckr.OBJECT_HANDLE_INVALID) || scene.returned(Ckr.KEY_HANDLE_INVALID),
            "5.7",
            "There is no such object for this session: destroyed, or a session object whose session was closed, or a"
                    + " private object after C_Logout; or the number is a CKA_ID, which is no handle.",
            "Find the object again with C_FindObjects after login, and set CKA_TOKEN to CK_TRUE for what shall stay."),
    ATTRIBUTE_OF_OTHER_OBJECTS(
            scene -> scene.returned(Ckr.ATTRIBUTE_TYPE_INVALID),
            "5.7.5",
            "Objects of this class and type do not have the attribute.",
            "Leave it out; when reading, the other attributes of the template were told all the same."),
    WRONG_SIGNATURE(
            scene -> scene.returned(Ckr.SIGNATURE_INVALID) || scene.returned(Ckr.SIGNATURE_LEN_RANGE),
            "5.15",
            "The signature was not made over this data by this key with this mechanism. A usual cause: one side digests"
                    + " (CKM_SHA256_RSA_PKCS), the other does not (CKM_RSA_PKCS); or DER where r and s are expected.",
            "Sign and verify with the same mechanism, parameter and data."),
    PRIVATE_OBJECT_WITHOUT_LOGIN(
            scene -> scene.foundNothing() && scene.isPublic(),
            "5.7.7",
            "Nothing was found, and nobody is logged in: private objects, as private and secret keys usually are, do not"
                    + " show before.",
            "C_Login with CKU_USER, then search."),
    SESSION_OBJECT_IS_GONE(
            scene -> scene.foundNothing() && soughtObjectWasOfASession(scene),
            "4.4",
            "The object that is sought was made without CKA_TOKEN, so it ended with its session.",
            "Make it with CKA_TOKEN = CK_TRUE in a read/write session.");

    private final Predicate<Scene> sign;
    private final String section;
    private final String why;
    private final String advice;

    Mistake(Predicate<Scene> sign, String section, String why, String advice) {
        this.sign = sign;
        this.section = section;
        this.why = why;
        this.advice = advice;
    }

    boolean isIn(Scene scene) {
        return sign.test(scene);
    }

    String section() {
        return section;
    }

    String why() {
        return why;
    }

    String advice() {
        return advice;
    }

    private static boolean soughtObjectWasOfASession(Scene scene) {
        CallRecord search = scene.last(Function.FIND_OBJECTS_INIT);
        return search != null
                && search.call() instanceof FindObjectsInit init
                && init.template().attributes().stream()
                        .filter(attribute -> attribute.type() == Cka.LABEL || attribute.type() == Cka.ID)
                        .anyMatch(name -> scene.before().stream().anyMatch(each -> madeInSession(each, name)));
    }

    private static boolean madeInSession(CallRecord call, Attribute name) {
        return call.isOk()
                && dev.tokki.api.shape.RecordAccess.of(call.call().getClass()).components().stream()
                        .anyMatch(component -> component.getName().startsWith("new"))
                && templates(call)
                        .anyMatch(template -> template.attributes().contains(name)
                                && !template.attributes().contains(new Attribute(Cka.TOKEN, Value.of(true))));
    }

    private static java.util.stream.Stream<Template> templates(CallRecord call) {
        dev.tokki.api.shape.RecordAccess access =
                dev.tokki.api.shape.RecordAccess.of(call.call().getClass());
        return java.util.stream.IntStream.range(0, access.components().size())
                .mapToObj(i -> access.get(call.call(), i))
                .filter(Template.class::isInstance)
                .map(Template.class::cast);
    }
}
