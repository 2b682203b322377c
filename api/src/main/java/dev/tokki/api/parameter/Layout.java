package dev.tokki.api.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How a component of a [Structure] lies in C, where its Java type alone does not say it.
///
/// Without this annotation:
///
/// | Java | C |
/// |---|---|
/// | `long`, `boolean` | `CK_ULONG`, `CK_BBOOL` |
/// | [dev.tokki.api.Bytes] | a pointer, then a `CK_ULONG` that tells the length in bytes |
/// | [Parameter] | the same; the component `type` before it says to what, see [ParameterTypes#within] |
/// | `List` of structures, [dev.tokki.api.Template] | a pointer to an array, then a `CK_ULONG`, the number |
/// | another [Structure], [dev.tokki.api.Version] | the structure, inside |
/// | [dev.tokki.api.Mechanism] | a pointer to it; null is NULL_PTR |
/// | `String` | a pointer to text that ends with a zero byte; null is NULL_PTR |
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Layout {
    /// {@return how it lies}
    Kind value();

    /// {@return the number of bytes, where it is fixed}
    int size() default 0;

    /// {@return the component that tells the number of bytes, here or in the structure around this one}
    String length() default "";

    /// {@return the component that tells the number of bits, here or in the structure around this one}
    String bits() default "";

    /// The ways to lie.
    enum Kind {
        /// A length, or a number, followed by the pointer.
        LENGTH_FIRST,
        /// [dev.tokki.api.Bytes] as a pointer followed by a pointer to the length.
        LENGTH_BEHIND,
        /// [dev.tokki.api.Bytes] as an array of [Layout#size] bytes inside the structure.
        INLINE,
        /// A `long` of one byte, `CK_BYTE`.
        BYTE,
        /// A pointer to a structure, to a version or to a `CK_ULONG`; null is NULL_PTR.
        ///
        /// For [dev.tokki.api.Bytes], a pointer without a length beside it: there are as many as
        /// [Layout#size], [Layout#length] or [Layout#bits] says.
        POINTER
    }
}
