package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;

/// What a store should hold, written anew by every commit.
///
/// @param generation counts the commits
/// @param lastNumber no number up to this one is used again for an object or a version
/// @param sum the combined [Fingerprints] of all rows
record Ledger(long generation, long lastNumber, Bytes sum) {
    Bytes seal(StoreKeys keys, Bytes storeId, SecureRandom random) {
        byte[] content =
                new Encoding().put(generation).put(lastNumber).put(sum.array()).toBytes();
        return Bytes.of(Seal.close(keys.ledger(), StoreKeys.ledgerContext(storeId), content, random));
    }

    static Optional<Ledger> open(Bytes sealed, StoreKeys keys, Bytes storeId) {
        return Seal.open(keys.ledger(), StoreKeys.ledgerContext(storeId), sealed.array())
                .map(ByteBuffer::wrap)
                .map(from -> new Ledger(from.getLong(), from.getLong(), Bytes.of(Encoding.field(from))));
    }
}
