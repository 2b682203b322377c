package dev.tokki.storage;

/// How much work it is to try one PIN: the parameters of Argon2id (RFC 9106). They are stored beside each PIN, so
/// stores of different hardness can be read alike, and a PIN set anew takes its store's current hardness.
///
/// @param memoryKiB the memory one attempt fills, in KiB; at least 8 per lane
/// @param passes how often it is filled, at least 1
/// @param lanes independent parts of the memory, 1–255
public record PinHardness(int memoryKiB, int passes, int lanes) {
    /// For tokens that last: 19 MiB and 2 passes, the least that is commonly recommended for Argon2id.
    public static final PinHardness STORED = new PinHardness(19 * 1024, 2, 1);

    /// For tokens in memory, made by the thousand in tests: as cheap as Argon2id allows, and no protection of a
    /// short PIN.
    public static final PinHardness FAST = new PinHardness(8, 1, 1);

    private static final int MAX_MEMORY_KIB = 4 * 1024 * 1024;

    /// Checks the bounds.
    public PinHardness {
        if (lanes < 1 || lanes > 255 || passes < 1 || memoryKiB < 8 * lanes || memoryKiB > MAX_MEMORY_KIB) {
            throw new IllegalArgumentException(
                    "Argon2id needs 1–255 lanes, at least 1 pass and 8 KiB per lane to 4 GiB," + " not " + lanes
                            + " lanes, " + passes + " passes, " + memoryKiB + " KiB");
        }
    }
}
