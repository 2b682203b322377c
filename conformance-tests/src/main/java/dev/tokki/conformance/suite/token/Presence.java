package dev.tokki.conformance.suite.token;

import dev.tokki.api.Buffer;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;

/// Which slots C_GetSlotList lists.
enum Presence {
    ALL,
    WITH_TOKEN;

    GetSlotList list(Buffer room) {
        return new GetSlotList(this == WITH_TOKEN, room);
    }

    @Override
    public String toString() {
        return this == ALL ? "all of them" : "with a token";
    }
}
