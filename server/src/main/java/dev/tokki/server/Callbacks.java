package dev.tokki.server;

import dev.tokki.api.constant.Ckr;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Calls of a program's own functions. The module listens only while a call of its program's runs, so that a function
/// is called on the connection whose call is being answered, in the thread of the program that waits for it, whoever
/// opened the session.
final class Callbacks {
    private final ThreadLocal<@Nullable Peer> answering = new ThreadLocal<>();

    /// This thread answers the calls of a connection from now on.
    void begin(Peer peer) {
        answering.set(peer);
    }

    /// It does no longer.
    void end() {
        answering.remove();
    }

    /// {@return what the function at an address returns; `CKR_OK` if nobody listens, as with what runs in background}
    long call(long address, long... words) {
        Peer peer = answering.get();
        if (peer == null) {
            return Ckr.OK;
        }
        try {
            return peer.callBack(address, words);
        } catch (IOException e) {
            return Ckr.DEVICE_ERROR;
        }
    }
}
