package dev.tokki.server;

import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose;
import dev.tokki.api.call.MessageDecryption;
import dev.tokki.api.call.MessageEncryption;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.MessageVerification;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which mechanism the message-based operations of each session use: a message's parameter comes without its
/// mechanism. A session may have one operation of each kind.
final class MessageMechanisms {
    private final Map<Operation, Long> mechanisms = new ConcurrentHashMap<>();

    /// A session's operation, by the function that began it.
    private record Operation(long session, Function init) {}

    /// Notes the mechanism of a message-based operation that began.
    void note(Call<?> call, Reply<?> reply) {
        if (!reply.isOk()) {
            return;
        }
        switch (call) {
            case MessageEncryption.MessageEncryptInit init -> note(call, init.session(), init.mechanism());
            case MessageDecryption.MessageDecryptInit init -> note(call, init.session(), init.mechanism());
            case MessageSigning.MessageSignInit init -> note(call, init.session(), init.mechanism());
            case MessageVerification.MessageVerifyInit init -> note(call, init.session(), init.mechanism());
            case Sessions.CloseSession close ->
                mechanisms.keySet().removeIf(operation -> operation.session() == close.session());
            case GeneralPurpose.Finalize end -> mechanisms.clear();
            default -> {}
        }
    }

    private void note(Call<?> init, long session, @Nullable Mechanism mechanism) {
        if (mechanism != null) {
            mechanisms.put(new Operation(session, Function.of(init)), mechanism.type());
        }
    }

    /// {@return the types that a message's parameter may have as an argument of a function}
    List<Class<? extends Parameter>> parameters(Function function, long session) {
        Long mechanism = mechanisms.get(new Operation(session, begunBy(function)));
        return mechanism == null ? List.of() : ParameterTypes.of(mechanism, function);
    }

    /// {@return the function that begins the operation that a message belongs to}
    private static Function begunBy(Function function) {
        return switch (function) {
            case ENCRYPT_MESSAGE, ENCRYPT_MESSAGE_BEGIN, ENCRYPT_MESSAGE_NEXT -> Function.MESSAGE_ENCRYPT_INIT;
            case DECRYPT_MESSAGE, DECRYPT_MESSAGE_BEGIN, DECRYPT_MESSAGE_NEXT -> Function.MESSAGE_DECRYPT_INIT;
            case SIGN_MESSAGE, SIGN_MESSAGE_BEGIN, SIGN_MESSAGE_NEXT -> Function.MESSAGE_SIGN_INIT;
            case VERIFY_MESSAGE, VERIFY_MESSAGE_BEGIN, VERIFY_MESSAGE_NEXT -> Function.MESSAGE_VERIFY_INIT;
            default -> function;
        };
    }
}
