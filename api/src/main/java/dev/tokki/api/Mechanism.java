package dev.tokki.api;

import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;

/// A mechanism with its parameter (`CK_MECHANISM`, section 3.5).
///
/// @param type one of [dev.tokki.api.constant.Ckm] or a vendor's
/// @param parameter its parameter, [Parameter#none()] for most
public record Mechanism(long type, Parameter parameter) {
    /// {@return a mechanism without a parameter}
    public static Mechanism of(long type) {
        return new Mechanism(type, Parameter.none());
    }

    /// {@return a mechanism with a parameter}
    public static Mechanism of(long type, Parameter parameter) {
        return new Mechanism(type, parameter);
    }

    /// {@return a mechanism whose parameter is an initialisation vector}
    public static Mechanism iv(long type, byte... iv) {
        return new Mechanism(type, new Parameter.Raw(Bytes.of(iv)));
    }

    @Override
    public String toString() {
        return Names.CKM.of(type) + (parameter instanceof Parameter.None ? "" : " " + parameter);
    }
}
