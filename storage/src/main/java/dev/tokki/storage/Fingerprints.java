package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Fingerprints of rows: HMAC-SHA-256 over everything in them. Their XOR over all rows of a store, kept secret
/// in the [Ledger], tells whether the set of rows is the one last written: each row altered, exchanged,
/// removed, added or put back to an earlier state changes it, and each commit updates it without reading the
/// rest.
///
/// Not for several threads at once.
final class Fingerprints {
    /// The fingerprint of no rows.
    static final Bytes NONE = Bytes.of(new byte[32]);

    private final Mac mac;
    private final Bytes storeId;

    Fingerprints(byte[] key, Bytes storeId) {
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
        this.storeId = storeId;
    }

    Bytes of(TokenRow row) {
        return start('T')
                .number(row.slot())
                .bytes(row.id())
                .number(row.version())
                .bytes(row.state())
                .bytes(row.soPin())
                .number(row.userPin().isNull() ? 0 : 1)
                .bytes(row.userPin())
                .finish();
    }

    Bytes of(ObjectRow row) {
        return start('O')
                .number(row.id())
                .number(row.slot())
                .number(row.isPrivate() ? 1 : 0)
                .number(row.version())
                .bytes(row.sealed())
                .finish();
    }

    /// {@return the fingerprint of two sets that share no row, or of a set without a row it has}
    static Bytes combine(Bytes one, Bytes other) {
        byte[] sum = one.copy();
        add(sum, other);
        return Bytes.of(sum);
    }

    /// The same in place.
    static void add(byte[] sum, Bytes other) {
        byte[] addend = other.array();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= addend[i];
        }
    }

    private Fingerprints start(char kind) {
        return number(kind).bytes(storeId);
    }

    private Fingerprints number(long number) {
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        return this;
    }

    private Fingerprints bytes(Bytes bytes) {
        number(bytes.length());
        mac.update(bytes.array());
        return this;
    }

    private Bytes finish() {
        return Bytes.of(mac.doFinal());
    }
}
