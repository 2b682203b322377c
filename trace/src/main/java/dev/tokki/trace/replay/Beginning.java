package dev.tokki.trace.replay;

import dev.tokki.api.Bytes;
import dev.tokki.api.Reply;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cku;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Handles;
import dev.tokki.trace.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a transcript tells of how things were when it began, so that a module can be made ready for a replay.
///
/// @param slots the slots, by number
/// @param userPin the user's PIN, if the transcript keeps secrets in clear
/// @param soPin the SO's PIN, likewise
public record Beginning(Map<Long, Slot> slots, Optional<String> userPin, Optional<String> soPin) {
    /// A slot's token; one that nobody looked at is taken to be ready.
    ///
    /// @param initialised whether it had been initialised
    /// @param hasUserPin whether the user had a PIN
    /// @param label its label
    public record Slot(boolean initialised, boolean hasUserPin, String label) {
        private static final Slot READY = new Slot(true, true, "tokki");

        private static Slot of(TokenInfo info) {
            return new Slot(
                    (info.flags() & Ckf.TOKEN_INITIALIZED) != 0,
                    (info.flags() & Ckf.USER_PIN_INITIALIZED) != 0,
                    info.label());
        }
    }

    /// {@return how things were}
    public static Beginning of(Transcript transcript) {
        Map<Long, Slot> slots = new LinkedHashMap<>();
        listed(transcript).forEach(slot -> slots.put(slot, Slot.READY));
        if (slots.isEmpty()) {
            slots.put(firstNamed(transcript).orElse(0), Slot.READY);
        }
        for (CallRecord record : transcript.calls()) {
            Reply<?> reply = record.reply();
            if (record.call() instanceof InitToken) {
                break;
            } else if (record.call() instanceof GetTokenInfo asked
                    && reply != null
                    && reply.value() instanceof TokenInfo info) {
                slots.replace(asked.slot(), Slot.READY, Slot.of(info));
            }
        }
        return new Beginning(slots, pin(transcript, Cku.USER), pin(transcript, Cku.SO));
    }

    private static List<Long> listed(Transcript transcript) {
        return transcript.calls().stream()
                .filter(record -> record.call() instanceof GetSlotList && record.reply() != null)
                .map(CallRecord::reply)
                .map(reply -> reply != null && reply.value() instanceof ULongs list ? list.values() : null)
                .filter(values -> values != null)
                .findFirst()
                .orElse(List.of());
    }

    private static OptionalLong firstNamed(Transcript transcript) {
        return transcript.calls().stream()
                .map(record -> Handles.slot(record.call()))
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    private static Optional<String> pin(Transcript transcript, long user) {
        return transcript.calls().stream()
                .filter(CallRecord::isOk)
                .map(record -> pin(record.call(), user))
                .flatMap(Optional::stream)
                .filter(pin -> !pin.isHidden() && !pin.isNull())
                .map(Bytes::text)
                .findFirst();
    }

    private static Optional<Bytes> pin(Call<?> call, long user) {
        return switch (call) {
            case Login login when login.userType() == user -> Optional.of(login.pin());
            case InitToken init when user == Cku.SO -> Optional.of(init.pin());
            default -> Optional.empty();
        };
    }
}
