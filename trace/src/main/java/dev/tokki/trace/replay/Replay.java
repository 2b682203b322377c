package dev.tokki.trace.replay;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Ckr;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Makes the calls of a transcript on another module, one after the other, and compares the replies.
///
/// Handles, slots, lengths and random values become those of the other module; hidden PINs are given, other hidden
/// bytes
/// become zeros.
public final class Replay {
    private final Transcript transcript;
    private final Given given;
    private int skipped;
    private final Map<String, Cryptoki> modules = new HashMap<>();
    private final Map<String, Translation> translations = new HashMap<>();

    /// @param transcript the calls
    /// @param given what the transcript does not tell
    public Replay(Transcript transcript, Given given) {
        this.transcript = transcript;
        this.given = given;
    }

    /// {@return the differences}
    ///
    /// @param connect gives each application of the transcript a module
    /// @param stopAtFirst whether no call is made after one that is answered otherwise
    public List<Difference> on(Function<? super String, ? extends Cryptoki> connect, boolean stopAtFirst) {
        List<Difference> differences = new ArrayList<>();
        try {
            for (CallRecord record : transcript.calls()) {
                differences.addAll(once(record, connect));
                if (stopAtFirst && !differences.isEmpty()) {
                    break;
                }
            }
        } finally {
            modules.values().forEach(Cryptoki::close);
            modules.clear();
        }
        return differences;
    }

    /// {@return how many calls were not made, because they name an object that is not there now; that it is not was
    /// told}
    public int skipped() {
        return skipped;
    }

    private List<Difference> once(CallRecord record, Function<? super String, ? extends Cryptoki> connect) {
        Reply<?> recorded = record.reply();
        if (recorded == null) {
            return List.of();
        }
        Cryptoki module = modules.computeIfAbsent(record.application(), connect);
        Translation translation = translations.computeIfAbsent(record.application(), name -> new Translation(given));
        if (translation.misses(record.call())) {
            skipped++;
            return List.of();
        }
        Call<?> call = translation.call(record.call(), recorded.rv().is(Ckr.PIN_INCORRECT));
        Reply<?> reply = module.call(call);
        if (recorded.value() != null) {
            translation.learn(record.call(), recorded.value(), reply.value());
        }
        return Comparison.of(record.number(), record.call(), recorded, reply);
    }
}
