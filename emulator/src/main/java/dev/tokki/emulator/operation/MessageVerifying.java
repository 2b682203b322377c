package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.work.Verifier;
import java.util.function.Supplier;

/// A message-based verification in progress (section 5.16): between messages, or in one.
public final class MessageVerifying implements Operation {
    /// A message in parts.
    private record Message(Verifier verifier, Collected collected) {}

    private final Supplier<Verifier> verifiers;
    private final Parameter own;
    private final KeyUse use;
    private final Messages<Message> messages = new Messages<>();

    /// @param verifiers begins the verification of a message
    /// @param own the mechanism's parameter
    /// @param use how it uses its key
    public MessageVerifying(Supplier<Verifier> verifiers, Parameter own, KeyUse use) {
        this.verifiers = verifiers;
        this.own = own;
        this.use = use;
    }

    @Override
    public KeyUse use() {
        return use;
    }

    /// Refuses what comes between messages only.
    public void checkBetween(Function function) {
        messages.checkNone(function);
    }

    /// Refuses the parameter of a message.
    public void check(Parameter parameter, Function function) {
        Messages.checkParameter(parameter, own, function);
    }

    /// Verifies a message in one part (C_VerifyMessage).
    public void whole(byte[] data, byte[] signature) {
        verifiers.get().finish(data, signature);
    }

    /// Begins a message in several parts (C_VerifyMessageBegin).
    public void begin() {
        messages.begin(new Message(verifiers.get(), new Collected()));
    }

    /// Takes a part (C_VerifyMessageNext).
    public void part(byte[] data, Function function) {
        Message message = messages.current(function, Function.VERIFY_MESSAGE_BEGIN);
        message.collected().part(data, message.verifier().takesParts(), message.verifier()::update);
    }

    /// Verifies the parts (C_VerifyMessageNext with a signature); the message is over, whatever comes of it.
    public void lastPart(byte[] data, byte[] signature, Function function) {
        Message message = messages.current(function, Function.VERIFY_MESSAGE_BEGIN);
        endMessage();
        message.verifier().finish(message.collected().rest(data), signature);
    }

    /// The message in progress is over; none is fine.
    public void endMessage() {
        messages.end();
    }
}
