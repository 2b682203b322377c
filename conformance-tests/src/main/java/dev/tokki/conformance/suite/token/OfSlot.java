package dev.tokki.conformance.suite.token;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Sessions.CloseAllSessions;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.call.SlotsAndTokens.GetSlotInfo;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.conformance.module.TokenFacts;
import dev.tokki.conformance.suite.OfFunctions;
import java.util.List;
import java.util.function.LongFunction;

/// The functions that take the number of a slot.
enum OfSlot implements OfFunctions {
    GET_SLOT_INFO(Function.GET_SLOT_INFO, GetSlotInfo::new),
    GET_TOKEN_INFO(Function.GET_TOKEN_INFO, GetTokenInfo::new),
    GET_MECHANISM_LIST(Function.GET_MECHANISM_LIST, slot -> new GetMechanismList(slot, Buffer.query())),
    GET_MECHANISM_INFO(Function.GET_MECHANISM_INFO, slot -> new GetMechanismInfo(slot, Ckm.SHA256)),
    OPEN_SESSION(Function.OPEN_SESSION, slot -> new OpenSession(slot, Ckf.SERIAL_SESSION)),
    CLOSE_ALL_SESSIONS(Function.CLOSE_ALL_SESSIONS, CloseAllSessions::new),
    INIT_TOKEN(Function.INIT_TOKEN, slot -> new InitToken(slot, Bytes.utf8("12345678"), TokenFacts.padded("none")));

    private final Function function;
    private final LongFunction<Call<?>> calls;

    OfSlot(Function function, LongFunction<Call<?>> calls) {
        this.function = function;
        this.calls = calls;
    }

    Call<?> call(long slot) {
        return calls.apply(slot);
    }

    @Override
    public List<Function> functions() {
        return List.of(function);
    }

    @Override
    public String toString() {
        return function.cName();
    }
}
