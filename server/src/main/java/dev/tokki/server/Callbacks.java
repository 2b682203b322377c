package dev.tokki.server;

import dev.tokki.api.constant.Ckr;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Calls of a program's own functions. The module listens only while a call of its program's runs, so that a function
/// is called on the connection whose call is being answered, in the thread of the program that waits for it, whoever
/// opened the session.
final class Callbacks {
    private final Map<Thread, Peer> answering = new ConcurrentHashMap<>();

    /// This thread answers the calls of a connection from now on.
    void begin(Peer peer) {
        answering.put(Thread.currentThread(), peer);
    }

    /// It does no longer.
    void end() {
        answering.remove(Thread.currentThread());
    }

    /// {@return what the function at an address returns; `CKR_OK` if nobody listens, as with what runs in background}
    long call(long address, long... words) {
        Peer peer = answering.get(Thread.currentThread());
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
