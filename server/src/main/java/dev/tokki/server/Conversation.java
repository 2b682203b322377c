package dev.tokki.server;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.SlotsAndTokens.WaitForSlotEvent;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.layout.Ahead;
import dev.tokki.nativeadapter.layout.BadAddressException;
import dev.tokki.nativeadapter.layout.CallPlan;
import dev.tokki.server.elf.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// One connection's calls, one after the other, until the module hangs up or sends what is no call.
final class Conversation {
    /// Bytes of one thing; the module sends fewer.
    private static final int MOST_ALONG = 1 << 16;

    private final Peer peer;
    private final Client client;
    private final Applications.Application application;

    Conversation(Peer peer, Budget budget, Applications.Application application) {
        this.peer = peer;
        this.application = application;
        this.client = new Client(peer, budget, application);
    }

    /// Answers calls until the connection ends.
    ///
    /// @throws IOException when it ends, or is broken
    void run() throws IOException {
        application.callbacks().begin(peer);
        try {
            while (true) {
                answerOne();
            }
        } finally {
            application.callbacks().end();
        }
    }

    private void answerOne() throws IOException {
        long[] words = new long[Protocol.CALL_WORDS];
        long first = peer.nextCall(words);
        long function = first % Protocol.FIRST_AHEAD;
        CallPlan plan = Calls.at(function)
                .orElseThrow(() -> new IOException("function " + function + " is not in the function list"));
        receiveAlong(first / Protocol.FIRST_AHEAD, Calls.ahead(plan), words);
        try {
            peer.returns(answer(plan, words));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            client.forget();
        }
    }

    /// @param sent the bits that say what was sent
    private void receiveAlong(long sent, List<Ahead> things, long[] words) throws IOException {
        if (sent < 0 || sent >= 1L << things.size()) {
            throw new IOException("a function has nothing to be sent along as in 0x" + Long.toHexString(sent));
        }
        for (int i = 0; i < things.size(); i++) {
            if ((sent & 1L << i) != 0) {
                Ahead thing = things.get(i);
                long length = thing.length(words);
                if (length <= 0 || length > MOST_ALONG) {
                    throw new IOException("a module sends no " + length + " bytes unasked");
                }
                client.came(words[thing.pointer()], peer.along((int) length));
            }
        }
    }

    /// {@return the return value, after all outputs are on their way}
    private long answer(CallPlan plan, long[] words) {
        Call<?> call;
        try {
            call = client.read(() -> plan.take(words, client));
        } catch (BadAddressException | IllegalArgumentException | StackOverflowError e) {
            // A pointer of the caller's that points nowhere, a length that nobody can mean, or a structure that
            // contains itself (section 5.1.1).
            return Ckr.ARGUMENTS_BAD;
        } catch (Budget.NoMemoryException | OutOfMemoryError e) {
            return Ckr.HOST_MEMORY;
        }
        Reply<?> reply = reply(call);
        application.messages().note(call, reply);
        client.resultGoesTo(application.pending().room(call));
        plan.leave(call, PendingResults.told(call, reply), words, client);
        application.pending().note(call, reply, words[0], plan.room(words));
        return reply.rv().value();
    }

    /// While a call waits for an event, which may never come, its program may end: then its application ends too,
    /// and with it the waiting.
    private Reply<?> reply(Call<?> call) {
        if (call instanceof WaitForSlotEvent wait && (wait.flags() & Ckf.DONT_BLOCK) == 0) {
            peer.watch(application.module()::close);
        }
        return application.module().call(call);
    }
}
