package dev.tokki.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Buffer;
import dev.tokki.api.Function;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.operation.Production;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Output of variable length (section 5.2).
class RoomTest {
    /// Three bytes of which one knows beforehand only that they are five at most; says what it was asked.
    private static final class Guessing implements Production {
        private final List<String> asked = new ArrayList<>();

        @Override
        public long atMost() {
            return 5;
        }

        @Override
        public long exactly() {
            asked.add("exactly");
            return 3;
        }

        @Override
        public byte[] take() {
            asked.add("take");
            return new byte[] {1, 2, 3};
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }

    private final Guessing production = new Guessing();

    @Test
    void aQueryTellsALengthThatSufficesAndComputesNothing() {
        assertThat(reply(Buffer.query())).isEqualTo(Reply.ok(Output.length(5)));
        assertThat(production.asked).isEmpty();
    }

    @Test
    void roomForTheMostIsRoomEnough() {
        assertThat(reply(Buffer.of(5)).outputs().array()).containsExactly(1, 2, 3);
        assertThat(production.asked).containsExactly("take");
    }

    @Test
    void roomForTheOutputItselfSuffices() {
        assertThat(reply(Buffer.of(3)).outputs().array()).containsExactly(1, 2, 3);
    }

    @Test
    void tooLittleRoomTellsTheLengthAndTakesNothing() {
        Reply<Output> reply = reply(Buffer.of(2));
        assertThat(reply.rv().value()).isEqualTo(Ckr.BUFFER_TOO_SMALL);
        assertThat(reply.value()).isEqualTo(Output.length(3));
        assertThat(reply.why()).isPresent();
        assertThat(production.asked).containsExactly("exactly");
    }

    @Test
    void aCapacityIsUnsigned() {
        assertThat(reply(Buffer.of(-1)).isOk()).isTrue();
    }

    @Test
    void aLengthThatCannotBeToldIsABadArgument() {
        for (Buffer buffer : List.of(Buffer.noLength(), Buffer.none())) {
            assertThatThrownBy(() -> reply(buffer))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.rv().value()).isEqualTo(Ckr.ARGUMENTS_BAD));
        }
    }

    private Reply<Output> reply(Buffer buffer) {
        return new Room(Function.DECRYPT, buffer).reply(production);
    }
}
