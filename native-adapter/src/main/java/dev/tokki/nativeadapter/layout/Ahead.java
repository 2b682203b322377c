package dev.tokki.nativeadapter.layout;

/// Memory that a call's words alone lead to: it can be sent along with them, unasked.
///
/// @param pointer which word is the pointer to it
/// @param count which word is the number of things there, or [#ONE]
/// @param unit the size of a thing in bytes
public record Ahead(int pointer, int count, int unit) {
    /// There is one thing.
    public static final int ONE = -1;

    static Ahead one(int pointerOffset, int size) {
        return new Ahead(pointerOffset / Abi.WORD, ONE, size);
    }

    static Ahead several(int pointerOffset, int countOffset, int unit) {
        return new Ahead(pointerOffset / Abi.WORD, countOffset / Abi.WORD, unit);
    }

    /// {@return how many bytes that is in a call; negative if nobody can mean so many}
    public long length(long[] words) {
        if (count == ONE) {
            return unit;
        }
        return words[count] < 0 || words[count] > Memory.LIMIT ? -1 : words[count] * unit;
    }
}
