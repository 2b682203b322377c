package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;

/// What a store should hold, written anew by every commit. The first has generation 0 and holds nothing.
///
/// @param generation counts the commits
/// @param lastNumber no number up to this one is used again for an object or a version
/// @param sum the combined [Fingerprints] of all rows
record Ledger(long generation, long lastNumber, Bytes sum) {
    static final Ledger EMPTY = new Ledger(0, 0, Fingerprints.NONE);

    Bytes seal(StoreKeys keys, Bytes storeId, SecureRandom random) {
        byte[] content = encode(new Encoding()).toBytes();
        return Bytes.of(Seal.close(keys.ledger(), StoreKeys.ledgerContext(storeId), content, random));
    }

    static Optional<Ledger> open(Bytes sealed, StoreKeys keys, Bytes storeId) {
        return Seal.open(keys.ledger(), StoreKeys.ledgerContext(storeId), sealed.array())
                .map(ByteBuffer::wrap)
                .map(Ledger::decode);
    }

    Encoding encode(Encoding to) {
        return to.put(generation).put(lastNumber).put(sum);
    }

    static Ledger decode(ByteBuffer from) {
        return new Ledger(from.getLong(), from.getLong(), Encoding.bytes(from));
    }
}
