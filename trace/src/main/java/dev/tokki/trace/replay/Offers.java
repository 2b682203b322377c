package dev.tokki.trace.replay;

import dev.tokki.api.Reply;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.constant.Names;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The mechanisms that a module lists, as far as it was asked.
final class Offers {
    private final Set<String> mechanisms = new HashSet<>();

    static Offers of(Transcript transcript) {
        Offers offers = new Offers();
        for (CallRecord record : transcript.calls()) {
            Reply<?> reply = record.reply();
            if (record.call() instanceof GetMechanismList && reply != null && reply.value() instanceof ULongs list) {
                offers.learn(list);
            }
        }
        return offers;
    }

    void learn(ULongs list) {
        List<Long> values = list.values();
        if (values != null) {
            values.forEach(value -> mechanisms.add(Names.CKM.of(value)));
        }
    }

    /// {@return whether it lists mechanisms, and this one not}
    boolean lacks(String mechanism) {
        return !mechanisms.isEmpty() && !mechanism.isEmpty() && !mechanisms.contains(mechanism);
    }
}
