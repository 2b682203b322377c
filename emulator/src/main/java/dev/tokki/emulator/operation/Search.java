package dev.tokki.emulator.operation;

import java.util.Arrays;

/// A search for objects in progress (section 5.7): what matched when it began, handed out in portions.
public final class Search implements Operation {
    private final long[] found;
    private final KeyUse use;
    private int given;

    /// @param found the handles of what matches
    /// @param use [KeyUse#ofPrivateObjects] if private objects were looked at
    public Search(long[] found, KeyUse use) {
        this.found = found;
        this.use = use;
    }

    @Override
    public KeyUse use() {
        return use;
    }

    /// {@return the next handles, at most so many}
    ///
    /// @param most a number, unsigned
    public long[] next(long most) {
        int left = found.length - given;
        int count = Long.compareUnsigned(most, left) < 0 ? (int) most : left;
        long[] portion = Arrays.copyOfRange(found, given, given + count);
        given += count;
        return portion;
    }
}
