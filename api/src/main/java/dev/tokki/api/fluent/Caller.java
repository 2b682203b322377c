package dev.tokki.api.fluent;

import dev.tokki.api.Buffer;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Function;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Ckr;

/// Makes calls and turns return values into exceptions.
///
/// @param cryptoki the module
record Caller(Cryptoki cryptoki) {
    /// A call whose output depends on the room for it.
    interface Sized<R> {
        Call<R> into(Buffer room);
    }

    /// Makes a call that has no outputs.
    void run(Call<Void> call) {
        check(call, cryptoki.call(call));
    }

    /// {@return the outputs of a call}
    <R> R get(Call<R> call) {
        return check(call, cryptoki.call(call)).outputs();
    }

    /// {@return the bytes of a call, offered `guess` bytes of room first and what the module asks for if that is too
    /// small}
    byte[] bytes(long guess, Sized<Output> sized) {
        Call<Output> call = sized.into(Buffer.of(guess));
        Reply<Output> reply = cryptoki.call(call);
        if (reply.rv().is(Ckr.BUFFER_TOO_SMALL)) {
            call = sized.into(Buffer.of(reply.outputs().length()));
            reply = cryptoki.call(call);
        }
        return check(call, reply).outputs().array();
    }

    /// {@return the entries of a list: its length is asked first}
    long[] list(Sized<ULongs> sized) {
        long count = get(sized.into(Buffer.query())).count();
        return count == 0 ? new long[0] : get(sized.into(Buffer.of(count))).toArray();
    }

    private static <R> Reply<R> check(Call<R> call, Reply<R> reply) {
        if (!reply.isOk()) {
            throw new CryptokiException(Function.of(call), reply.rv(), reply.reason());
        }
        return reply;
    }
}
