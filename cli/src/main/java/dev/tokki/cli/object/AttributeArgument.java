package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Names;
import dev.tokki.cli.HexText;
import dev.tokki.cli.Usage;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;

/// Attributes as they are typed: `CKA_LABEL=ca`, `sensitive=false`, `CKA_START_DATE=2026-11-24`, `id=0a0b`.
public final class AttributeArgument {
    private AttributeArgument() {}

    /// {@return an attribute}
    ///
    /// @throws Usage if the name or the value is not understood
    public static Attribute of(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Usage("an attribute is given as NAME=VALUE, not \"" + text + "\"");
        }
        String name = text.substring(0, equals);
        long type = type(name);
        return new Attribute(type, value(name, type, text.substring(equals + 1)));
    }

    private static long type(String name) {
        OptionalLong known = Names.CKA.value(name.replace('-', '_'));
        if (known.isPresent()) {
            return known.getAsLong();
        }
        try {
            return Long.decode(name);
        } catch (NumberFormatException e) {
            throw new Usage("there is no attribute " + name);
        }
    }

    private static Value value(String name, long type, String text) {
        return switch (AttributeKind.of(type)) {
            case BOOL -> Value.of(bool(name, text));
            case ULONG -> Value.of(number(name, type, text));
            case ULONG_ARRAY ->
                Value.ofULongs(
                        text.isEmpty()
                                ? new long[0]
                                : Arrays.stream(text.split(","))
                                        .mapToLong(part -> number(name, type, part.strip()))
                                        .toArray());
            case TEXT -> Value.of(text);
            case DATE -> text.isEmpty() ? Value.of(new byte[0]) : Value.of(date(name, text));
            case BIG_INTEGER -> Value.of(new BigInteger(1, HexText.bytes(text, name)));
            case BYTES -> Value.of(HexText.bytes(text, name));
            case TEMPLATE -> throw new Usage(name + " holds attributes itself and cannot be given here");
        };
    }

    private static boolean bool(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "ck_true" -> true;
            case "false", "no", "0", "ck_false" -> false;
            default -> throw new Usage(name + " is true or false, not \"" + text + "\"");
        };
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Usage(name + " is a date like 2026-11-24, not \"" + text + "\"");
        }
    }

    private static long number(String name, long type, String text) {
        OptionalLong named = names(type).value(text);
        if (named.isPresent()) {
            return named.getAsLong();
        }
        try {
            return Long.decode(text);
        } catch (NumberFormatException e) {
            throw new Usage(name + " is a number or a name of the specification, not \"" + text + "\"");
        }
    }

    private static Names names(long type) {
        // A chain, not a switch: constants of type long are no labels.
        if (type == Cka.CLASS) {
            return Names.CKO;
        } else if (type == Cka.KEY_TYPE) {
            return Names.CKK;
        } else if (type == Cka.CERTIFICATE_TYPE) {
            return Names.CKC;
        } else if (type == Cka.ALLOWED_MECHANISMS || type == Cka.MECHANISM_TYPE || type == Cka.KEY_GEN_MECHANISM) {
            return Names.CKM;
        }
        return Names.CK;
    }
}
