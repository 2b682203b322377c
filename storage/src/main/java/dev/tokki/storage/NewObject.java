package dev.tokki.storage;

/// An object's content on its way into the store. The encoding of attributes is the emulator's affair; here it is
/// bytes.
///
/// A class, not a record: the content holds key values.
public final class NewObject {
    private final boolean isPrivate;
    private final byte[] content;

    /// @param isPrivate whether only the user may see it (`CKA_PRIVATE`): sealed under the master key;
    /// otherwise under the store's key
    /// @param content the encoded attributes, shared
    public NewObject(boolean isPrivate, byte[] content) {
        this.isPrivate = isPrivate;
        this.content = content;
    }

    /// {@return whether only the user may see it}
    public boolean isPrivate() {
        return isPrivate;
    }

    /// {@return the encoded attributes, shared}
    public byte[] content() {
        return content;
    }
}
