package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BIG_INTEGER;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Cka;
import java.util.stream.IntStream;

/// Keys whose types the headers of v3.2 still name and whose tables stand in the *PKCS #11 Historical
/// Mechanisms Specification*. Keys for ciphers that were never published can be kept, though no mechanism uses them.
/// The section is that of the table of v3.2 that lets them be keys at all.
final class HistoricalTables {
    private static final String SECRET = "4.12";

    static final AttributeTable RC2 = ranged("RC2 Secret Key Object Attributes", 1, 128);
    static final AttributeTable RC4 = ranged("RC4 Secret Key Object Attributes", 1, 256);
    static final AttributeTable RC5 = ranged("RC5 Secret Key Object Attributes", 0, 255);
    static final AttributeTable CAST = ranged("CAST Secret Key Object Attributes", 1, 8);
    static final AttributeTable CAST3 = ranged("CAST3 Secret Key Object Attributes", 1, 8);
    static final AttributeTable CAST128 = ranged("CAST128 Secret Key Object Attributes", 1, 16);
    static final AttributeTable DES =
            fixed("DES Secret Key Object Attributes", Limit.bytes(8).and(SecretKeyTables.ODD_PARITY));
    static final AttributeTable CDMF =
            fixed("CDMF Secret Key Object Attributes", Limit.bytes(8).and(SecretKeyTables.ODD_PARITY));
    static final AttributeTable IDEA = fixed("IDEA Secret Key Object Attributes", Limit.bytes(16));
    static final AttributeTable SKIPJACK = fixed("SKIPJACK Secret Key Object Attributes", Limit.bytes(12));
    static final AttributeTable BATON = fixed("BATON Secret Key Object Attributes", Limit.bytes(40));
    static final AttributeTable JUNIPER = fixed("JUNIPER Secret Key Object Attributes", Limit.bytes(40));

    static final AttributeTable KEA_PUBLIC = AttributeTable.of(
            "KEA Public Key Object Attributes",
            "4.10",
            row(Cka.PRIME, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.SUBPRIME, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 3).limit(Limit.POSITIVE),
            row(Cka.VALUE, BIG_INTEGER, 1, 4).limit(Limit.POSITIVE));

    static final AttributeTable KEA_PRIVATE = AttributeTable.of(
            "KEA Private Key Object Attributes",
            "4.11",
            row(Cka.PRIME, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.SUBPRIME, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.BASE, BIG_INTEGER, 1, 4, 6).limit(Limit.POSITIVE),
            row(Cka.VALUE, BIG_INTEGER, 1, 4, 6, 7).limit(Limit.POSITIVE));

    private HistoricalTables() {}

    private static AttributeTable ranged(String title, int least, int most) {
        return SecretKeyTables.sized(
                title, SECRET, IntStream.rangeClosed(least, most).toArray());
    }

    private static AttributeTable fixed(String title, Limit value) {
        return SecretKeyTables.fixed(title, SECRET, value);
    }
}
