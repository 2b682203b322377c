package dev.tokki.emulator.edge;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Digesting;
import dev.tokki.emulator.chapter.DigestChapter;
import dev.tokki.emulator.operation.Kind;

/// The calls of section 5.12, digests.
final class DigestCalls {
    private static final Class<dev.tokki.emulator.operation.Digesting> TYPE =
            dev.tokki.emulator.operation.Digesting.class;

    private DigestCalls() {}

    static Reply<?> answer(Arrival in, Digesting<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case Digesting.DigestInit c ->
                in.begin(c.session(), Kind.DIGESTING, c.mechanism(), DigestChapter::digestInit);
            case Digesting.Digest c ->
                in.output(
                        c.session(),
                        Kind.DIGESTING,
                        TYPE,
                        c.digest(),
                        one -> one.onePart(arguments.bytes(c.data(), "pData"), in.function()));
            case Digesting.DigestUpdate c ->
                in.part(c.session(), Kind.DIGESTING, TYPE, one -> one.part(arguments.bytes(c.part(), "pPart")));
            case Digesting.DigestKey c -> in.run(c.session(), session -> DigestChapter.digestKey(session, c.key()));
            case Digesting.DigestFinal c ->
                in.output(
                        c.session(),
                        Kind.DIGESTING,
                        TYPE,
                        c.digest(),
                        dev.tokki.emulator.operation.Digesting::lastPart);
        };
    }
}
