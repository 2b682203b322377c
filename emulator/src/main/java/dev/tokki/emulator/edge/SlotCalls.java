package dev.tokki.emulator.edge;

import dev.tokki.api.Reply;
import dev.tokki.api.call.SlotsAndTokens;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.chapter.TokenChapter;
import dev.tokki.emulator.object.Login;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Lifetime;
import dev.tokki.emulator.session.SlotEvents;
import dev.tokki.emulator.token.PinPad.Prompt;
import dev.tokki.emulator.token.Slot;
import dev.tokki.emulator.token.Token;

/// The calls of section 5.5, slots and tokens.
final class SlotCalls {
    private SlotCalls() {}

    static Reply<?> answer(Arrival in, SlotsAndTokens<?> call) {
        return switch (call) {
            case SlotsAndTokens.GetSlotList c -> {
                var slots = c.slots().isQuery()
                        ? in.state().slotsAnew()
                        : in.state().slots();
                yield in.room(c.slots())
                        .reply(slots.stream()
                                .filter(slot ->
                                        !c.tokenPresent() || slot.token().isPresent())
                                .mapToLong(Slot::number)
                                .toArray());
            }
            case SlotsAndTokens.GetSlotInfo c -> {
                Slot slot = in.state().slot(c.slot(), in.function());
                in.arguments().place(c.info(), "pInfo");
                yield Reply.ok(slot.info());
            }
            case SlotsAndTokens.GetTokenInfo c -> {
                var sessions = in.state().at(c.slot(), in.function());
                in.arguments().place(c.info(), "pInfo");
                yield Reply.ok(sessions.tokenInfo());
            }
            case SlotsAndTokens.GetMechanismList c -> {
                Token token = in.state().token(c.slot(), in.function());
                yield in.room(c.mechanisms()).reply(token.mechanisms().list());
            }
            case SlotsAndTokens.GetMechanismInfo c -> {
                Token token = in.state().token(c.slot(), in.function());
                in.arguments().place(c.info(), "pInfo");
                yield Reply.ok(token.mechanisms().info(c.type()));
            }
            case SlotsAndTokens.InitToken c -> {
                Token token = in.state().token(c.slot(), in.function());
                PinEntry entry = new PinEntry(in.function(), token);
                Prompt prompt = token.isInitialised() ? Prompt.SO_PIN : Prompt.NEW_SO_PIN;
                TokenChapter.initToken(
                        token,
                        entry.pin(c.pin(), "pPin", prompt),
                        in.arguments().present(c.label(), "pLabel"));
                yield Reply.ok(null);
            }
            case SlotsAndTokens.InitPIN c ->
                in.run(
                        c.session(),
                        session -> TokenChapter.initPin(
                                session,
                                new PinEntry(in.function(), session.token())
                                        .pin(c.pin(), "pPin", Prompt.NEW_USER_PIN)));
            case SlotsAndTokens.SetPIN c ->
                in.run(c.session(), session -> {
                    PinEntry entry = new PinEntry(in.function(), session.token());
                    boolean isOfficer = session.login() == Login.SO;
                    TokenChapter.setPin(
                            session,
                            entry.pin(c.oldPin(), "pOldPin", isOfficer ? Prompt.SO_PIN : Prompt.USER_PIN),
                            entry.pin(c.newPin(), "pNewPin", isOfficer ? Prompt.NEW_SO_PIN : Prompt.NEW_USER_PIN));
                });
            case SlotsAndTokens.WaitForSlotEvent c -> {
                in.arguments().place(c.slot(), "pSlot");
                in.arguments().reserved(c.reserved(), "pReserved");
                yield Reply.ok(in.state().told(slotEvent(in, (c.flags() & Ckf.DONT_BLOCK) == 0)));
            }
        };
    }

    /// {@return the slot of an event (section 5.5.4)}
    ///
    /// @param block whether to wait for one
    private static long slotEvent(Arrival in, boolean block) {
        SlotEvents events = in.state().events();
        if (!block) {
            return events.poll()
                    .orElseThrow(() -> Refusal.of(
                            Ckr.NO_EVENT,
                            "the slots",
                            "Nothing has happened since C_Initialize, or since the last event was told.",
                            in.function().section(),
                            "Call again later, or leave out CKF_DONT_BLOCK."));
        }
        try {
            return events.await().orElseThrow(Lifetime::notInitialised);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(
                    Ckr.FUNCTION_FAILED,
                    "the thread",
                    "It was interrupted while it waited for an event.",
                    in.function().section(),
                    "Call again to go on waiting.");
        }
    }
}
