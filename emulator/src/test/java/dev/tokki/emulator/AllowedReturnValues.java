package dev.tokki.emulator;

import dev.tokki.api.Function;
import dev.tokki.api.call.Asynchronous.AsyncComplete;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.Means.Meaning;
import dev.tokki.api.constant.Ckr;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a function may return: what its text lists, what section 5.1 lets all functions of its kind return, and the
/// few values that section 5.1.6 defines for a case which the function's own list forgot.
final class AllowedReturnValues {
    private static final Set<Function> WITHOUT_A_TOKEN = Set.of(
            Function.INITIALIZE,
            Function.FINALIZE,
            Function.GET_INFO,
            Function.GET_FUNCTION_LIST,
            Function.GET_INTERFACE_LIST,
            Function.GET_INTERFACE,
            Function.GET_SLOT_LIST,
            Function.GET_SLOT_INFO,
            Function.WAIT_FOR_SLOT_EVENT);

    private static final Map<Function, Set<Long>> FORGOTTEN = forgotten();

    private AllowedReturnValues() {}

    private static Map<Function, Set<Long>> forgotten() {
        Map<Function, Set<Long>> table = new EnumMap<>(Function.class);
        // A usage attribute that is false is defined as this value, for every purpose a key can have.
        table.put(Function.WRAP_KEY, Set.of(Ckr.KEY_FUNCTION_NOT_PERMITTED));
        table.put(Function.UNWRAP_KEY, Set.of(Ckr.KEY_FUNCTION_NOT_PERMITTED));
        table.put(Function.DERIVE_KEY, Set.of(Ckr.KEY_FUNCTION_NOT_PERMITTED));
        table.put(Function.WRAP_KEY_AUTHENTICATED, Set.of(Ckr.KEY_FUNCTION_NOT_PERMITTED));
        table.put(Function.UNWRAP_KEY_AUTHENTICATED, Set.of(Ckr.KEY_FUNCTION_NOT_PERMITTED));
        // Its text says so of a ciphertext that does not fit.
        table.put(Function.ENCAPSULATE_KEY, Set.of(Ckr.KEY_FUNCTION_NOT_PERMITTED, Ckr.BUFFER_TOO_SMALL));
        table.put(Function.DECAPSULATE_KEY, Set.of(Ckr.KEY_FUNCTION_NOT_PERMITTED));
        // It must not follow C_VerifySignatureUpdate, and lists no value for that; C_Verify has this one.
        table.put(Function.VERIFY_SIGNATURE, Set.of(Ckr.OPERATION_ACTIVE));
        // It takes associated data, and lists no value for a NULL_PTR of a length.
        table.put(Function.ENCRYPT_MESSAGE_BEGIN, Set.of(Ckr.ARGUMENTS_BAD));
        // It takes a pointer and a type, and lists no value for bad ones.
        table.put(Function.GET_SESSION_VALIDATION_FLAGS, Set.of(Ckr.ARGUMENTS_BAD));
        // It says that it returns what the function it asks about returns.
        table.put(
                Function.ASYNC_COMPLETE,
                Set.of(
                        Ckr.CRYPTOKI_NOT_INITIALIZED,
                        Ckr.OPERATION_NOT_INITIALIZED,
                        Ckr.ARGUMENTS_BAD,
                        Ckr.PENDING,
                        Ckr.OK));
        // Its text says so, and its list does not.
        table.put(Function.ASYNC_GET_ID, Set.of(Ckr.OPERATION_NOT_INITIALIZED));
        return table;
    }

    static Set<Long> of(Call<?> call) {
        Function function = Function.of(call);
        Set<Long> allowed = new HashSet<>(function.returnValues());
        // Section 5.1.1 without CKR_GENERAL_ERROR and CKR_FUNCTION_FAILED, which never answer a caller.
        allowed.add(Ckr.HOST_MEMORY);
        allowed.add(Ckr.FUNCTION_NOT_SUPPORTED);
        if (usesASession(call)) {
            allowed.add(Ckr.SESSION_HANDLE_INVALID);
            allowed.add(Ckr.SESSION_CLOSED);
        }
        if (!WITHOUT_A_TOKEN.contains(function)) {
            allowed.add(Ckr.DEVICE_MEMORY);
            allowed.add(Ckr.TOKEN_NOT_INITIALIZED);
        }
        allowed.addAll(FORGOTTEN.getOrDefault(function, Set.of()));
        // It returns what the function that it asks about returns (section 5.21.1).
        if (call instanceof AsyncComplete complete && complete.functionName() != null) {
            Function.named(complete.functionName()).ifPresent(asked -> {
                allowed.addAll(asked.returnValues());
                allowed.addAll(FORGOTTEN.getOrDefault(asked, Set.of()));
            });
        }
        allowed.remove(Ckr.GENERAL_ERROR);
        allowed.remove(Ckr.FUNCTION_FAILED);
        allowed.remove(Ckr.DEVICE_ERROR);
        return allowed;
    }

    private static boolean usesASession(Call<?> call) {
        return Arrays.stream(call.getClass().getRecordComponents())
                .map(component -> component.getAnnotation(Means.class))
                .anyMatch(means -> means != null && means.value() == Meaning.SESSION);
    }
}
