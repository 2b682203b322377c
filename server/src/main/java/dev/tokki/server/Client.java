package dev.tokki.server;

import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Interface;
import dev.tokki.api.Notify;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.nativeadapter.layout.BadAddressException;
import dev.tokki.nativeadapter.layout.Caller;
import java.io.IOException;
import java.util.List;

/// The program at the other end of one connection: its memory, and what of it is not bytes.
final class Client extends RemoteMemory implements Caller {
    private final MessageMechanisms messages;

    Client(Peer peer, Budget budget, MessageMechanisms messages) {
        super(peer, budget);
        this.messages = messages;
    }

    /// A notification can be given while a call of the same connection runs, and only then: the module listens to
    /// nobody between calls (section 5.22.1 leaves the moment to the token).
    @Override
    public Notify notification(long address) {
        return (session, event, application) -> {
            try {
                return peer().callBack(address, session, event, application);
            } catch (IOException e) {
                return Ckr.DEVICE_ERROR;
            }
        };
    }

    /// The module answers C_GetFunctionList itself.
    @Override
    public long functionList(Version version) {
        throw new BadAddressException(0, 8);
    }

    /// The module answers C_GetInterface itself.
    @Override
    public long interfaceAt(Interface found) {
        throw new BadAddressException(0, 8);
    }

    @Override
    public List<Class<? extends Parameter>> messageParameters(Function function, long session) {
        return messages.parameters(function, session);
    }

    /// An asynchronous operation's result is written when the operation ends, by the call that asks for it.
    @Override
    public long pending(Bytes result) {
        return 0;
    }
}
