package dev.tokki.server;

import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Interface;
import dev.tokki.api.Notify;
import dev.tokki.api.Version;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.nativeadapter.layout.BadAddressException;
import dev.tokki.nativeadapter.layout.Caller;
import java.util.List;

/// The program at the other end of one connection: its memory, and what of it is not bytes.
final class Client extends RemoteMemory implements Caller {
    private final Applications.Application application;

    /// Where the result goes that the call asks for.
    private long result;

    Client(Peer peer, Budget budget, Applications.Application application) {
        super(peer, budget);
        this.application = application;
    }

    /// Says where the result of an earlier call goes, if it comes.
    void resultGoesTo(long address) {
        result = address;
    }

    @Override
    public Notify notification(long address) {
        return (session, event, data) -> application.callbacks().call(address, session, event, data);
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
        return application.messages().parameters(function, session);
    }

    @Override
    public long pending(Bytes value) {
        if (result != 0) {
            write(result, value.array());
        }
        return result;
    }
}
