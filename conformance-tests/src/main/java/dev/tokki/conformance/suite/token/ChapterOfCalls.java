package dev.tokki.conformance.suite.token;

import dev.tokki.api.Function;
import dev.tokki.api.call.Asynchronous;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.DualFunction;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.MessageDecryption;
import dev.tokki.api.call.MessageEncryption;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.MessageVerification;
import dev.tokki.api.call.Objects;
import dev.tokki.api.call.Parallel;
import dev.tokki.api.call.RandomNumbers;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.SlotsAndTokens;
import dev.tokki.api.call.Verification;
import dev.tokki.conformance.suite.EveryFunction;
import dev.tokki.conformance.suite.OfFunctions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The chapters of section 5 whose functions need an initialised module.
enum ChapterOfCalls implements OfFunctions {
    SLOTS_AND_TOKENS(SlotsAndTokens.class),
    SESSIONS(Sessions.class),
    OBJECTS(Objects.class),
    ENCRYPTION(Encryption.class),
    MESSAGE_ENCRYPTION(MessageEncryption.class),
    DECRYPTION(Decryption.class),
    MESSAGE_DECRYPTION(MessageDecryption.class),
    DIGESTING(Digesting.class),
    SIGNING(Signing.class),
    MESSAGE_SIGNING(MessageSigning.class),
    VERIFICATION(Verification.class),
    MESSAGE_VERIFICATION(MessageVerification.class),
    DUAL_FUNCTION(DualFunction.class),
    KEY_MANAGEMENT(KeyManagement.class),
    RANDOM_NUMBERS(RandomNumbers.class),
    PARALLEL(Parallel.class),
    ASYNCHRONOUS(Asynchronous.class);

    private final Class<?> calls;

    ChapterOfCalls(Class<?> calls) {
        this.calls = calls;
    }

    /// {@return a well-formed call of each function}
    List<Call<?>> every() {
        return EveryFunction.of(calls, 1);
    }

    /// {@return a well-formed call of each function that takes a session, with these handles}
    List<Call<?>> everyWith(Set<Long> handles) {
        return handles.stream()
                .flatMap(handle -> EveryFunction.of(calls, handle).stream())
                .filter(ChapterOfCalls::takesSession)
                .toList();
    }

    private static boolean takesSession(Call<?> call) {
        return Arrays.stream(call.getClass().getRecordComponents())
                .map(component -> component.getAnnotation(Means.class))
                .anyMatch(means -> means != null && means.value() == Means.Meaning.SESSION);
    }

    @Override
    public List<Function> functions() {
        return every().stream().map(Function::of).toList();
    }

    @Override
    public String toString() {
        return calls.getSimpleName();
    }
}
