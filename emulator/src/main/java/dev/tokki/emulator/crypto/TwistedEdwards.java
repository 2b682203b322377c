package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/// The Edwards curves that are birationally equivalent to curve25519 and curve448 (RFC 7748, 4.1 and 4.2), with what
/// XEdDSA needs of them: of the first Bouncy Castle's own is closed, of the second it has an isogenous one only.
///
/// Neither fast nor in constant time: an emulator's keys guard nothing.
enum TwistedEdwards {
    /// Of curve25519: −x² + y² = 1 + d x² y².
    OF_25519(
            BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19)),
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493")),
            BigInteger.valueOf(-1),
            BigInteger.valueOf(-121665),
            BigInteger.valueOf(121666),
            BigInteger.valueOf(9),
            32),
    /// Of curve448: x² + y² = 1 + d x² y², d = 39082/39081.
    OF_448(
            BigInteger.ONE
                    .shiftLeft(448)
                    .subtract(BigInteger.ONE.shiftLeft(224))
                    .subtract(BigInteger.ONE),
            BigInteger.ONE
                    .shiftLeft(446)
                    .subtract(new BigInteger("8335dc163bb124b65129c96fde933d8d723a70aadc873d6d54a7bb0d", 16)),
            BigInteger.ONE,
            BigInteger.valueOf(39082),
            BigInteger.valueOf(39081),
            BigInteger.valueOf(5),
            57);

    private final BigInteger prime;
    private final BigInteger order;
    private final BigInteger a;
    private final BigInteger d;
    private final int length;
    private final Point base;

    TwistedEdwards(
            BigInteger prime,
            BigInteger order,
            BigInteger a,
            BigInteger dividend,
            BigInteger divisor,
            BigInteger baseU,
            int length) {
        this.prime = prime;
        this.order = order;
        this.a = a;
        this.d = dividend.multiply(divisor.modInverse(prime)).mod(prime);
        this.length = length;
        this.base = ofMontgomery(baseU).orElseThrow();
    }

    /// A point in extended coordinates: x = X/Z, y = Y/Z, x y = T/Z.
    record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {}

    BigInteger prime() {
        return prime;
    }

    BigInteger order() {
        return order;
    }

    /// {@return the length of an encoded point, and of a scalar, in bytes}
    int length() {
        return length;
    }

    /// {@return a multiple of the base point}
    Point multiple(BigInteger factor) {
        return multiple(base, factor);
    }

    /// {@return the point whose Montgomery coordinate is _u_ and whose _x_ is even; nothing where there is none}
    Optional<Point> ofMontgomery(BigInteger u) {
        BigInteger less = u.subtract(BigInteger.ONE);
        BigInteger more = u.add(BigInteger.ONE);
        // Infinity becomes the neutral element (0, 1). The map that RFC 7748 tells for curve448 is this one and a
        // point of order two, so that multiples of points would not be the points of multiples.
        BigInteger y = a.signum() < 0
                ? less.multiply(inverse(more)).mod(prime)
                : more.multiply(inverse(less)).mod(prime);
        BigInteger square = y.multiply(y);
        BigInteger of = BigInteger.ONE
                .subtract(square)
                .multiply(inverse(a.subtract(d.multiply(square))))
                .mod(prime);
        return root(of).map(x -> new Point(x, y, BigInteger.ONE, x.multiply(y).mod(prime)));
    }

    /// {@return _y_ in little endian order, with the lowest bit of _x_ in its highest}
    byte[] encode(Point point) {
        BigInteger inverse = inverse(point.z());
        BigInteger x = point.x().multiply(inverse).mod(prime);
        BigInteger y = point.y().multiply(inverse).mod(prime);
        BigInteger signed = x.testBit(0) ? y.setBit(length * Byte.SIZE - 1) : y;
        return Arrays.reverse(BigIntegers.asUnsignedByteArray(length, signed));
    }

    Point multiple(Point point, BigInteger factor) {
        Point sum = new Point(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (factor.testBit(bit)) {
                sum = add(sum, point);
            }
        }
        return sum;
    }

    /// The unified formulas of Hisil, Wong, Carter and Dawson (2008), which hold for all points.
    Point add(Point one, Point other) {
        BigInteger xs = one.x().multiply(other.x()).mod(prime);
        BigInteger ys = one.y().multiply(other.y()).mod(prime);
        BigInteger ts = one.t().multiply(d).mod(prime).multiply(other.t()).mod(prime);
        BigInteger zs = one.z().multiply(other.z()).mod(prime);
        BigInteger cross = one.x()
                .add(one.y())
                .multiply(other.x().add(other.y()))
                .subtract(xs)
                .subtract(ys)
                .mod(prime);
        BigInteger minus = zs.subtract(ts);
        BigInteger plus = zs.add(ts);
        BigInteger difference = ys.subtract(a.multiply(xs));
        return new Point(
                cross.multiply(minus).mod(prime),
                plus.multiply(difference).mod(prime),
                minus.multiply(plus).mod(prime),
                cross.multiply(difference).mod(prime));
    }

    Point negative(Point point) {
        return new Point(prime.subtract(point.x()), point.y(), point.z(), prime.subtract(point.t()));
    }

    /// {@return the even square root, if there is one}
    private Optional<BigInteger> root(BigInteger square) {
        ECFieldElement element =
                new ECCurve.Fp(prime, BigInteger.ONE, BigInteger.ONE, null, null).fromBigInteger(square);
        ECFieldElement root = element.sqrt();
        if (root == null) {
            return Optional.empty();
        }
        BigInteger number = root.toBigInteger();
        return Optional.of(number.testBit(0) ? prime.subtract(number) : number);
    }

    /// As the specification of XEdDSA: of 0 it is 0.
    private BigInteger inverse(BigInteger number) {
        BigInteger rest = number.mod(prime);
        return rest.signum() == 0 ? BigInteger.ZERO : rest.modInverse(prime);
    }
}
