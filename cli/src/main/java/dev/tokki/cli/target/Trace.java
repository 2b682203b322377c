package dev.tokki.cli.target;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.text.CallText;
import java.io.PrintStream;

/// A module whose every call is printed; PINs and other secrets are masked.
///
/// @param module the module
/// @param err where the calls go
record Trace(Cryptoki module, PrintStream err) implements Cryptoki {
    @Override
    public <R> Reply<R> call(Call<R> call) {
        long start = System.nanoTime();
        Reply<R> reply = module.call(call);
        long micros = (System.nanoTime() - start) / 1000;
        err.println(CallText.line(call, reply) + "  (" + micros + " µs)");
        reply.why().ifPresent(reason -> err.println("    " + reason));
        return reply;
    }

    @Override
    public void close() {
        module.close();
    }
}
