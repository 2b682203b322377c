package dev.tokki.api.text;

import static java.util.stream.Collectors.joining;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Names;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// Attributes and bytes as text.
public final class AttributeText {
    /// Bytes beyond these are left out.
    private static final int SHOWN = 32;

    private AttributeText() {}

    /// {@return a template: `{CKA_CLASS=CKO_DATA, CKA_LABEL="x"}`, secrets masked}
    public static String of(List<Attribute> template) {
        return template.stream()
                .map(attribute -> Names.CKA.of(attribute.type()) + "=" + of(attribute, template))
                .collect(joining(", ", "{", "}"));
    }

    /// {@return the value of an attribute, masked if it may be secret}
    ///
    /// @param attribute the attribute
    /// @param object the attributes of its object, of which the class matters
    public static String of(Attribute attribute, List<Attribute> object) {
        return Secrecy.covers(attribute.type(), object)
                ? masked(attribute.value())
                : of(attribute.type(), attribute.value());
    }

    /// {@return the value of an attribute; secret or not is the caller's affair}
    ///
    /// @param type the attribute
    /// @param value its value
    public static String of(long type, Value value) {
        return switch (value) {
            case Value.Bool bool -> bool.value() ? "CK_TRUE" : "CK_FALSE";
            case Value.ULong number -> number(type, number.value());
            case Value.Raw raw -> raw(type, raw.bytes());
            case Value.ULongArray array ->
                array.values().stream()
                        .map(number ->
                                type == Cka.ALLOWED_MECHANISMS ? Names.CKM.of(number) : Long.toUnsignedString(number))
                        .collect(joining(", ", "[", "]"));
            case Value.Template template -> of(template.attributes());
        };
    }

    /// {@return bytes in hexadecimal, the end left out if there are many}
    public static String of(Bytes bytes) {
        if (bytes.isNull()) {
            return bytes.length() == 0 ? "NULL_PTR" : "NULL_PTR[" + Long.toUnsignedString(bytes.length()) + "]";
        }
        if (bytes.isHidden()) {
            return masked(bytes);
        }
        int length = bytes.array().length;
        if (length == 0) {
            return "(0 bytes)";
        }
        String hex = HexFormat.of().formatHex(bytes.array(), 0, Math.min(length, SHOWN));
        return "%s%s (%d bytes)".formatted(hex, length > SHOWN ? "…" : "", length);
    }

    /// {@return bytes that nobody is to see: their number}
    static String masked(Bytes bytes) {
        return bytes.isNull() ? of(bytes) : "*** (%d bytes)".formatted(bytes.length());
    }

    /// {@return what C_GetAttributeValue was asked}
    static String queries(List<AttributeQuery> queries) {
        return queries.stream()
                .map(query -> Names.CKA.of(query.type()) + ": " + of(query.room())
                        + (query.nested().isEmpty() ? "" : " " + queries(query.nested())))
                .collect(joining(", ", "{", "}"));
    }

    /// {@return what C_GetAttributeValue wrote, everything that may be secret masked}
    static String replies(List<AttributeReply> replies) {
        return replies.stream().map(AttributeText::reply).collect(joining(", ", "{", "}"));
    }

    /// {@return room for an output}
    static String of(Buffer room) {
        return switch (room.kind()) {
            case QUERY -> "NULL_PTR, asks for the length";
            case ROOM -> "room for " + Long.toUnsignedString(room.capacity());
            case NO_LENGTH -> "no pointer to the length";
            case NONE -> "NULL_PTR, no pointer to the length";
        };
    }

    private static String reply(AttributeReply reply) {
        String name = Names.CKA.of(reply.type());
        Value value = reply.value();
        if (value == null) {
            return name + ": length "
                    + (reply.isUnavailable() ? "CK_UNAVAILABLE_INFORMATION" : Long.toUnsignedString(reply.length()));
        }
        return name + "=" + (Secrecy.covers(reply.type()) ? masked(value) : of(reply.type(), value));
    }

    private static String masked(Value value) {
        return value instanceof Value.Raw raw ? masked(raw.bytes()) : "***";
    }

    private static String number(long type, long number) {
        if (number == Ck.UNAVAILABLE_INFORMATION) {
            return "CK_UNAVAILABLE_INFORMATION";
        }
        // A chain, not a switch: constants of type long are no labels.
        if (type == Cka.CLASS) {
            return Names.CKO.of(number);
        } else if (type == Cka.KEY_TYPE) {
            return Names.CKK.of(number);
        } else if (type == Cka.CERTIFICATE_TYPE) {
            return Names.CKC.of(number);
        } else if (type == Cka.KEY_GEN_MECHANISM || type == Cka.MECHANISM_TYPE || type == Cka.NAME_HASH_ALGORITHM) {
            return Names.CKM.of(number);
        }
        return Long.toUnsignedString(number);
    }

    private static String raw(long type, Bytes bytes) {
        AttributeKind kind = AttributeKind.of(type);
        boolean text = kind == AttributeKind.TEXT || kind == AttributeKind.DATE;
        return text && !bytes.isNull() && !bytes.isHidden()
                ? '"' + new String(bytes.array(), StandardCharsets.UTF_8) + '"'
                : of(bytes);
    }
}
