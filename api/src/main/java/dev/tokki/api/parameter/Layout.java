package dev.tokki.api.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How a component of a [Structure] lies in C, where its Java type alone does not say it.
///
/// Without this annotation: `long` is a `CK_ULONG`, `boolean` a `CK_BBOOL`, [dev.tokki.api.Bytes] a pointer followed by
/// a `CK_ULONG` length in
/// bytes, a nested [Structure] lies inside.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Layout {
    /// {@return how it lies}
    Kind value();

    /// {@return for [Kind#INLINE]: the number of bytes}
    int size() default 0;

    /// The ways to lie.
    enum Kind {
        /// [dev.tokki.api.Bytes] as a length followed by the pointer.
        LENGTH_FIRST,
        /// [dev.tokki.api.Bytes] as an array of [Layout#size] bytes inside the structure.
        INLINE,
        /// A pointer to the structure; null is NULL_PTR.
        POINTER
    }
}
