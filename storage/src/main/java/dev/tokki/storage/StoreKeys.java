package dev.tokki.storage;

import dev.tokki.api.Bytes;

/// The keys derived from a [StoreKey] that an open store works with.
///
/// Not a record: it holds keys.
final class StoreKeys {
    private final byte[] publicObjects;
    private final byte[] tokenState;
    private final byte[] ledger;
    private final byte[] fingerprints;
    private final byte[] tokensOwn;

    StoreKeys(StoreKey key) {
        this.publicObjects = Derivation.PUBLIC_OBJECTS.from(key.bytes());
        this.tokenState = Derivation.TOKEN_STATE.from(key.bytes());
        this.ledger = Derivation.LEDGER.from(key.bytes());
        this.fingerprints = Derivation.FINGERPRINTS.from(key.bytes());
        this.tokensOwn = Derivation.TOKENS_OWN.from(key.bytes());
    }

    byte[] publicObjects() {
        return publicObjects;
    }

    byte[] tokenState() {
        return tokenState;
    }

    byte[] ledger() {
        return ledger;
    }

    byte[] fingerprints() {
        return fingerprints;
    }

    /// {@return the key of what a token gives out and takes back; another for each token}
    byte[] ownOf(Bytes tokenId) {
        return Derivation.TOKENS_OWN.from(
                new Encoding().put(tokensOwn).put(tokenId.array()).toBytes());
    }

    /// {@return what the content of an object is bound to: store, token, object, version, kind}
    static byte[] objectContext(Bytes storeId, Bytes tokenId, long id, long version, boolean isPrivate) {
        return new Encoding()
                .put(isPrivate ? "private object" : "public object")
                .put(storeId.array())
                .put(tokenId.array())
                .put(id)
                .put(version)
                .toBytes();
    }

    /// {@return what a token's state is bound to: store, token, slot, version}
    static byte[] stateContext(Bytes storeId, Bytes tokenId, long slot, long version) {
        return new Encoding()
                .put("token state")
                .put(storeId.array())
                .put(tokenId.array())
                .put(slot)
                .put(version)
                .toBytes();
    }

    /// {@return what the ledger is bound to: the store}
    static byte[] ledgerContext(Bytes storeId) {
        return new Encoding().put("ledger").put(storeId.array()).toBytes();
    }
}
