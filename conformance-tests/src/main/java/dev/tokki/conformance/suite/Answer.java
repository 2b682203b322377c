package dev.tokki.conformance.suite;

import static java.util.stream.Collectors.joining;

import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.conformance.result.Finding;
import dev.tokki.conformance.result.Why;
import java.util.Arrays;
import java.util.stream.LongStream;

/// A reply, held against what the specification permits.
///
/// `CKR_FUNCTION_NOT_SUPPORTED` ends the test as not supported, unless it is among the values asked for.
public final class Answer<R> {
    private final Function function;
    private final Reply<R> reply;

    Answer(Function function, Reply<R> reply) {
        this.function = function;
        this.reply = reply;
    }

    /// Demands one of these return values; several where the specification leaves the choice.
    public Answer<R> returns(long... permitted) {
        if (LongStream.of(permitted).anyMatch(reply.rv()::is)) {
            return this;
        }
        endIfNotSupported();
        throw new Deviation(new Finding(
                function.cName(),
                named(permitted),
                reply.rv().toString(),
                reply.why().map(Why::of).orElse(null)));
    }

    /// Demands `CKR_OK`.
    public Answer<R> succeeds() {
        return returns(Ckr.OK);
    }

    /// Demands any return value but `CKR_OK`, where the specification says that it fails and not how.
    public Answer<R> fails() {
        endIfNotSupported();
        if (reply.isOk()) {
            throw new Deviation(new Finding(function.cName(), "an error", "CKR_OK", null));
        }
        return this;
    }

    /// {@return what the function wrote, after demanding `CKR_OK`}
    public R value() {
        succeeds();
        return outputs();
    }

    /// {@return what the function wrote, whatever it returned}
    public R outputs() {
        R value = reply.value();
        if (value == null) {
            throw new Deviation(new Finding(function.cName(), "outputs with " + reply.rv(), "nothing written", null));
        }
        return value;
    }

    /// {@return the return value}
    public Rv rv() {
        return reply.rv();
    }

    /// {@return the whole reply}
    public Reply<R> reply() {
        return reply;
    }

    private void endIfNotSupported() {
        if (reply.rv().is(Ckr.FUNCTION_NOT_SUPPORTED)) {
            throw new NotSupported(function + " is not supported");
        }
    }

    private static String named(long... permitted) {
        return Arrays.stream(permitted).mapToObj(Names.CKR::of).collect(joining(" or "));
    }
}
