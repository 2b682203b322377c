package dev.tokki.trace.replay;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.constant.Ckr;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.replay.Outcome.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes the calls of a transcript on another module, one after the other, and compares the replies.
///
/// Handles, slots, lengths and whatever a module makes up become those of the other module; hidden PINs are given,
/// other hidden bytes become zeros. Objects are told apart by their attributes, not by the order in which they are
/// found.
public final class Replay {
    private final Given given;
    private final Sightings sightings;
    private final MadeUp madeUp = new MadeUp();
    private final Map<String, Cryptoki> modules = new HashMap<>();
    private final Map<String, Translation> translations = new HashMap<>();
    private final Offers offersThen;
    private final Offers offersNow = new Offers();
    private final Map<Long, Reply<?>> replies = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private Replay(Transcript transcript, Given given) {
        this.given = given;
        this.sightings = Sightings.of(transcript);
        this.offersThen = Offers.of(transcript);
    }

    /// {@return how it went}
    ///
    /// @param transcript the calls
    /// @param given what the transcript does not tell
    /// @param connect gives each application of the transcript a module
    /// @param stopAtFirst whether no call is made after one that is answered otherwise
    public static Outcome of(
            Transcript transcript,
            Given given,
            Function<? super String, ? extends Cryptoki> connect,
            boolean stopAtFirst) {
        Replay replay = new Replay(transcript, given);
        try {
            for (CallRecord record : transcript.calls()) {
                replay.once(record, connect);
                if (stopAtFirst
                        && replay.differences.stream().anyMatch(each -> each.kind() == Difference.Kind.ANSWER)) {
                    break;
                }
            }
        } finally {
            replay.modules.values().forEach(Cryptoki::close);
        }
        return new Outcome(replay.differences, replay.leftOut, replay.replies);
    }

    private void once(CallRecord record, Function<? super String, ? extends Cryptoki> connect) {
        Reply<?> recorded = record.reply();
        if (recorded == null) {
            leftOut.add(new LeftOut(record, "it did not return when it was recorded"));
            return;
        }
        Translation translation = translations.computeIfAbsent(
                record.application(), name -> new Translation(given, madeUp, facts -> sightings.of(name, facts)));
        if (translation.misses(record.call())) {
            leftOut.add(new LeftOut(record, "the object it names is not there now"));
            return;
        }
        Cryptoki module = modules.computeIfAbsent(record.application(), connect);
        if (translation.operations().isLost(record.call())) {
            leftOut.add(new LeftOut(record, "its operation was not begun"));
            return;
        }
        Call<?> call = translation.call(record.call(), recorded.rv().is(Ckr.PIN_INCORRECT));
        Reply<?> reply = answered(record.call(), recorded, call, module, translation);
        replies.put(record.number(), reply);
        translation.operations().keepInStep(record.call(), recorded, call, reply, module);
        if (reply.value() instanceof ULongs list && call instanceof GetMechanismList) {
            offersNow.learn(list);
        }
        Optional<String> unknowable = Unknowable.why(record.call(), recorded, reply, madeUp);
        if (recorded.value() != null) {
            translation.learn(record.call(), recorded.value(), reply.value());
        }
        if (unknowable.isPresent()) {
            leftOut.add(new LeftOut(record, unknowable.get()));
        } else {
            Comparison.of(record.number(), record.call(), recorded, reply).stream()
                    .map(this::judged)
                    .forEach(differences::add);
        }
    }

    /// A mechanism that one of the modules does not list is something that it cannot do, which is no wrong answer.
    private Difference judged(Difference difference) {
        String invalid = new Rv(Ckr.MECHANISM_INVALID).toString();
        boolean ability = difference.what().equals(Comparison.RETURN_VALUE)
                && ((difference.first().equals(invalid) && offersThen.lacks(difference.about()))
                        || (difference.second().equals(invalid) && offersNow.lacks(difference.about())));
        return ability ? difference.asAbility() : difference;
    }

    /// The reply; of a search, in the order in which the transcript has the objects.
    private static Reply<?> answered(
            Call<?> recordedCall, Reply<?> recorded, Call<?> call, Cryptoki module, Translation translation) {
        Reply<?> reply = module.call(call);
        if (call instanceof FindObjectsInit init && recorded.isOk() && reply.isOk()) {
            translation.begin(init.session(), new Search(module, init.session()));
        } else if (recordedCall instanceof FindObjects search
                && call instanceof FindObjects now
                && reply.isOk()
                && recorded.value() instanceof ULongs found
                && found.values() != null) {
            boolean end = found.count() < search.objects().length();
            return translation
                    .found(now.session(), found.values(), end)
                    .<Reply<?>>map(Reply::ok)
                    .orElse(reply);
        }
        return reply;
    }
}
