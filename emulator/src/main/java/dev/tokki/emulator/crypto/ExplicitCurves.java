package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/// Curves told by their numbers, validated as ANSI X9.62 demands (SEC 1, 3.1.1.2.1): whoever chooses the numbers
/// could choose some that give his partners' keys away.
public final class ExplicitCurves {
    private static final int SHORTEST = 112;
    private static final int LONGEST = 571;
    private static final int CERTAINTY = 100;
    /// The field's powers up to which the discrete logarithm must not move there.
    private static final int MOV_LIMIT = 100;
    private static final BigInteger ONE = BigInteger.ONE;

    /// A curve, or why there is none.
    ///
    /// @param curve the curve
    /// @param flaw a sentence; empty where there is a curve
    public record Found(Optional<Curve> curve, String flaw) {
        private static Found flawed(String flaw) {
            return new Found(Optional.empty(), flaw);
        }
    }

    private ExplicitCurves() {}

    /// {@return the curve of the DER of an ECParameters}
    ///
    /// Numbers that are those of a curve with a name are that curve; others must be over a prime field.
    public static Found of(ASN1Primitive der) {
        X9ECParameters numbers;
        try {
            numbers = X9ECParameters.getInstance(der);
            // Decodes the base point, which fails where it is none.
            numbers.getG();
        } catch (RuntimeException wrong) {
            return Found.flawed("It is no ECParameters of a curve with a base point on it.");
        }
        int bits = numbers.getCurve().getFieldSize();
        if (bits < SHORTEST || bits > LONGEST) {
            return Found.flawed("The field has " + SHORTEST + " to " + LONGEST + " bits; this one has " + bits + ".");
        }
        Optional<Curve> named = named(numbers);
        if (named.isPresent()) {
            return new Found(named, "");
        }
        String flaw = ECAlgorithms.isFpCurve(numbers.getCurve())
                ? flaw(numbers)
                : "A curve over a binary field must be one that has a name.";
        return flaw.isEmpty() ? new Found(Optional.of(new Curve(numbers)), "") : Found.flawed(flaw);
    }

    private static Optional<Curve> named(X9ECParameters numbers) {
        Set<String> oids = new TreeSet<>();
        for (Enumeration<?> names = ECNamedCurveTable.getNames(); names.hasMoreElements(); ) {
            oids.add(ECNamedCurveTable.getOID((String) names.nextElement()).getId());
        }
        return oids.stream()
                .flatMap(oid -> Curve.ofOid(oid).stream())
                .filter(curve -> curve.fieldBits() == numbers.getCurve().getFieldSize())
                .filter(curve -> curve.isSame(new Curve(numbers)) && curve.hasCofactor(numbers.getH()))
                .findFirst();
    }

    /// {@return what is wrong with a curve over a prime field; empty where nothing is}
    private static String flaw(X9ECParameters numbers) {
        ECCurve curve = numbers.getCurve();
        BigInteger p = curve.getField().getCharacteristic();
        BigInteger a = curve.getA().toBigInteger();
        BigInteger b = curve.getB().toBigInteger();
        BigInteger n = numbers.getN();
        if (!p.isProbablePrime(CERTAINTY)) {
            return "The field's characteristic is no prime.";
        }
        BigInteger discriminant = a.pow(3).shiftLeft(2).add(b.pow(2).multiply(BigInteger.valueOf(27)));
        if (discriminant.mod(p).signum() == 0) {
            return "The curve is singular.";
        }
        // With more than four times the root of p the order leaves one cofactor only.
        if (n == null || n.pow(2).compareTo(p.shiftLeft(4)) <= 0 || !n.isProbablePrime(CERTAINTY)) {
            return "The order of the base point is no prime, or too small for the field.";
        }
        ECPoint base = numbers.getG();
        if (base.isInfinity() || !base.isValid() || !multiple(base, n).isInfinity()) {
            return "The base point is not on the curve, or has not the order that is told.";
        }
        BigInteger cofactor = p.sqrt().add(ONE).pow(2).divide(n);
        if (numbers.getH() != null && !numbers.getH().equals(cofactor)) {
            return "The cofactor is " + cofactor + ", and another one is told.";
        }
        return weakness(p, n);
    }

    private static String weakness(BigInteger p, BigInteger n) {
        if (n.equals(p)) {
            return "The curve is anomalous: the order is the field's characteristic, and logarithms are easy.";
        }
        BigInteger power = ONE;
        for (int degree = 1; degree <= MOV_LIMIT; degree++) {
            power = power.multiply(p).mod(n);
            if (power.equals(ONE)) {
                return "Logarithms on the curve are ones in a small extension of its field (Menezes, Okamoto, Vanstone).";
            }
        }
        return "";
    }

    /// By doubling and adding alone: Bouncy Castle's multipliers rely on the order that is to be checked.
    private static ECPoint multiple(ECPoint point, BigInteger factor) {
        return ECAlgorithms.referenceMultiply(point, factor);
    }
}
