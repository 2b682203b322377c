package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BOOL;
import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.api.AttributeKind.TEXT;
import static dev.tokki.api.AttributeKind.ULONG;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Cka;

/// What all objects have (section 4.2), what all have that applications can make (section 4.5), and data
/// objects (section 4.6).
final class StorageTables {
    static final AttributeTable COMMON = AttributeTable.of(
            "Common Object Attributes",
            "4.2.2",
            row(Cka.CLASS, ULONG, 1),
            row(Cka.UNIQUE_ID, TEXT, 2, 4, 6).made(History::uniqueId));

    /// "Only the CKA_LABEL attribute can be modified after the object is created": that is footnote 8.
    /// CKA_COPYABLE "can't be set to TRUE once it is set to FALSE": footnote 12.
    static final AttributeTable STORAGE = AttributeTable.of(
            "Common Storage Object Attributes",
            "4.5",
            row(Cka.TOKEN, BOOL).otherwise(false).changesInCopy(),
            row(Cka.PRIVATE, BOOL).chosen(Choice.PRIVATE).changesInCopy(),
            row(Cka.MODIFIABLE, BOOL).otherwise(true).changesInCopy(),
            row(Cka.LABEL, TEXT, 8).otherwiseEmpty(),
            row(Cka.COPYABLE, BOOL, 12).otherwise(true),
            row(Cka.DESTROYABLE, BOOL).otherwise(true).changesInCopy());

    static final AttributeTable DATA = AttributeTable.of(
            "Data Object Attributes",
            "4.6.2",
            row(Cka.APPLICATION, TEXT).otherwiseEmpty(),
            row(Cka.OBJECT_ID, BYTES).otherwiseEmpty(),
            row(Cka.VALUE, BYTES).otherwiseEmpty());

    private StorageTables() {}
}
