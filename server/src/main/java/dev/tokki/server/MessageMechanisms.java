package dev.tokki.server;

import dev.tokki.api.Mechanism;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.MessageDecryption;
import dev.tokki.api.call.MessageEncryption;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.MessageVerification;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which mechanism the message-based operations of each session use: a message's parameter comes without its
/// mechanism.
final class MessageMechanisms {
    private final Map<Long, Long> mechanisms = new ConcurrentHashMap<>();

    /// Notes the mechanism of a message-based operation that began.
    void note(Call<?> call, Reply<?> reply) {
        if (!reply.isOk()) {
            return;
        }
        switch (call) {
            case MessageEncryption.MessageEncryptInit init -> note(init.session(), init.mechanism());
            case MessageDecryption.MessageDecryptInit init -> note(init.session(), init.mechanism());
            case MessageSigning.MessageSignInit init -> note(init.session(), init.mechanism());
            case MessageVerification.MessageVerifyInit init -> note(init.session(), init.mechanism());
            default -> {}
        }
    }

    private void note(long session, @Nullable Mechanism mechanism) {
        if (mechanism != null) {
            mechanisms.put(session, mechanism.type());
        }
    }

    /// {@return the types that a message's parameter may have in a session}
    List<Class<? extends Parameter>> parameters(long session) {
        Long mechanism = mechanisms.get(session);
        return mechanism == null ? List.of() : ParameterTypes.of(mechanism);
    }
}
