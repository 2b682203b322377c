package dev.tokki.emulator.edge;

import dev.tokki.api.Function;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Ckr;
import dev.tokki.storage.StorageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Replies to calls that failed through no fault of the caller.
final class Failures {
    private static final Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    /// {@return the reply where the store failed}
    static <R> Reply<R> ofStore(Call<R> call, StorageException failed) {
        LOG.log(Level.ERROR, () -> Function.of(call) + ": the token's store failed", failed);
        long ckr = switch (failed.problem()) {
            case CANNOT_WRITE -> Ckr.DEVICE_MEMORY;
            case DAMAGED, WRONG_KEY, IN_USE, BAD_PATH, TOO_NEW, GONE -> Ckr.DEVICE_ERROR;
        };
        return Reply.refused(
                ckr,
                new Reason("the token's store", String.valueOf(failed.getMessage()), "5.1.3", "See the log for more."));
    }

    /// {@return the reply where memory was short}
    static <R> Reply<R> ofMemory(Call<R> call) {
        return Reply.refused(
                Ckr.HOST_MEMORY,
                new Reason(
                        Function.of(call).cName(),
                        "The computer has too little memory for it.",
                        "5.1.1",
                        "Give the JVM more (-Xmx), or ask for less at once."));
    }

    /// {@return the reply where the engine has a fault}
    static <R> Reply<R> ofEngine(Call<R> call, Throwable fault) {
        LOG.log(Level.ERROR, () -> Function.of(call) + ": a fault of the engine", fault);
        return Reply.refused(
                Ckr.GENERAL_ERROR,
                new Reason(
                        Function.of(call).cName(),
                        "The engine has a fault: " + fault.getClass().getSimpleName() + ".",
                        "5.1.1",
                        "Please report it, with the stack trace in the log."));
    }
}
