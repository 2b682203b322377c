package dev.tokki.conformance.suite;

import dev.tokki.api.Function;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test of a [Suite]: a method without parameters, or with one parameter of an enum type.
///
/// With an enum, the test exists once for each constant, which gives its id a last part: `SHA3_256` becomes
/// `.sha3-256`; `{0}` in the rule stands for the constant's [Object#toString].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requirement {
    /// {@return the stable name, which begins with the chapter's id: `session.open.serial-flag`}
    String id();

    /// {@return the functions it is about}
    Function[] functions();

    /// {@return the sections of PKCS#11 v3.2 it is taken from}
    String[] section();

    /// {@return what the specification demands, as a sentence in our own words}
    String rule();
}
