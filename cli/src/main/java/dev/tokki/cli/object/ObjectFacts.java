package dev.tokki.cli.object;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.HexText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is told of an object in a list.
///
/// @param kind its class, in a word
/// @param type the type of its key or certificate, with the size
/// @param label its label; may be empty
/// @param id its `CKA_ID` in hexadecimal; may be empty
/// @param uniqueId its `CKA_UNIQUE_ID`; empty if the module has none
/// @param marks what else matters: `session`, `private`, `extractable`, …
record ObjectFacts(String kind, String type, String label, String id, String uniqueId, List<String> marks) {
    static ObjectFacts of(TokenObject object) {
        long objectClass = number(object, Cka.CLASS);
        return new ObjectFacts(
                ObjectKind.word(objectClass),
                type(object, objectClass),
                text(object, Cka.LABEL),
                HexText.of(bytes(object, Cka.ID)),
                text(object, Cka.UNIQUE_ID),
                marks(object, objectClass));
    }

    private static String type(TokenObject object, long objectClass) {
        if (objectClass == Cko.CERTIFICATE) {
            return Names.CKC.of(number(object, Cka.CERTIFICATE_TYPE)).replace("CKC_", "");
        }
        if (objectClass != Cko.PUBLIC_KEY && objectClass != Cko.PRIVATE_KEY && objectClass != Cko.SECRET_KEY) {
            return "";
        }
        long keyType = number(object, Cka.KEY_TYPE);
        String name = Names.CKK.of(keyType).replace("CKK_", "");
        String size = size(object, keyType);
        return size.isEmpty() ? name : name + " " + size;
    }

    private static String size(TokenObject object, long keyType) {
        if (keyType == Ckk.RSA) {
            int bytes = bytes(object, Cka.MODULUS).length;
            return bytes == 0 ? "" : Integer.toString(bytes * 8);
        }
        byte[] parameters = bytes(object, Cka.EC_PARAMS);
        if (parameters.length > 0) {
            return Curve.of(parameters).map(Curve::toString).orElse("other curve");
        }
        long length = number(object, Cka.VALUE_LEN);
        return length == Ck.UNAVAILABLE_INFORMATION ? "" : Long.toUnsignedString(length * 8);
    }

    private static List<String> marks(TokenObject object, long objectClass) {
        List<String> marks = new ArrayList<>();
        if (!is(object, Cka.TOKEN)) {
            marks.add("session");
        }
        if (is(object, Cka.PRIVATE)) {
            marks.add("private");
        }
        if (objectClass == Cko.PRIVATE_KEY || objectClass == Cko.SECRET_KEY) {
            marks.add(is(object, Cka.SENSITIVE) ? "sensitive" : "readable");
            if (is(object, Cka.EXTRACTABLE)) {
                marks.add("extractable");
            }
            if (is(object, Cka.ALWAYS_AUTHENTICATE)) {
                marks.add("asks for the PIN each time");
            }
        }
        if (is(object, Cka.TRUSTED)) {
            marks.add("trusted");
        }
        return List.copyOf(marks);
    }

    private static boolean is(TokenObject object, long type) {
        return object.find(type).orElse(Value.of(false)) instanceof Value.Bool(boolean value) && value;
    }

    private static long number(TokenObject object, long type) {
        return object.find(type).orElse(Value.of(Ck.UNAVAILABLE_INFORMATION)) instanceof Value.ULong(long value)
                ? value
                : Ck.UNAVAILABLE_INFORMATION;
    }

    private static byte[] bytes(TokenObject object, long type) {
        return raw(object, type).map(raw -> raw.bytes().array()).orElse(new byte[0]);
    }

    private static String text(TokenObject object, long type) {
        return raw(object, type).map(raw -> raw.bytes().text()).orElse("");
    }

    private static Optional<Value.Raw> raw(TokenObject object, long type) {
        return object.find(type).filter(Value.Raw.class::isInstance).map(Value.Raw.class::cast);
    }
}
