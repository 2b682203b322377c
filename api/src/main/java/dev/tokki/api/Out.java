package dev.tokki.api;

/// A place of fixed size for an output (`CK_INFO_PTR`, `CK_SESSION_HANDLE_PTR`, …): somewhere, or NULL_PTR.
///
/// The type parameter says what the module writes there; the value itself comes back in the [Reply].
///
/// @param isNull whether the pointer is NULL_PTR, which a module must refuse (`CKR_ARGUMENTS_BAD`)
@SuppressWarnings("UnusedTypeParameter") // read from the record component by whoever writes the output
public record Out<T>(boolean isNull) {
    private static final Out<?> HERE = new Out<>(false);
    private static final Out<?> NULL = new Out<>(true);

    /// {@return a place to write to}
    @SuppressWarnings("unchecked") // it holds no T
    public static <T> Out<T> here() {
        return (Out<T>) HERE;
    }

    /// {@return NULL_PTR}
    @SuppressWarnings("unchecked") // it holds no T
    public static <T> Out<T> nullPointer() {
        return (Out<T>) NULL;
    }
}
