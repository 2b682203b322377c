package dev.tokki.nativeadapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Notify;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.parameter.Structure;
import dev.tokki.nativeadapter.layout.Abi;
import dev.tokki.nativeadapter.layout.ReplySamples;
import dev.tokki.nativeadapter.layout.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Calls and replies survive the way to another process and back.
final class RecordCodecProperties {
    private final RecordCodec codec = new RecordCodec(new Remembered());

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void everyCallIsReadAsWritten(@ForAll("calls") Call<?> call) {
        FrameReader in = new FrameReader(written(call));
        assertThat(codec.readCall(in)).isEqualTo(call);
        in.end();
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void everyReplyIsReadAsWritten(
            @ForAll("calls") Call<?> call, @ForAll("structures") Structure parameter, @ForAll long seed) {
        Reply<?> sample = new ReplySamples(Abi.LP64, seed).reply(call);
        Reason reason = seed % 2 == 0 ? null : new Reason("subject", "rule", "5.1", "remedy");
        Reply<?> reply = new Reply<>(sample.rv(), sample.value(), seed % 3 == 0 ? parameter : null, reason);
        FrameWriter out = new FrameWriter();
        codec.writeReply(call, reply, out);
        FrameReader in = new FrameReader(out.toArray());
        assertThat((Object) codec.readReply(call, in)).isEqualTo(reply);
        in.end();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aCutFrameIsRefused(@ForAll("calls") Call<?> call, @ForAll long seed) {
        byte[] frame = written(call);
        byte[] cut = Arrays.copyOf(frame, new Random(seed).nextInt(frame.length));
        assertThatThrownBy(() -> codec.readCall(new FrameReader(cut))).isInstanceOf(BrokenFrameException.class);
    }

    private byte[] written(Call<?> call) {
        FrameWriter out = new FrameWriter();
        codec.writeCall(call, out);
        return out.toArray();
    }

    @Provide
    Arbitrary<Call<?>> calls() {
        return new Samples(Abi.LP64).calls();
    }

    @Provide
    Arbitrary<Structure> structures() {
        return new Samples(Abi.LP64).structures();
    }

    /// Callbacks by their order.
    private static final class Remembered implements Notifications {
        private final List<Notify> callbacks = new ArrayList<>();

        @Override
        public long numberOf(Notify callback) {
            callbacks.add(callback);
            return callbacks.size() - 1L;
        }

        @Override
        public Notify of(long number) {
            return callbacks.get((int) number);
        }
    }
}
