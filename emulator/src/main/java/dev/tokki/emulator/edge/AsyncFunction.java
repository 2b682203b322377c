package dev.tokki.emulator.edge;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckf;
import dev.tokki.emulator.background.PendingCalls.Pending;
import dev.tokki.emulator.session.Session;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The functions that run in background in an asynchronous session: those that list `CKR_PENDING` and may take
/// long. C_WrapKey and the message functions stay in the foreground, since they write into the mechanism's
/// parameter, for which C_AsyncComplete has no place.
enum AsyncFunction {
    ENCRYPTING(Ckf.ENCRYPT, Function.ENCRYPT, Function.ENCRYPT_FINAL),
    DECRYPTING(Ckf.DECRYPT, Function.DECRYPT, Function.DECRYPT_FINAL),
    DIGESTING(Ckf.DIGEST, Function.DIGEST, Function.DIGEST_FINAL),
    SIGNING(Ckf.SIGN, Function.SIGN, Function.SIGN_FINAL),
    VERIFYING(Ckf.VERIFY, Function.VERIFY, Function.VERIFY_FINAL),
    SIGNING_RECOVERABLY(Ckf.SIGN_RECOVER, Function.SIGN_RECOVER),
    RECOVERING(Ckf.VERIFY_RECOVER, Function.VERIFY_RECOVER),
    GENERATING(Ckf.GENERATE, Function.GENERATE_KEY),
    GENERATING_PAIRS(Ckf.GENERATE_KEY_PAIR, Function.GENERATE_KEY_PAIR),
    UNWRAPPING(Ckf.UNWRAP, Function.UNWRAP_KEY),
    DERIVING(Ckf.DERIVE, Function.DERIVE_KEY);

    private static final Map<Function, AsyncFunction> BY_FUNCTION = byFunction();

    private final long flag;
    private final Function[] functions;

    AsyncFunction(long flag, Function... functions) {
        this.flag = flag;
        this.functions = functions;
    }

    /// {@return the row of a function; nothing for one that stays in the foreground}
    static Optional<AsyncFunction> of(Function function) {
        return Optional.ofNullable(BY_FUNCTION.get(function));
    }

    /// Cancels calls in background (section 5.6.5), which are over once the session is free for the caller: what
    /// they made is destroyed. One that was joined just runs on where it is.
    static void cancel(Session session, long flags) {
        BY_FUNCTION.forEach((function, row) -> {
            if ((row.flag & flags) != 0) {
                session.pending().find(function).ifPresent(pending -> {
                    session.pending().remove(function);
                    session.token().persistedCalls().forget(pending.call());
                    destroy(session, pending);
                });
            }
        });
    }

    private static void destroy(Session session, Pending pending) {
        if (!pending.isJoined()) {
            for (long made : AsyncSession.handles(pending.call().result().reply())) {
                session.objects().destroy(session.caller(), made);
            }
        }
    }

    private static Map<Function, AsyncFunction> byFunction() {
        Map<Function, AsyncFunction> table = new EnumMap<>(Function.class);
        for (AsyncFunction row : values()) {
            Arrays.stream(row.functions).forEach(function -> table.put(function, row));
        }
        return table;
    }
}
