package dev.tokki.emulator.mechanism;

import dev.tokki.emulator.crypto.Curve;
import java.math.BigInteger;

/// Numbers of curves for tests.
final class Curves {
    private Curves() {}

    static BigInteger order(String name) {
        return Curve.ofName(name).orElseThrow().order();
    }
}
