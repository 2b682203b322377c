package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BOOL;
import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.api.AttributeKind.DATE;
import static dev.tokki.api.AttributeKind.TEMPLATE;
import static dev.tokki.api.AttributeKind.ULONG;
import static dev.tokki.api.AttributeKind.ULONG_ARRAY;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;

/// What all keys have (section 4.9), and all public (4.10), private (4.11) and secret ones (4.12).
///
/// A usage attribute that nobody gives is what keys of the type can do: the tables leave that to the token.
final class KeyTables {
    static final AttributeTable KEY = AttributeTable.of(
            "Common Key Attributes",
            "4.9.2",
            row(Cka.KEY_TYPE, ULONG, 1, 5),
            row(Cka.ID, BYTES, 8).otherwiseEmpty(),
            row(Cka.START_DATE, DATE, 8).otherwiseEmpty(),
            row(Cka.END_DATE, DATE, 8).otherwiseEmpty(),
            row(Cka.DERIVE, BOOL, 8).otherwise(false),
            row(Cka.LOCAL, BOOL, 2, 4, 6).made(History::local),
            row(Cka.KEY_GEN_MECHANISM, ULONG, 2, 4, 6).made(History::keyGenMechanism),
            row(Cka.ALLOWED_MECHANISMS, ULONG_ARRAY),
            row(Cka.OBJECT_VALIDATION_FLAGS, ULONG, 4, 6, 9)
                    .follows(History::validationFlags, Ckr.ATTRIBUTE_VALUE_INVALID));

    static final AttributeTable PUBLIC_KEY = AttributeTable.of(
            "Common Public Key Attributes",
            "4.10",
            row(Cka.SUBJECT, BYTES, 8).otherwiseEmpty(),
            row(Cka.ENCRYPT, BOOL, 8).chosen(Choice.USE),
            row(Cka.VERIFY, BOOL, 8).chosen(Choice.USE),
            row(Cka.VERIFY_RECOVER, BOOL, 8).chosen(Choice.USE),
            row(Cka.WRAP, BOOL, 8).chosen(Choice.USE),
            row(Cka.ENCAPSULATE, BOOL, 8).chosen(Choice.USE),
            row(Cka.TRUSTED, BOOL, 10).otherwise(false),
            row(Cka.WRAP_TEMPLATE, TEMPLATE),
            row(Cka.ENCAPSULATE_TEMPLATE, TEMPLATE),
            row(Cka.PUBLIC_KEY_INFO, BYTES).followsUnlessEmpty(Computation::publicKeyInfo, Ckr.ATTRIBUTE_TYPE_INVALID),
            row(Cka.PUBLIC_CRC64_VALUE, BYTES, 4, 13));

    static final AttributeTable PRIVATE_KEY = AttributeTable.of(
            "Common Private Key Attributes",
            "4.11",
            row(Cka.SUBJECT, BYTES, 8).otherwiseEmpty(),
            row(Cka.SENSITIVE, BOOL, 8, 11).chosen(Choice.SENSITIVE),
            row(Cka.DECRYPT, BOOL, 8).chosen(Choice.USE),
            row(Cka.SIGN, BOOL, 8).chosen(Choice.USE),
            row(Cka.SIGN_RECOVER, BOOL, 8).chosen(Choice.USE),
            row(Cka.UNWRAP, BOOL, 8).chosen(Choice.USE),
            row(Cka.DECAPSULATE, BOOL, 8).chosen(Choice.USE),
            row(Cka.EXTRACTABLE, BOOL, 8, 12).chosen(Choice.EXTRACTABLE),
            row(Cka.ALWAYS_SENSITIVE, BOOL, 2, 4, 6).made(History::alwaysSensitive),
            row(Cka.NEVER_EXTRACTABLE, BOOL, 2, 4, 6).made(History::neverExtractable),
            row(Cka.WRAP_WITH_TRUSTED, BOOL, 11).otherwise(false),
            row(Cka.UNWRAP_TEMPLATE, TEMPLATE),
            row(Cka.DECAPSULATE_TEMPLATE, TEMPLATE),
            row(Cka.ALWAYS_AUTHENTICATE, BOOL).otherwise(false),
            row(Cka.PUBLIC_KEY_INFO, BYTES, 8)
                    .followsUnlessEmpty(Computation::publicKeyInfo, Ckr.ATTRIBUTE_TYPE_INVALID),
            row(Cka.DERIVE_TEMPLATE, TEMPLATE),
            row(Cka.PUBLIC_CRC64_VALUE, BYTES, 4, 13));

    static final AttributeTable SECRET_KEY = AttributeTable.of(
            "Common Secret Key Attributes",
            "4.12",
            row(Cka.SENSITIVE, BOOL, 8, 11).otherwise(false),
            row(Cka.ENCRYPT, BOOL, 8).chosen(Choice.USE),
            row(Cka.DECRYPT, BOOL, 8).chosen(Choice.USE),
            row(Cka.SIGN, BOOL, 8).chosen(Choice.USE),
            row(Cka.VERIFY, BOOL, 8).chosen(Choice.USE),
            row(Cka.WRAP, BOOL, 8).chosen(Choice.USE),
            row(Cka.UNWRAP, BOOL, 8).chosen(Choice.USE),
            row(Cka.EXTRACTABLE, BOOL, 8, 12).chosen(Choice.EXTRACTABLE),
            row(Cka.ALWAYS_SENSITIVE, BOOL, 2, 4, 6).made(History::alwaysSensitive),
            row(Cka.NEVER_EXTRACTABLE, BOOL, 2, 4, 6).made(History::neverExtractable),
            row(Cka.CHECK_VALUE, BYTES, 8).followsUnlessEmpty(Computation::checkValue, Ckr.OK),
            row(Cka.WRAP_WITH_TRUSTED, BOOL, 11).otherwise(false),
            row(Cka.TRUSTED, BOOL, 10).otherwise(false),
            row(Cka.WRAP_TEMPLATE, TEMPLATE),
            row(Cka.UNWRAP_TEMPLATE, TEMPLATE),
            row(Cka.DERIVE_TEMPLATE, TEMPLATE));

    private KeyTables() {}
}
