package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BOOL;
import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.api.AttributeKind.TEXT;
import static dev.tokki.api.AttributeKind.ULONG;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Cka;

/// Objects that a token has and applications cannot make: mechanisms (section 4.15), profiles (4.16),
/// validations (4.17) and hardware features (4.4).
final class BuiltInTables {
    static final AttributeTable MECHANISM =
            AttributeTable.of("Common Mechanism Attributes", "4.15.2", row(Cka.MECHANISM_TYPE, ULONG));

    static final AttributeTable CMS_MECHANISM = AttributeTable.of(
            "CMS Signature Mechanism Object Attributes",
            "6.30.2",
            row(Cka.REQUIRED_CMS_ATTRIBUTES, BYTES),
            row(Cka.DEFAULT_CMS_ATTRIBUTES, BYTES),
            row(Cka.SUPPORTED_CMS_ATTRIBUTES, BYTES));

    static final AttributeTable PROFILE =
            AttributeTable.of("Profile Object Attributes", "4.16.2", row(Cka.PROFILE_ID, ULONG));

    static final AttributeTable VALIDATION = AttributeTable.of(
            "Validation Object Attributes",
            "4.17.2",
            row(Cka.VALIDATION_TYPE, ULONG),
            row(Cka.VALIDATION_VERSION, BYTES),
            row(Cka.VALIDATION_LEVEL, ULONG),
            row(Cka.VALIDATION_MODULE_ID, TEXT),
            row(Cka.VALIDATION_FLAG, ULONG),
            row(Cka.VALIDATION_AUTHORITY_TYPE, ULONG),
            row(Cka.VALIDATION_COUNTRY, TEXT).otherwiseEmpty(),
            row(Cka.VALIDATION_CERTIFICATE_IDENTIFIER, TEXT).otherwiseEmpty(),
            row(Cka.VALIDATION_CERTIFICATE_URI, TEXT).otherwiseEmpty(),
            row(Cka.VALIDATION_VENDOR_URI, TEXT).otherwiseEmpty(),
            row(Cka.VALIDATION_PROFILE, TEXT).otherwiseEmpty());

    static final AttributeTable HARDWARE_FEATURE =
            AttributeTable.of("Hardware Feature Common Attributes", "4.4.2", row(Cka.HW_FEATURE_TYPE, ULONG, 1));

    static final AttributeTable CLOCK =
            AttributeTable.of("Clock Object Attributes", "4.4.3.2", row(Cka.VALUE, TEXT, 8));

    static final AttributeTable MONOTONIC_COUNTER = AttributeTable.of(
            "Monotonic Counter Attributes",
            "4.4.4.2",
            row(Cka.RESET_ON_INIT, BOOL),
            row(Cka.HAS_RESET, BOOL),
            row(Cka.VALUE, BYTES));

    static final AttributeTable USER_INTERFACE = AttributeTable.of(
            "User Interface Object Attributes",
            "4.4.5.2",
            row(Cka.PIXEL_X, ULONG),
            row(Cka.PIXEL_Y, ULONG),
            row(Cka.RESOLUTION, ULONG),
            row(Cka.CHAR_ROWS, ULONG),
            row(Cka.CHAR_COLUMNS, ULONG),
            row(Cka.COLOR, BOOL),
            row(Cka.BITS_PER_PIXEL, ULONG),
            row(Cka.CHAR_SETS, TEXT),
            row(Cka.ENCODING_METHODS, TEXT),
            row(Cka.MIME_TYPES, TEXT));

    private BuiltInTables() {}
}
