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
import dev.tokki.api.parameter.DhParameter.X942Dh1Derive;
import dev.tokki.api.parameter.DhParameter.X942Dh2Derive;
import dev.tokki.api.parameter.DhParameter.X942MqvDerive;
import dev.tokki.api.parameter.DsaParameter.ParameterGen;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.DhPrimes;
import dev.tokki.emulator.crypto.DsaPrimes;
import dev.tokki.emulator.mechanism.work.Products;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.DSAParametersGenerator;
import org.bouncycastle.crypto.params.DSAParameterGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Domains and agreements over prime fields, sections 6.2.7 to 6.2.10 and 6.4.
class PrimeFieldsTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final AttributeMap GENERIC = Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET));
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void provablePrimesAreADomain() {
        DsaPrimes made = DsaPrimes.provable("SHA-256", 1024, 160, RANDOM);
        assertThat(made.prime().bitLength()).isEqualTo(1024);
        assertThat(made.order().bitLength()).isEqualTo(160);
        assertThat(made.prime().isProbablePrime(64)).isTrue();
        assertThat(made.order().isProbablePrime(64)).isTrue();
        assertThat(made.prime().subtract(BigInteger.ONE).mod(made.order())).isZero();
        assertThat(made.seed().length()).isEqualTo(60);
    }

    @Test
    void theBaseIsThatOfBouncyCastle() {
        DSAParametersGenerator generator = new DSAParametersGenerator(new SHA256Digest());
        generator.init(new DSAParameterGenerationParameters(1024, 160, 80, RANDOM, 1));
        DSAParameters domain = generator.generateParameters();
        byte[] seed = domain.getValidationParameters().getSeed();
        assertThat(DsaPrimes.base(Crypto.fastest(), "SHA-256", domain.getP(), domain.getQ(), seed, 1))
                .contains(domain.getG());
        List<Attribute> made = generate(
                Mechanism.of(Ckm.DSA_FIPS_G_GEN, new ParameterGen(Ckm.SHA256, Bytes.of(seed), 1)),
                Attribute.of(Cka.PRIME, domain.getP()),
                Attribute.of(Cka.SUBPRIME, domain.getQ()));
        assertThat(new BigInteger(1, AttributeMap.of(made).bytes(Cka.BASE))).isEqualTo(domain.getG());
    }

    @Test
    void safePrimesHaveTheBase2() {
        DhPrimes made = DhPrimes.safe(256, RANDOM);
        assertThat(made.prime().bitLength()).isEqualTo(256);
        assertThat(made.prime().isProbablePrime(64)).isTrue();
        assertThat(made.order().isProbablePrime(64)).isTrue();
        assertThat(made.prime()).isEqualTo(made.order().shiftLeft(1).add(BigInteger.ONE));
        assertThat(BigInteger.TWO.modPow(made.order(), made.prime())).isOne();
    }

    @Test
    void seedsNeedRoomAndTheRightHash() {
        long generation = Ckm.DSA_PROBABILISTIC_PARAMETER_GEN;
        Attribute bits = Attribute.of(Cka.PRIME_BITS, 1024L);
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> generate(seeded(generation, Ckm.SHA256, 19), bits));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> generate(seeded(generation, Ckm.MD5, 20), bits));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> generate(seeded(generation, Ckm.SHA_1, 99), Attribute.of(Cka.PRIME_BITS, 2048L)));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> generate(seeded(Ckm.DSA_SHAWE_TAYLOR_PARAMETER_GEN, Ckm.SHA256, 59), bits));
        // Whoever does not want the seed leaves it out.
        assertThat(generate(Mechanism.of(generation, new ParameterGen(Ckm.SHA256, Bytes.NULL, 0)), bits))
                .isNotEmpty();
    }

    @Test
    void domainsHaveTheLengthsOfTheirStandards() {
        Mechanism dsa = Mechanism.of(Ckm.DSA_PARAMETER_GEN);
        Mechanism x942 = Mechanism.of(Ckm.X9_42_DH_PARAMETER_GEN);
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> generate(dsa));
        for (long bits : new long[] {0, 448, 520, 1088, 4096, -1}) {
            Refused.with(Ckr.ATTRIBUTE_VALUE_INVALID, () -> generate(dsa, Attribute.of(Cka.PRIME_BITS, bits)));
        }
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> generate(dsa, Attribute.of(Cka.PRIME_BITS, 1024L), Attribute.of(Cka.SUBPRIME_BITS, 224L)));
        Refused.with(
                Ckr.ATTRIBUTE_READ_ONLY,
                () -> generate(dsa, Attribute.of(Cka.PRIME_BITS, 1024L), Attribute.of(Cka.BASE, BigInteger.TWO)));
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> generate(x942, Attribute.of(Cka.PRIME_BITS, 1024L)));
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> generate(x942, Attribute.of(Cka.PRIME_BITS, 1100L), Attribute.of(Cka.SUBPRIME_BITS, 160L)));
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> generate(x942, Attribute.of(Cka.PRIME_BITS, 1024L), Attribute.of(Cka.SUBPRIME_BITS, 128L)));
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> generate(Mechanism.of(Ckm.DH_PKCS_PARAMETER_GEN), Attribute.of(Cka.PRIME_BITS, 511L)));
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> generate(
                        seeded(Ckm.DSA_FIPS_G_GEN, Ckm.SHA256, 20),
                        Attribute.of(Cka.PRIME, BigInteger.valueOf(23)),
                        Attribute.of(Cka.SUBPRIME, BigInteger.valueOf(7))));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> generate(
                        Mechanism.of(Ckm.DSA_FIPS_G_GEN, new ParameterGen(Ckm.SHA256, Bytes.of(new byte[1]), 256))));
    }

    /// Two parties with two pairs each find the same secret, by either scheme.
    @Test
    void bothPartiesAgree() {
        Pairs one = pair();
        Pairs oneEphemeral = pair();
        Pairs other = pair();
        Pairs otherEphemeral = pair();
        byte[] hybrid = derive(hybrid(other, otherEphemeral), one, oneEphemeral);
        assertThat(derive(hybrid(one, oneEphemeral), other, otherEphemeral)).isEqualTo(hybrid);
        assertThat(hybrid).hasSize(2 * 128);
        byte[] mqv = derive(mqv(other, otherEphemeral), one, oneEphemeral);
        assertThat(derive(mqv(one, oneEphemeral), other, otherEphemeral)).isEqualTo(mqv);
        assertThat(mqv).hasSize(128).isNotEqualTo(Arrays.copyOf(hybrid, 128));
        // The hybrid secret is the ephemeral one and the static one.
        byte[] ephemeralAlone = AttributeMap.of(TABLE.derive(
                        Mechanism.of(
                                Ckm.X9_42_DH_DERIVE, new X942Dh1Derive(Ckd.NULL, Bytes.NULL, value(otherEphemeral))),
                        oneEphemeral.privateKey(),
                        GENERIC,
                        handle -> one.privateKey()))
                .bytes(Cka.VALUE);
        assertThat(hybrid).startsWith(ephemeralAlone);
    }

    @Test
    void theSecondPairIsOneOfTheSameDomain() {
        Pairs own = pair();
        Pairs other = pair();
        Pairs stranger = pair();
        // The public key is not that of the private key.
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.derive(
                        mqv(other, other),
                        own.privateKey(),
                        GENERIC,
                        handle -> handle == 1 ? own.privateKey() : stranger.publicKey()));
        Refused.with(
                Ckr.KEY_TYPE_INCONSISTENT,
                () -> TABLE.derive(hybrid(other, other), own.privateKey(), GENERIC, handle -> own.publicKey()));
        TestKey silent = new TestKey(own.privateKey()
                .attributes()
                .with(List.of(Attribute.of(Cka.DERIVE, false)))
                .attributes());
        Refused.with(
                Ckr.KEY_FUNCTION_NOT_PERMITTED,
                () -> TABLE.derive(hybrid(other, other), own.privateKey(), GENERIC, handle -> silent));
    }

    /// 0, 1, -1, what is no number of the field, and what is outside of the subgroup.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, -2, 2})
    void publicValuesOutsideOfTheGroupAreRefused(int value) {
        Pairs own = pair();
        BigInteger prime = new BigInteger(1, own.publicKey().attributes().bytes(Cka.PRIME));
        BigInteger number = value < 0 ? prime.add(BigInteger.valueOf(value)) : BigInteger.valueOf(value);
        Bytes bytes = Bytes.of(number.toByteArray());
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.derive(
                        Mechanism.of(Ckm.X9_42_DH_DERIVE, new X942Dh1Derive(Ckd.NULL, Bytes.NULL, bytes)),
                        own.privateKey(),
                        GENERIC,
                        handle -> own.privateKey()));
        Refused.with(
                Ckr.WRAPPED_KEY_INVALID,
                () -> TABLE.decapsulate(
                        Mechanism.of(Ckm.X9_42_DH_DERIVE, new X942Dh1Derive(Ckd.NULL, Bytes.NULL, Bytes.NULL)),
                        own.privateKey(),
                        bytes.array(),
                        GENERIC));
    }

    @Test
    void theOtherPublicValueIsWhereTheFunctionWantsIt() {
        Pairs own = pair();
        Mechanism without = Mechanism.of(Ckm.X9_42_DH_DERIVE, new X942Dh1Derive(Ckd.NULL, Bytes.NULL, Bytes.NULL));
        Mechanism with = Mechanism.of(Ckm.X9_42_DH_DERIVE, new X942Dh1Derive(Ckd.NULL, Bytes.NULL, value(own)));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.derive(without, own.privateKey(), GENERIC, handle -> own.privateKey()));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> TABLE.encapsulate(with, own.publicKey(), GENERIC));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> TABLE.decapsulate(with, own.privateKey(), value(own).array(), GENERIC));
    }

    private static Mechanism hybrid(Pairs other, Pairs otherEphemeral) {
        return Mechanism.of(
                Ckm.X9_42_DH_HYBRID_DERIVE,
                new X942Dh2Derive(Ckd.NULL, Bytes.NULL, value(other), 20, 1, value(otherEphemeral)));
    }

    private static Mechanism mqv(Pairs other, Pairs otherEphemeral) {
        return Mechanism.of(
                Ckm.X9_42_MQV_DERIVE,
                new X942MqvDerive(Ckd.NULL, Bytes.NULL, value(other), 20, 1, value(otherEphemeral), 2));
    }

    private static byte[] derive(Mechanism mechanism, Pairs own, Pairs ephemeral) {
        return AttributeMap.of(TABLE.derive(
                        mechanism,
                        own.privateKey(),
                        GENERIC,
                        handle -> handle == 1 ? ephemeral.privateKey() : ephemeral.publicKey()))
                .bytes(Cka.VALUE);
    }

    private static Bytes value(Pairs pair) {
        return Bytes.of(pair.publicKey().attributes().bytes(Cka.VALUE));
    }

    private static Pairs pair() {
        Pairs pair = Pairs.of(TABLE.generateKeyPair(
                Mechanism.of(Ckm.X9_42_DH_KEY_PAIR_GEN), AttributeMap.of(DsaDomain.ATTRIBUTES), Pairs.template()));
        TestKey deriving = new TestKey(pair.privateKey()
                .attributes()
                .with(List.of(Attribute.of(Cka.DERIVE, true)))
                .attributes());
        return new Pairs(pair.publicKey(), deriving);
    }

    private static Mechanism seeded(long mechanism, long hash, int room) {
        return Mechanism.of(mechanism, new ParameterGen(hash, Bytes.of(new byte[room]), 1));
    }

    private static List<Attribute> generate(Mechanism mechanism, Attribute... template) {
        return TABLE.generateKey(mechanism, Pairs.template(template), new Products());
    }
}
