package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.work.Signer;
import java.util.Optional;
import java.util.function.Supplier;

/// A message-based signature or MAC in progress (section 5.14): between messages, or in one.
public final class MessageSigning implements Operation {
    /// A message in parts.
    private record Message(Signer signer, Collected collected) {
        Message(Signer signer) {
            this(signer, new Collected());
        }

        long length(long rest) {
            return signer.length(collected.length() + rest);
        }
    }

    private final Supplier<Signer> signers;
    private final Parameter own;
    private final KeyUse use;
    private final Messages<Message> messages = new Messages<>();

    /// @param signers begins the signature of a message
    /// @param own the mechanism's parameter
    /// @param use how it uses its key
    public MessageSigning(Supplier<Signer> signers, Parameter own, KeyUse use) {
        this.signers = signers;
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

    /// {@return the signature of a message in one part (C_SignMessage)}
    public Production whole(byte[] data) {
        return new Signature(new Message(signers.get()), data);
    }

    /// Begins a message in several parts (C_SignMessageBegin).
    public void begin() {
        use.check();
        messages.begin(new Message(signers.get()));
    }

    /// Takes a part (C_SignMessageNext).
    public void part(byte[] data, Function function) {
        Message message = messages.current(function, Function.SIGN_MESSAGE_BEGIN);
        message.collected().part(data, message.signer().takesParts(), message.signer()::update);
    }

    /// {@return the signature of the parts (C_SignMessageNext with room for it)}
    public Production lastPart(byte[] data, Function function) {
        return new Signature(messages.current(function, Function.SIGN_MESSAGE_BEGIN), data);
    }

    /// The message in progress is over; none is fine.
    public void endMessage() {
        messages.end();
        use.used();
    }

    private final class Signature implements Production {
        private final Message message;
        private final byte[] data;

        Signature(Message message, byte[] data) {
            this.message = message;
            this.data = data;
        }

        @Override
        public long atMost() {
            return message.length(data.length);
        }

        @Override
        public void room(long capacity) {
            message.signer().room(capacity);
        }

        @Override
        public Optional<Parameter> told() {
            return message.signer().told();
        }

        @Override
        public byte[] take() {
            use.check();
            try {
                return message.signer().finish(message.collected().rest(data));
            } finally {
                endMessage();
            }
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }
}
