package dev.tokki.emulator.object;

import static dev.tokki.emulator.object.Samples.number;
import static dev.tokki.emulator.object.Samples.refused;
import static dev.tokki.emulator.object.Samples.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers of RSA private keys, with and without those that can be computed.
class RsaPrivateKeyTest {
    private static final ObjectType TYPE = Samples.type(Cko.PRIVATE_KEY, Ckk.RSA);
    private static final RSAPrivateCrtKey KEY = key();
    private static final List<Attribute> WHOLE = List.of(
            Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
            Attribute.of(Cka.KEY_TYPE, Ckk.RSA),
            Attribute.of(Cka.MODULUS, KEY.getModulus()),
            Attribute.of(Cka.PUBLIC_EXPONENT, KEY.getPublicExponent()),
            Attribute.of(Cka.PRIVATE_EXPONENT, KEY.getPrivateExponent()),
            Attribute.of(Cka.PRIME_1, KEY.getPrimeP().max(KEY.getPrimeQ())),
            Attribute.of(Cka.PRIME_2, KEY.getPrimeP().min(KEY.getPrimeQ())));

    private static RSAPrivateCrtKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static AttributeMap create(List<Attribute> template) {
        return Samples.object(Samples.USER, template);
    }

    @Test
    void theRestIsComputedFromThePrimes() {
        AttributeMap key = create(WHOLE);
        assertThat(key.has(Cka.COEFFICIENT)).isTrue();
        assertThat(Values.number(key.find(Cka.EXPONENT_1).orElseThrow()))
                .isIn(KEY.getPrimeExponentP(), KEY.getPrimeExponentQ());
    }

    @Test
    void thePrimesAreComputedFromTheExponents() {
        AttributeMap expected = create(WHOLE);
        AttributeMap key = create(without(without(WHOLE, Cka.PRIME_1), Cka.PRIME_2));
        for (long number : new long[] {Cka.PRIME_1, Cka.PRIME_2, Cka.EXPONENT_1, Cka.EXPONENT_2, Cka.COEFFICIENT}) {
            assertThat(key.find(number)).isEqualTo(expected.find(number));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Cka.PRIME_1, Cka.PRIME_2})
    void onePrimeTellsTheOther(long missing) {
        assertThat(create(without(WHOLE, missing)).find(missing))
                .isEqualTo(create(WHOLE).find(missing));
    }

    @Test
    void aGivenExponentTellsWhichPrimeIsTheFirst() {
        Value second = create(WHOLE).find(Cka.EXPONENT_2).orElseThrow();
        List<Attribute> template =
                Samples.with(without(without(WHOLE, Cka.PRIME_1), Cka.PRIME_2), new Attribute(Cka.EXPONENT_1, second));
        assertThat(create(template).find(Cka.PRIME_1)).isEqualTo(create(WHOLE).find(Cka.PRIME_2));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                Cka.PRIVATE_EXPONENT,
                Cka.PUBLIC_EXPONENT,
                Cka.PRIME_1,
                Cka.PRIME_2,
                Cka.EXPONENT_1,
                Cka.EXPONENT_2,
                Cka.COEFFICIENT
            })
    void aNumberOfAnotherKeyIsInconsistent(long attribute) {
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> Samples.object(TYPE, number(attribute, 7)));
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> create(Samples.with(WHOLE, number(attribute, 7))));
    }

    @Test
    void zeroIsNoNumberOfAKey() {
        refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> Samples.object(TYPE, number(Cka.MODULUS, 0)));
        refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> Samples.object(TYPE, Attribute.of(Cka.PRIME_1, new byte[0])));
    }

    @Test
    void exponentsThatFitNoFactorisationAreRefused() {
        List<Attribute> bare = without(without(WHOLE, Cka.PRIME_1), Cka.PRIME_2);
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> create(Samples.with(bare, number(Cka.PRIVATE_EXPONENT, 2))));
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> create(Samples.with(bare, number(Cka.MODULUS, 4))));
    }
}
