package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.EcParameter.Ecdh1Derive;
import dev.tokki.emulator.attribute.AttributeMap;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.math.ec.ECCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Curves told by their numbers (the choice ecParameters of `CKA_EC_PARAMS`, section 6.3.3).
class ExplicitCurvesTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final Mechanism ECDSA = Mechanism.of(Ckm.ECDSA);
    private static final BigInteger FOUR = BigInteger.valueOf(4);

    /// A curve that has no name, with its base point.
    ///
    /// secp256k1 with another base point: the point of the same order twice the usual one.
    private static X9ECParameters nameless() {
        X9ECParameters k1 = ECNamedCurveTable.getByName("secp256k1");
        return new X9ECParameters(
                k1.getCurve(), new X9ECPoint(k1.getG().twice().normalize(), false), k1.getN(), k1.getH());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "brainpoolP256r1", "secp112r1", "sect233r1"})
    void theNumbersOfANamedCurveAreThatCurve(String name) {
        Pairs byNumbers = Pairs.curve(TABLE, Ckm.EC_KEY_PAIR_GEN, der(ECNamedCurveTable.getByName(name)));
        TestKey byName = TestKey.publicKey(
                Ckk.EC,
                Attribute.of(Cka.EC_PARAMS, Pairs.named(name)),
                Attribute.of(Cka.EC_POINT, byNumbers.publicKey().attributes().bytes(Cka.EC_POINT)));
        byte[] signature = TABLE.sign(ECDSA, byNumbers.privateKey()).finish(new byte[20]);
        TABLE.verify(ECDSA, byName).finish(new byte[20], signature);
    }

    @Test
    void aCurveWithoutANameSignsAndAgrees() {
        byte[] der = der(nameless());
        Pairs one = Pairs.curve(TABLE, Ckm.EC_KEY_PAIR_GEN, der);
        Pairs other = Pairs.curve(TABLE, Ckm.EC_KEY_PAIR_GEN, der);
        byte[] signature = TABLE.sign(ECDSA, one.privateKey()).finish(new byte[20]);
        TABLE.verify(ECDSA, one.publicKey()).finish(new byte[20], signature);
        Refused.with(
                Ckr.SIGNATURE_INVALID,
                () -> TABLE.verify(ECDSA, other.publicKey()).finish(new byte[20], signature));
        assertThat(agree(one, other)).isEqualTo(agree(other, one));
        assertThat(one.publicKey().attributes().bytes(Cka.EC_PARAMS)).isEqualTo(der);
        TABLE.checkKey(one.publicKey().attributes());
    }

    @Test
    void numbersThatAreNoSafeCurveAreRefused() {
        X9ECParameters r1 = ECNamedCurveTable.getByName("secp256r1");
        BigInteger p = r1.getCurve().getField().getCharacteristic();
        BigInteger a = r1.getCurve().getA().toBigInteger();
        BigInteger b = r1.getCurve().getB().toBigInteger();
        // Another order, another cofactor, an order far too small.
        refuse(new X9ECParameters(
                r1.getCurve(), new X9ECPoint(r1.getG(), false), r1.getN().add(FOUR), r1.getH()));
        refuse(new X9ECParameters(r1.getCurve(), new X9ECPoint(r1.getG(), false), r1.getN(), FOUR));
        refuse(new X9ECParameters(
                r1.getCurve(), new X9ECPoint(r1.getG(), false), BigInteger.valueOf(101), BigInteger.ONE));
        // Another b: the base point is off the curve.
        ECCurve shifted = new ECCurve.Fp(p, a, b.add(BigInteger.ONE), r1.getN(), r1.getH());
        refuse(replaced(r1, shifted));
        // A singular curve: y² = x³.
        ECCurve singular = new ECCurve.Fp(p, BigInteger.ZERO, BigInteger.ZERO, r1.getN(), r1.getH());
        refuse(new X9ECParameters(
                singular, new X9ECPoint(singular.createPoint(BigInteger.ONE, BigInteger.ONE), false), r1.getN()));
        // A supersingular curve, p is 2 modulo 3 and the order p + 1: logarithms move to the field of p².
        BigInteger mov = supersingularPrime();
        ECCurve weak = new ECCurve.Fp(mov, BigInteger.ZERO, BigInteger.ONE, null, null);
        BigInteger order = mov.add(BigInteger.ONE).divide(BigInteger.valueOf(6));
        refuse(new X9ECParameters(
                weak,
                new X9ECPoint(
                        weak.createPoint(BigInteger.TWO, BigInteger.valueOf(3))
                                .multiply(BigInteger.valueOf(6))
                                .normalize(),
                        false),
                order));
    }

    @Test
    void curvesOfBytesAreTakenByNameOnly() {
        Refused.with(
                Ckr.DOMAIN_PARAMS_INVALID,
                () -> Pairs.curve(TABLE, Ckm.EC_EDWARDS_KEY_PAIR_GEN, der(ECNamedCurveTable.getByName("secp256r1"))));
    }

    /// {@return p = 6 q - 1 with a prime q of 158 bits: the curve y² = x³ + 1 has p + 1 points}
    private static BigInteger supersingularPrime() {
        BigInteger q = BigInteger.ONE.shiftLeft(158).nextProbablePrime();
        while (true) {
            BigInteger p = q.multiply(BigInteger.valueOf(6)).subtract(BigInteger.ONE);
            if (p.isProbablePrime(50)) {
                return p;
            }
            q = q.nextProbablePrime();
        }
    }

    private static X9ECParameters replaced(X9ECParameters given, ECCurve curve) {
        return new X9ECParameters(
                curve,
                new X9ECPoint(
                        curve.createPoint(
                                given.getG().getAffineXCoord().toBigInteger(),
                                given.getG().getAffineYCoord().toBigInteger()),
                        false),
                given.getN(),
                given.getH());
    }

    private static void refuse(X9ECParameters numbers) {
        Refused.with(Ckr.DOMAIN_PARAMS_INVALID, () -> Pairs.curve(TABLE, Ckm.EC_KEY_PAIR_GEN, der(numbers)));
    }

    private static byte[] agree(Pairs own, Pairs other) {
        return AttributeMap.of(TABLE.derive(
                        Mechanism.of(
                                Ckm.ECDH1_DERIVE,
                                new Ecdh1Derive(
                                        Ckd.NULL,
                                        Bytes.NULL,
                                        Bytes.of(other.publicKey().attributes().bytes(Cka.EC_POINT)))),
                        own.privateKey(),
                        Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET)),
                        handle -> own.privateKey()))
                .bytes(Cka.VALUE);
    }

    private static byte[] der(X9ECParameters numbers) {
        try {
            return numbers.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
