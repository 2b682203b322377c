package dev.tokki.api.call;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Bytes or a padded text whose length is fixed by the specification, so that C has no length beside it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Fixed {
    /// {@return the length in bytes}
    int value();
}
