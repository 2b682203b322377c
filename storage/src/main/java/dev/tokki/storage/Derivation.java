package dev.tokki.storage;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/// HKDF-SHA-256 (RFC 5869): one key in, an independent key for each purpose out. The purposes are listed here
/// so that no two share a label.
enum Derivation {
    /// From the store's key: the password of the database file.
    FILE_PASSWORD("file password"),
    /// From the store's key: the content of public objects.
    PUBLIC_OBJECTS("public objects"),
    /// From the store's key: tokens' state.
    TOKEN_STATE("token state"),
    /// From the store's key: the ledger.
    LEDGER("ledger"),
    /// From the store's key: the journal.
    JOURNAL("journal"),
    /// From the store's key: fingerprints of rows.
    FINGERPRINTS("fingerprints"),
    /// From the store's key: the high-water mark beside the database.
    HIGH_WATER_MARK("high-water mark"),
    /// From the store's key: the keys of what tokens give out and take back.
    TOKENS_OWN("tokens' own"),
    /// From what Argon2id makes of a PIN: the wrapping of the master key.
    PIN_WRAPPING("pin wrapping"),
    /// From a token's master key: the content of private objects.
    PRIVATE_OBJECTS("private objects");

    private final byte[] label;

    Derivation(String label) {
        this.label = ("tokki store 1: " + label).getBytes(StandardCharsets.US_ASCII);
    }

    /// {@return 32 bytes for this purpose}
    byte[] from(byte[] key) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(SHA256Digest.newInstance());
        hkdf.init(new HKDFParameters(key, null, label));
        byte[] derived = new byte[32];
        hkdf.generateBytes(derived, 0, derived.length);
        return derived;
    }
}
