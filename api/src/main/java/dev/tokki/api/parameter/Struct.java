package dev.tokki.api.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The C structure that a record describes, a parameter or another.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Struct {
    /// {@return its name in `pkcs11t.h`, and other names for the same structure}
    String[] value();
}
