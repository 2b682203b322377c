package dev.tokki.storage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// What one commit does: all of it happens, or nothing.
///
/// @param ledger the ledger afterwards
/// @param changes what happens to the rows, in this order
record Commit(Ledger ledger, List<RowChange> changes) {
    byte[] toBytes() {
        Encoding encoding = ledger.encode(new Encoding()).put(changes.size());
        changes.forEach(change -> change.encode(encoding));
        return encoding.toBytes();
    }

    static Commit of(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        Ledger ledger = Ledger.decode(from);
        long count = from.getLong();
        List<RowChange> changes = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            changes.add(RowChange.decode(from));
        }
        return new Commit(ledger, changes);
    }
}
