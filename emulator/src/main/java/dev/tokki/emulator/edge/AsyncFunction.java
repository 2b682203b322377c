package dev.tokki.emulator.edge;

import static dev.tokki.api.Function.*;

import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.Written;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The functions that run in background in an asynchronous session: all that list `CKR_PENDING` and whose outputs
/// have a place in a `CK_ASYNC_DATA` (section 3.6.8): a buffer, one handle or two, or nothing.
///
/// So C_GetAttributeValue, C_FindObjects, C_GetObjectSize, C_GetSessionInfo and C_GetSessionValidationFlags answer at
/// once, and so does what writes into the parameter of its mechanism or message.
enum AsyncFunction {
    ENCRYPTING(
            Ckf.ENCRYPT,
            ENCRYPT_INIT,
            ENCRYPT,
            ENCRYPT_UPDATE,
            ENCRYPT_FINAL,
            DIGEST_ENCRYPT_UPDATE,
            SIGN_ENCRYPT_UPDATE),
    DECRYPTING(
            Ckf.DECRYPT,
            DECRYPT_INIT,
            DECRYPT,
            DECRYPT_UPDATE,
            DECRYPT_FINAL,
            DECRYPT_DIGEST_UPDATE,
            DECRYPT_VERIFY_UPDATE),
    DIGESTING(Ckf.DIGEST, DIGEST_INIT, DIGEST, DIGEST_UPDATE, DIGEST_KEY, DIGEST_FINAL),
    SIGNING(Ckf.SIGN, SIGN_INIT, SIGN, SIGN_UPDATE, SIGN_FINAL),
    VERIFYING(Ckf.VERIFY, VERIFY_INIT, VERIFY, VERIFY_UPDATE, VERIFY_FINAL),
    SIGNING_RECOVERABLY(Ckf.SIGN_RECOVER, SIGN_RECOVER_INIT, SIGN_RECOVER),
    RECOVERING(Ckf.VERIFY_RECOVER, VERIFY_RECOVER_INIT, VERIFY_RECOVER),
    ENCRYPTING_MESSAGES(
            Ckf.MESSAGE_ENCRYPT,
            MESSAGE_ENCRYPT_INIT,
            ENCRYPT_MESSAGE,
            ENCRYPT_MESSAGE_BEGIN,
            ENCRYPT_MESSAGE_NEXT,
            MESSAGE_ENCRYPT_FINAL),
    DECRYPTING_MESSAGES(
            Ckf.MESSAGE_DECRYPT,
            MESSAGE_DECRYPT_INIT,
            DECRYPT_MESSAGE,
            DECRYPT_MESSAGE_BEGIN,
            DECRYPT_MESSAGE_NEXT,
            MESSAGE_DECRYPT_FINAL),
    SIGNING_MESSAGES(
            Ckf.MESSAGE_SIGN,
            MESSAGE_SIGN_INIT,
            SIGN_MESSAGE,
            SIGN_MESSAGE_BEGIN,
            SIGN_MESSAGE_NEXT,
            MESSAGE_SIGN_FINAL),
    VERIFYING_MESSAGES(
            Ckf.MESSAGE_VERIFY,
            MESSAGE_VERIFY_INIT,
            VERIFY_MESSAGE,
            VERIFY_MESSAGE_BEGIN,
            VERIFY_MESSAGE_NEXT,
            MESSAGE_VERIFY_FINAL),
    SEARCHING(Ckf.FIND_OBJECTS, FIND_OBJECTS_INIT, FIND_OBJECTS_FINAL),
    GENERATING(Ckf.GENERATE, GENERATE_KEY),
    GENERATING_PAIRS(Ckf.GENERATE_KEY_PAIR, GENERATE_KEY_PAIR),
    WRAPPING(Ckf.WRAP, WRAP_KEY),
    UNWRAPPING(Ckf.UNWRAP, UNWRAP_KEY),
    DERIVING(Ckf.DERIVE, DERIVE_KEY),
    /// No flag names these, and C_SessionCancel leaves them alone.
    OTHERS(
            0,
            CREATE_OBJECT,
            COPY_OBJECT,
            DESTROY_OBJECT,
            SET_ATTRIBUTE_VALUE,
            SEED_RANDOM,
            GENERATE_RANDOM,
            GET_OPERATION_STATE,
            SET_OPERATION_STATE,
            INIT_PIN,
            SET_PIN,
            LOGIN,
            LOGIN_USER,
            LOGOUT);

    /// They hold the locks of all sessions for a moment, and come from outside of each.
    private static final Set<Function> FROM_OUTSIDE = Set.of(LOGIN, LOGIN_USER, LOGOUT);

    /// What they read they do not write: the vector and the tag are given.
    private static final Set<AsyncFunction> READING = Set.of(DECRYPTING_MESSAGES, VERIFYING_MESSAGES);

    /// Those whose result means something without their session; the others go on with an operation in it.
    private static final Set<Function> LASTING = Set.of(
            ENCRYPT,
            ENCRYPT_FINAL,
            DECRYPT,
            DECRYPT_FINAL,
            DIGEST,
            DIGEST_FINAL,
            SIGN,
            SIGN_FINAL,
            VERIFY,
            VERIFY_FINAL,
            SIGN_RECOVER,
            VERIFY_RECOVER,
            ENCRYPT_MESSAGE,
            DECRYPT_MESSAGE,
            SIGN_MESSAGE,
            VERIFY_MESSAGE,
            GENERATE_KEY,
            GENERATE_KEY_PAIR,
            WRAP_KEY,
            UNWRAP_KEY,
            DERIVE_KEY,
            CREATE_OBJECT,
            COPY_OBJECT,
            DESTROY_OBJECT,
            SET_ATTRIBUTE_VALUE,
            GENERATE_RANDOM,
            INIT_PIN,
            SET_PIN);

    private static final Map<Function, AsyncFunction> BY_FUNCTION = byFunction();

    private final long flag;
    private final Set<Function> functions;

    AsyncFunction(long flag, Function... functions) {
        this.flag = flag;
        this.functions = Set.of(functions);
    }

    /// {@return whether a function may be pending}
    static boolean mayBePending(Function function) {
        return BY_FUNCTION.containsKey(function);
    }

    /// {@return whether a call runs in background}
    static boolean isInBackground(Function function, Call<?> call) {
        AsyncFunction row = BY_FUNCTION.get(function);
        return row != null && (READING.contains(row) || !writesParameter(call));
    }

    /// {@return whether a function holds the locks of other sessions, so that it must not hold its own}
    static boolean isFromOutside(Function function) {
        return FROM_OUTSIDE.contains(function);
    }

    /// {@return whether a result means something without its session}
    static boolean isLasting(Function function) {
        return LASTING.contains(function);
    }

    /// {@return the functions that flags of C_SessionCancel name (section 5.6.5)}
    static Set<Function> named(long flags) {
        Set<Function> named = EnumSet.noneOf(Function.class);
        Arrays.stream(values()).filter(row -> (row.flag & flags) != 0).forEach(row -> named.addAll(row.functions));
        return named;
    }

    private static boolean writesParameter(Call<?> call) {
        return Parts.of(call, Mechanism.class)
                .map(Mechanism::parameter)
                .or(() -> Parts.of(call, Parameter.class))
                .stream()
                .flatMap(parameter -> Stream.of(parameter.getClass().getRecordComponents()))
                .anyMatch(component -> component.isAnnotationPresent(Written.class));
    }

    private static Map<Function, AsyncFunction> byFunction() {
        Map<Function, AsyncFunction> table = new EnumMap<>(Function.class);
        for (AsyncFunction row : values()) {
            row.functions.forEach(function -> table.put(function, row));
        }
        return table;
    }
}
