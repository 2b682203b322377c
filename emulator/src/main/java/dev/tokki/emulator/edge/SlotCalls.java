package dev.tokki.emulator.edge;

import dev.tokki.api.Reply;
import dev.tokki.api.call.SlotsAndTokens;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.chapter.TokenChapter;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Lifetime;
import dev.tokki.emulator.session.SlotEvents;
import dev.tokki.emulator.token.Slots;
import dev.tokki.emulator.token.Token;

/// The calls of section 5.5, slots and tokens.
final class SlotCalls {
    private SlotCalls() {}

    static Reply<?> answer(Arrival in, SlotsAndTokens<?> call) {
        Slots slots = in.state().slots();
        return switch (call) {
            // Every slot holds a token.
            case SlotsAndTokens.GetSlotList c -> in.room(c.slots()).reply(slots.numbers());
            case SlotsAndTokens.GetSlotInfo c -> {
                var info = slots.info(c.slot(), in.function());
                in.arguments().place(c.info(), "pInfo");
                yield Reply.ok(info);
            }
            case SlotsAndTokens.GetTokenInfo c -> {
                var sessions = in.state().at(c.slot(), in.function());
                in.arguments().place(c.info(), "pInfo");
                yield Reply.ok(sessions.tokenInfo());
            }
            case SlotsAndTokens.GetMechanismList c -> {
                Token token = slots.token(c.slot(), in.function());
                yield in.room(c.mechanisms()).reply(token.mechanisms().list());
            }
            case SlotsAndTokens.GetMechanismInfo c -> {
                Token token = slots.token(c.slot(), in.function());
                in.arguments().place(c.info(), "pInfo");
                yield Reply.ok(token.mechanisms().info(c.type()));
            }
            case SlotsAndTokens.InitToken c -> {
                Token token = slots.token(c.slot(), in.function());
                TokenChapter.initToken(
                        token,
                        in.arguments().present(c.pin(), "pPin"),
                        in.arguments().present(c.label(), "pLabel"));
                yield Reply.ok(null);
            }
            case SlotsAndTokens.InitPIN c ->
                in.run(
                        c.session(),
                        session -> TokenChapter.initPin(session, in.arguments().present(c.pin(), "pPin")));
            case SlotsAndTokens.SetPIN c ->
                in.run(
                        c.session(),
                        session -> TokenChapter.setPin(
                                session,
                                in.arguments().present(c.oldPin(), "pOldPin"),
                                in.arguments().present(c.newPin(), "pNewPin")));
            case SlotsAndTokens.WaitForSlotEvent c -> {
                in.arguments().place(c.slot(), "pSlot");
                in.arguments().reserved(c.reserved(), "pReserved");
                yield Reply.ok(slotEvent(in, (c.flags() & Ckf.DONT_BLOCK) == 0));
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
