package dev.tokki.emulator.offer;

/// Sizes of keys, in the unit that C_GetMechanismInfo tells them in for the mechanism: bits of a modulus, bytes of a
/// value, …
///
/// @param min the smallest
/// @param max the largest
public record Sizes(long min, long max) {
    /// All sizes.
    public static final Sizes ANY = new Sizes(0, Long.MAX_VALUE);

    /// Refuses a range that holds nothing.
    public Sizes {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("there are no keys of " + min + " to " + max);
        }
    }

    /// {@return whether nothing is left out}
    public boolean isAny() {
        return equals(ANY);
    }

    @Override
    public String toString() {
        return min == max ? Long.toString(min) : min + ".." + max;
    }

    /// {@return sizes as [#toString] writes them: `256` or `2048..4096`}
    ///
    /// @throws IllegalArgumentException if it is something else
    public static Sizes parse(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length > 2 || !java.util.Arrays.stream(ends).allMatch(end -> end.matches("[0-9]{1,9}"))) {
            throw new IllegalArgumentException("sizes are given as 256 or as 2048..4096; \"" + text + "\" is neither");
        }
        return new Sizes(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }
}
