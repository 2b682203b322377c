package dev.tokki.api;

import dev.tokki.api.parameter.Struct;

/// A version (`CK_VERSION`, section 3.1): `minor` counts hundredths of the major version's ones, so 2.40 is (2, 40).
///
/// @param major the integer part, 0 to 255
/// @param minor the hundredths, 0 to 255
@Struct("CK_VERSION")
public record Version(int major, int minor) implements Comparable<Version> {
    /// PKCS#11 2.40.
    public static final Version V2_40 = new Version(2, 40);
    /// PKCS#11 3.0.
    public static final Version V3_0 = new Version(3, 0);
    /// PKCS#11 3.1.
    public static final Version V3_1 = new Version(3, 1);
    /// PKCS#11 3.2.
    public static final Version V3_2 = new Version(3, 2);

    @Override
    public int compareTo(Version that) {
        return major != that.major ? Integer.compare(major, that.major) : Integer.compare(minor, that.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
