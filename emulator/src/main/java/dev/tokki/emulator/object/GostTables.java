package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Cka;

/// Keys and domain parameters of the GOST algorithms, sections 6.44 to 6.46.
final class GostTables {
    static final AttributeTable SECRET = AttributeTable.of(
            "GOST 28147-89 Secret Key Object Attributes",
            "6.44.2",
            row(Cka.VALUE, BYTES, 1, 4, 6, 7).limit(Limit.bytes(32)),
            row(Cka.GOST28147_PARAMS, BYTES, 1, 3, 5));

    /// The table's "CKA_VALUE1" is CKA_VALUE with footnote 1.
    static final AttributeTable GOST28147_DOMAIN = AttributeTable.of(
            "GOST 28147-89 Domain Parameter Object Attributes",
            "6.44.3",
            row(Cka.VALUE, BYTES, 1),
            row(Cka.OBJECT_ID, BYTES, 1));

    static final AttributeTable GOSTR3411_DOMAIN = AttributeTable.of(
            "GOST R 34.11-94 Domain Parameter Object Attributes",
            "6.45.2",
            row(Cka.VALUE, BYTES, 1),
            row(Cka.OBJECT_ID, BYTES, 1));

    static final AttributeTable PUBLIC = AttributeTable.of(
            "GOST R 34.10-2001 Public Key Object Attributes",
            "6.46.2",
            row(Cka.VALUE, BYTES, 1, 4).limit(Limit.bytes(64)),
            row(Cka.GOSTR3410_PARAMS, BYTES, 1, 3),
            row(Cka.GOSTR3411_PARAMS, BYTES, 1, 3, 8),
            row(Cka.GOST28147_PARAMS, BYTES, 8).otherwiseEmpty());

    static final AttributeTable PRIVATE = AttributeTable.of(
            "GOST R 34.10-2001 Private Key Object Attributes",
            "6.46.3",
            row(Cka.VALUE, BYTES, 1, 4, 6, 7).limit(Limit.bytes(32)),
            row(Cka.GOSTR3410_PARAMS, BYTES, 1, 4, 6),
            row(Cka.GOSTR3411_PARAMS, BYTES, 1, 4, 6, 8),
            row(Cka.GOST28147_PARAMS, BYTES, 4, 6, 8).otherwiseEmpty());

    static final AttributeTable GOSTR3410_DOMAIN = AttributeTable.of(
            "GOST R 34.10-2001 Domain Parameter Object Attributes",
            "6.46.4",
            row(Cka.VALUE, BYTES, 1),
            row(Cka.OBJECT_ID, BYTES, 1));

    private GostTables() {}
}
