package dev.tokki.emulator.object;

import dev.tokki.api.AttributeKind;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Names;

/// Attribute values as reasons show them: truth values and numbers by name, of bytes the length only, since
/// they may be a secret.
final class ValueText {
    private ValueText() {}

    /// {@return what a reason may say of a value}
    static String of(long attribute, Value value) {
        return switch (value) {
            case Value.Bool bool -> bool.value() ? "CK_TRUE" : "CK_FALSE";
            case Value.ULong number -> number(attribute, number.value());
            case Value.Raw raw ->
                raw.bytes().isNull() && raw.bytes().length() != 0
                        ? "NULL_PTR with the length "
                                + Long.toUnsignedString(raw.bytes().length())
                        : plural(raw.bytes().length(), "byte");
            case Value.ULongArray array -> "an array of " + array.values().size();
            case Value.Template template ->
                "a template of " + template.attributes().size();
        };
    }

    /// {@return what a value of a kind looks like in C}
    static String of(AttributeKind kind) {
        return switch (kind) {
            case BOOL -> "a CK_BBOOL, one byte";
            case ULONG -> "a CK_ULONG";
            case ULONG_ARRAY -> "an array of CK_ULONG";
            case TEMPLATE -> "an array of CK_ATTRIBUTE";
            case TEXT -> "UTF-8 text";
            case DATE -> "a CK_DATE, eight digits of a date from 1900 on, or empty";
            case BIG_INTEGER -> "a big integer, most significant byte first";
            case BYTES -> "bytes";
        };
    }

    private static String number(long attribute, long number) {
        Names names = names(attribute);
        return names == Names.CK ? Long.toUnsignedString(number) : names.of(number);
    }

    private static Names names(long attribute) {
        if (attribute == Cka.CLASS) {
            return Names.CKO;
        } else if (attribute == Cka.KEY_TYPE) {
            return Names.CKK;
        } else if (attribute == Cka.CERTIFICATE_TYPE) {
            return Names.CKC;
        } else if (attribute == Cka.KEY_GEN_MECHANISM || attribute == Cka.NAME_HASH_ALGORITHM) {
            return Names.CKM;
        }
        return Names.CK;
    }

    private static String plural(long number, String of) {
        return Long.toUnsignedString(number) + " " + of + (number == 1 ? "" : "s");
    }
}
