package dev.tokki.emulator.mechanism.digest;

import dev.tokki.api.Mechanism;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.declare.ParameterRule;

/// SHA-512/t, section 6.20.3.
///
/// @param bits t, the length of the digest in bits
public record TruncatedHash(int bits) {
    /// `CK_MAC_GENERAL_PARAMS`, which is t.
    public static final ParameterRule<TruncatedHash> RULE = new ParameterRule<>(
            "CK_MAC_GENERAL_PARAMS, the bits of the digest", "6.20.3", (mechanism, rule) -> read(mechanism, rule, 1));

    /// `CK_MAC_GENERAL_PARAMS`, which is the length of a MAC in bytes, and so t too: a single number cannot say both.
    public static final ParameterRule<TruncatedHash> BY_BYTES = new ParameterRule<>(
            "CK_MAC_GENERAL_PARAMS, the bytes of the MAC", "6.22.2", (mechanism, rule) -> read(mechanism, rule, 8));

    private static final int WHOLE = 512;
    private static final int OTHER_HASH = 384;

    private static TruncatedHash read(Mechanism mechanism, ParameterRule<TruncatedHash> rule, int unit) {
        if (mechanism.parameter() instanceof Parameter.ULong(long asked) && asked > 0 && asked < WHOLE) {
            long bits = asked * unit;
            if (bits < WHOLE && bits != OTHER_HASH && bits % 8 == 0) {
                return new TruncatedHash((int) bits);
            }
        }
        throw rule.wrong(
                mechanism,
                "wants t, the bits of the digest: whole bytes, fewer than 512 bits, and not 384; it got "
                        + mechanism.parameter(),
                "Pass 256 for example.");
    }

    /// {@return JCA's name}
    public String algorithm() {
        return "SHA-512/" + bits;
    }

    /// {@return the bytes of the digest}
    public int length() {
        return bits / 8;
    }
}
