package dev.tokki.server;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.layout.BadAddressException;
import dev.tokki.nativeadapter.layout.CallPlan;
import dev.tokki.server.elf.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;

/// One connection's calls, one after the other, until the module hangs up or sends what is no call.
final class Conversation {
    private final Peer peer;
    private final Client client;
    private final Applications.Application application;

    Conversation(Peer peer, Budget budget, Applications.Application application) {
        this.peer = peer;
        this.application = application;
        this.client = new Client(peer, budget, application.messages());
    }

    /// Answers calls until the connection ends.
    ///
    /// @throws IOException when it ends, or is broken
    void run() throws IOException {
        while (true) {
            long[] words = new long[Protocol.CALL_WORDS];
            long function = peer.nextCall(words);
            CallPlan plan = Calls.at(function)
                    .orElseThrow(() -> new IOException("function " + function + " is not in the function list"));
            try {
                peer.returns(answer(plan, words));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                client.forget();
            }
        }
    }

    /// {@return the return value, after all outputs are on their way}
    private long answer(CallPlan plan, long[] words) {
        Call<?> call;
        try {
            call = client.read(() -> plan.take(words, client));
        } catch (BadAddressException | StackOverflowError e) {
            // A pointer of the caller's that points nowhere, a length that nobody can mean, or a structure that
            // contains itself (section 5.1.1).
            return Ckr.ARGUMENTS_BAD;
        } catch (Budget.NoMemoryException | OutOfMemoryError e) {
            return Ckr.HOST_MEMORY;
        }
        Reply<?> reply = application.module().call(call);
        application.messages().note(call, reply);
        plan.leave(call, reply, words, client);
        return reply.rv().value();
    }
}
