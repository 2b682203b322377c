package dev.tokki.api.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A member that the module writes: a tag, a generated initialisation vector, the handle of a derived key.
///
/// The caller's value says how much room there is; what the module wrote is in [dev.tokki.api.Reply#parameter()].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Written {}
