package dev.tokki.emulator.edge;

import dev.tokki.api.Bytes;
import dev.tokki.api.Reply;
import dev.tokki.api.call.RandomNumbers;
import dev.tokki.emulator.chapter.RandomChapter;

/// The calls of section 5.19, random numbers.
final class RandomCalls {
    private RandomCalls() {}

    static Reply<?> answer(Arrival in, RandomNumbers<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case RandomNumbers.SeedRandom c ->
                in.run(c.session(), session -> RandomChapter.seedRandom(session, arguments.bytes(c.seed(), "pSeed")));
            case RandomNumbers.GenerateRandom c ->
                in.in(
                        c.session(),
                        session -> Reply.ok(Bytes.of(
                                RandomChapter.generateRandom(session, arguments.room(c.randomData(), "pRandomData")))));
        };
    }
}
