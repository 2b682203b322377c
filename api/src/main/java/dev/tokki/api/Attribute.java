package dev.tokki.api;

import dev.tokki.api.constant.Names;
import java.math.BigInteger;

/// An attribute of a template (`CK_ATTRIBUTE`, section 3.4).
///
/// @param type one of [dev.tokki.api.constant.Cka] or a vendor's
/// @param value its value
public record Attribute(long type, Value value) {
    /// {@return an attribute of `CK_BBOOL`}
    public static Attribute of(long type, boolean value) {
        return new Attribute(type, Value.of(value));
    }

    /// {@return an attribute of `CK_ULONG`}
    public static Attribute of(long type, long value) {
        return new Attribute(type, Value.of(value));
    }

    /// {@return an attribute of bytes, shared}
    public static Attribute of(long type, byte[] value) {
        return new Attribute(type, Value.of(value));
    }

    /// {@return an attribute of UTF-8 text}
    public static Attribute of(long type, String value) {
        return new Attribute(type, Value.of(value));
    }

    /// {@return an attribute of a big integer}
    public static Attribute of(long type, BigInteger value) {
        return new Attribute(type, Value.of(value));
    }

    /// {@return an attribute whose pointer is NULL_PTR although a length is told}
    public static Attribute nullPointer(long type, long length) {
        return new Attribute(type, new Value.Raw(Bytes.nullOf(length)));
    }

    /// {@return the attribute's name and kind; never the content of bytes, which may be secret}
    @Override
    public String toString() {
        return Names.CKA.of(type) + "=" + value;
    }
}
