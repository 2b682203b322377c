package dev.tokki.conformance.suite.crypto;

import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.List;

/// The curves with published signatures of RFC 6979.
enum Nist {
    P256(Curve.P256),
    P384(Curve.P384),
    P521(Curve.P521);

    private final Curve curve;

    Nist(Curve curve) {
        this.curve = curve;
    }

    /// {@return the curve}
    Curve curve() {
        return curve;
    }

    /// {@return the signatures}
    List<Vector> vectors() {
        return Vectors.of("ecdsa", "curve", curve.toString());
    }

    @Override
    public String toString() {
        return curve.toString();
    }
}
