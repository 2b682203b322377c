package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BOOL;
import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.api.AttributeKind.ULONG;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Secret keys: a value, and for types whose keys differ in length that length.
final class SecretKeyTables {
    /// As every byte of a DES key has it.
    static final Limit ODD_PARITY =
            new Limit("bytes of odd parity", value -> value instanceof Value.Raw raw && hasOddParity(raw));

    static final AttributeTable GENERIC =
            sized("Generic Secret Key Object Attributes", "6.8.2", Limit.NONE, Limit.NONE);
    static final AttributeTable AES = sized("AES Secret Key Object Attributes", "6.10.2", 16, 24, 32);
    static final AttributeTable AES_XTS = sized("AES-XTS Secret Key Object Attributes", "6.15.2", 32, 64);
    static final AttributeTable DES2 =
            fixed("DES2 Secret Key Object Attributes", "6.18.2", Limit.bytes(16).and(ODD_PARITY));
    static final AttributeTable DES3 =
            fixed("DES3 Secret Key Object Attributes", "6.18.3", Limit.bytes(24).and(ODD_PARITY));
    static final AttributeTable BLOWFISH = sized(
            "BLOWFISH Secret Key Object", "6.31.2", IntStream.rangeClosed(1, 56).toArray());
    static final AttributeTable TWOFISH = sized("Twofish Secret Key Object", "6.32.2", 16, 24, 32);
    static final AttributeTable CAMELLIA = sized("Camellia Secret Key Object Attributes", "6.33.2", 16, 24, 32);
    static final AttributeTable ARIA = sized("ARIA Secret Key Object Attributes", "6.35.2", 16, 24, 32);
    static final AttributeTable SEED = fixed("SEED Secret Key Object Attributes", "6.37.2", Limit.bytes(16));
    static final AttributeTable CHACHA20 = sized("ChaCha20 Secret Key Object", "6.47.2", 32);
    static final AttributeTable SALSA20 = sized("Salsa20 Secret Key Object", "6.48.2", 32);
    static final AttributeTable POLY1305 = sized("Poly1305 Secret Key Object", "6.49.2", 32);

    /// The table gives none of the keys in it footnote 7; they are no less secret than a CKA_VALUE, and made by
    /// the mechanism. CKA_VALUE itself is in the text only (section 6.6.3): it holds what never changes.
    static final AttributeTable DOUBLE_RATCHET = AttributeTable.of(
            "Double Ratchet Secret Key Object Attributes",
            "6.6.2",
            row(Cka.VALUE, BYTES, 7),
            row(Cka.X2RATCHET_RK, BYTES, 7),
            row(Cka.X2RATCHET_HKS, BYTES, 7),
            row(Cka.X2RATCHET_HKR, BYTES, 7),
            row(Cka.X2RATCHET_NHKS, BYTES, 7),
            row(Cka.X2RATCHET_NHKR, BYTES, 7),
            row(Cka.X2RATCHET_CKS, BYTES, 7),
            row(Cka.X2RATCHET_CKR, BYTES, 7),
            row(Cka.X2RATCHET_DHS, BYTES, 7),
            row(Cka.X2RATCHET_DHP, BYTES),
            row(Cka.X2RATCHET_DHR, BYTES),
            row(Cka.X2RATCHET_NS, ULONG),
            row(Cka.X2RATCHET_NR, ULONG),
            row(Cka.X2RATCHET_PNS, ULONG),
            row(Cka.X2RATCHET_BOBS1STMSG, BOOL),
            row(Cka.X2RATCHET_ISALICE, BOOL),
            row(Cka.X2RATCHET_BAGSIZE, ULONG),
            row(Cka.X2RATCHET_BAG, BYTES, 7));

    private SecretKeyTables() {}

    /// {@return the table of keys of several lengths in bytes}
    static AttributeTable sized(String title, String section, int... lengths) {
        return sized(
                title,
                section,
                Limit.bytes(lengths),
                Limit.oneOf(Arrays.stream(lengths).asLongStream().toArray()));
    }

    private static AttributeTable sized(String title, String section, Limit value, Limit length) {
        return AttributeTable.of(
                title,
                section,
                row(Cka.VALUE, BYTES, 1, 4, 6, 7).limit(value),
                row(Cka.VALUE_LEN, ULONG, 2, 3)
                        .follows(Computation.bytesOf(Cka.VALUE), Ckr.TEMPLATE_INCONSISTENT)
                        .limit(length));
    }

    /// {@return the table of keys of one length}
    static AttributeTable fixed(String title, String section, Limit length) {
        return AttributeTable.of(
                title, section, row(Cka.VALUE, BYTES, 1, 4, 6, 7).limit(length));
    }

    private static boolean hasOddParity(Value.Raw raw) {
        for (byte next : raw.bytes().array()) {
            if (Integer.bitCount(next & 0xFF) % 2 == 0) {
                return false;
            }
        }
        return true;
    }
}
