package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Template;
import dev.tokki.api.call.Objects;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What C_CreateObject makes of numbers that cannot be a key or domain parameters of DSA and Diffie-Hellman (sections
/// 6.2 and 6.4).
class DiscreteLogKeysTest {
    private static final BigInteger P = number(Cka.PRIME);
    private static final BigInteger Q = number(Cka.SUBPRIME);
    private static final BigInteger G = number(Cka.BASE);
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger Y = G.modPow(BigInteger.valueOf(1000), P);
    /// Between the bounds, and outside the subgroup.
    private static final BigInteger STRAY = stray();

    @RegisterExtension
    static final Workshop workshop = new Workshop();

    private static BigInteger number(long type) {
        return DsaDomain.ATTRIBUTES.stream()
                .filter(attribute -> attribute.type() == type)
                .map(attribute -> new BigInteger(
                        1, ((dev.tokki.api.Value.Raw) attribute.value()).bytes().array()))
                .findFirst()
                .orElseThrow();
    }

    private static BigInteger stray() {
        BigInteger candidate = TWO;
        while (candidate.modPow(Q, P).equals(ONE)) {
            candidate = candidate.add(ONE);
        }
        return candidate;
    }

    private static long create(
            long objectClass, long type, BigInteger p, BigInteger q, BigInteger g, BigInteger value) {
        List<Attribute> template = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, objectClass),
                Attribute.of(Cka.KEY_TYPE, type),
                Attribute.of(Cka.PRIME, p),
                Attribute.of(Cka.BASE, g)));
        if (type != Ckk.DH) {
            template.add(Attribute.of(Cka.SUBPRIME, q));
        }
        if (objectClass != Cko.DOMAIN_PARAMETERS) {
            template.add(Attribute.of(Cka.VALUE, value));
        }
        try {
            workshop.get(new Objects.CreateObject(
                    workshop.session().handle(), Template.of(template.toArray(Attribute[]::new))));
            return Ckr.OK;
        } catch (CryptokiException refused) {
            return refused.rv().value();
        }
    }

    static Stream<Arguments> groups() {
        BigInteger composite = P.add(TWO).isProbablePrime(20) ? P.add(BigInteger.valueOf(4)) : P.add(TWO);
        return Stream.of(
                Arguments.of("as generated", P, Q, G, Ckr.OK),
                Arguments.of("an even prime", P.add(ONE), Q, G, Ckr.DOMAIN_PARAMS_INVALID),
                Arguments.of("a composite prime", composite, Q, G, Ckr.DOMAIN_PARAMS_INVALID),
                Arguments.of("a subprime that does not divide", P, Q.add(TWO), G, Ckr.DOMAIN_PARAMS_INVALID),
                Arguments.of("a composite subprime", P, P.subtract(ONE), G, Ckr.DOMAIN_PARAMS_INVALID),
                Arguments.of("base 1", P, Q, ONE, Ckr.DOMAIN_PARAMS_INVALID),
                Arguments.of("base -1", P, Q, P.subtract(ONE), Ckr.DOMAIN_PARAMS_INVALID),
                Arguments.of("a base beyond the prime", P, Q, P.add(G), Ckr.DOMAIN_PARAMS_INVALID),
                Arguments.of("a base of another order", P, Q, STRAY, Ckr.DOMAIN_PARAMS_INVALID));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groups")
    void theGroupIsChecked(String name, BigInteger p, BigInteger q, BigInteger g, long wanted) {
        for (long type : new long[] {Ckk.DSA, Ckk.X9_42_DH}) {
            assertThat(create(Cko.PUBLIC_KEY, type, p, q, g, Y)).isEqualTo(wanted);
            assertThat(create(Cko.PRIVATE_KEY, type, p, q, g, TWO)).isEqualTo(wanted);
            assertThat(create(Cko.DOMAIN_PARAMETERS, type, p, q, g, Y)).isEqualTo(wanted);
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Cko.PUBLIC_KEY, ONE, false),
                Arguments.of(Cko.PUBLIC_KEY, P.subtract(ONE), false),
                Arguments.of(Cko.PUBLIC_KEY, P, false),
                Arguments.of(Cko.PUBLIC_KEY, P.add(Y), false),
                Arguments.of(Cko.PUBLIC_KEY, STRAY, false),
                Arguments.of(Cko.PUBLIC_KEY, Y, true),
                Arguments.of(Cko.PRIVATE_KEY, ONE, true),
                Arguments.of(Cko.PRIVATE_KEY, Q.subtract(ONE), true),
                Arguments.of(Cko.PRIVATE_KEY, Q, false));
    }

    @ParameterizedTest
    @MethodSource("values")
    void theValueIsCheckedAgainstItsGroup(long objectClass, BigInteger value, boolean isOne) {
        long wanted = isOne ? Ckr.OK : Ckr.ATTRIBUTE_VALUE_INVALID;
        for (long type : new long[] {Ckk.DSA, Ckk.X9_42_DH}) {
            assertThat(create(objectClass, type, P, Q, G, value)).isEqualTo(wanted);
        }
    }

    @Test
    void withoutAnOrderTheBoundsAreChecked() {
        assertThat(create(Cko.PUBLIC_KEY, Ckk.DH, P, Q, G, STRAY)).isEqualTo(Ckr.OK);
        assertThat(create(Cko.PUBLIC_KEY, Ckk.DH, P, Q, G, P.subtract(ONE))).isEqualTo(Ckr.ATTRIBUTE_VALUE_INVALID);
        assertThat(create(Cko.PRIVATE_KEY, Ckk.DH, P, Q, G, P.subtract(TWO))).isEqualTo(Ckr.OK);
        assertThat(create(Cko.PRIVATE_KEY, Ckk.DH, P, Q, G, P.subtract(ONE))).isEqualTo(Ckr.ATTRIBUTE_VALUE_INVALID);
        assertThat(create(Cko.DOMAIN_PARAMETERS, Ckk.DH, P.add(ONE), Q, G, Y)).isEqualTo(Ckr.DOMAIN_PARAMS_INVALID);
    }

    @Test
    void thePrimesOfStandardGroupsAreKnownAndLongerOnesAreRefused() {
        BigInteger long8192 = DHStandardGroups.rfc7919_ffdhe8192.getP();
        assertThat(create(Cko.DOMAIN_PARAMETERS, Ckk.DH, long8192, Q, TWO, Y)).isEqualTo(Ckr.OK);
        BigInteger tooLong = ONE.shiftLeft(8192).add(ONE);
        assertThat(create(Cko.DOMAIN_PARAMETERS, Ckk.DH, tooLong, Q, TWO, Y)).isEqualTo(Ckr.DOMAIN_PARAMS_INVALID);
    }
}
