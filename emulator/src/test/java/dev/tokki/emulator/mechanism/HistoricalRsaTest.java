package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Iso9796;
import dev.tokki.emulator.crypto.StrongPrimes;
import dev.tokki.emulator.mechanism.work.Digester;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RSA with message recovery, after ANSI X9.31, and as a TPM 1.x binds data (sections 6.1.5, 6.1.11, 6.1.13, 6.1.16
/// to 6.1.18).
class HistoricalRsaTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final Mechanism ISO = Mechanism.of(Ckm.RSA_9796);
    private static final Mechanism X9_31 = Mechanism.of(Ckm.RSA_X9_31);
    private static final Mechanism TPM = Mechanism.of(Ckm.RSA_PKCS_TPM_1_1);
    private static final Mechanism PKCS = Mechanism.of(Ckm.RSA_PKCS);
    private static final Pairs KEY = Pairs.rsa(TABLE, 1024);
    private static final BigInteger MODULUS =
            new BigInteger(1, KEY.publicKey().attributes().bytes(Cka.MODULUS));

    static IntStream moduli() {
        return IntStream.rangeClosed(512, 544);
    }

    /// Also where Bouncy Castle's encoding has no room for the block.
    @ParameterizedTest
    @MethodSource("moduli")
    void blocksOfMessageRecoveryHoldDataOfAnyLengthForAnyModulus(int bits) {
        Iso9796 block = new Iso9796(BigInteger.ONE.shiftLeft(bits - 1).setBit(3));
        Random random = new Random(bits);
        for (int length = 1; length <= block.capacity(); length++) {
            byte[] data = new byte[length];
            random.nextBytes(data);
            BigInteger number = block.encode(data);
            assertThat(number.bitLength()).isEqualTo(bits - 1);
            assertThat(block.decode(number)).hasValue(data);
            assertThat(block.decode(number.flipBit(bits / 2))).isEmpty();
            assertThat(block.decode(number.flipBit(0))).isEmpty();
            assertThat(block.decode(number.clearBit(bits - 2))).isEmpty();
        }
        // Data that repeat themselves are as long as they were.
        assertThat(block.decode(block.encode(new byte[7]))).hasValue(new byte[7]);
        assertThat(block.capacity()).isEqualTo((bits + 2) / 16);
    }

    @Test
    void dataFitHalfTheModulus() {
        byte[] most = filled(64);
        byte[] signature = TABLE.sign(ISO, KEY.privateKey()).finish(most);
        assertThat(TABLE.verifyRecover(ISO, KEY.publicKey()).recover(signature)).isEqualTo(most);
        Refused.with(Ckr.DATA_LEN_RANGE, () -> TABLE.sign(ISO, KEY.privateKey()).finish(filled(65)));
        Refused.with(Ckr.DATA_LEN_RANGE, () -> TABLE.sign(ISO, KEY.privateKey()).finish(new byte[0]));
    }

    static Stream<Mechanism> smallerRoots() {
        return Stream.of(ISO, X9_31, Mechanism.of(Ckm.SHA1_RSA_X9_31));
    }

    /// The standards accept one of the two numbers only.
    @ParameterizedTest
    @MethodSource("smallerRoots")
    void theModulusLessASignatureIsNone(Mechanism mechanism) {
        byte[] data = filled(20);
        byte[] signature = TABLE.sign(mechanism, KEY.privateKey()).finish(data);
        TABLE.verify(mechanism, KEY.publicKey()).finish(data, signature);
        BigInteger number = new BigInteger(1, signature);
        assertThat(number.shiftLeft(1)).isLessThan(MODULUS);
        byte[] other = BigIntegers.asUnsignedByteArray(128, MODULUS.subtract(number));
        Refused.with(
                Ckr.SIGNATURE_INVALID,
                () -> TABLE.verify(mechanism, KEY.publicKey()).finish(data, other));
        Refused.with(
                Ckr.SIGNATURE_LEN_RANGE,
                () -> TABLE.verify(mechanism, KEY.publicKey()).finish(data, Arrays.copyOf(signature, 127)));
    }

    @Test
    void x931PadsAndLeavesTheTrailerToTheCaller() {
        byte[] data = filled(20);
        byte[] signature = TABLE.sign(X9_31, KEY.privateKey()).finish(data);
        BigInteger opened = new BigInteger(
                1, TABLE.encrypt(Mechanism.of(Ckm.RSA_X_509), KEY.publicKey()).finish(signature));
        byte[] block = new byte[128];
        Arrays.fill(block, (byte) 0xBB);
        block[0] = 0x6B;
        block[107] = (byte) 0xBA;
        System.arraycopy(data, 0, block, 108, 20);
        assertThat(opened).isIn(new BigInteger(1, block), MODULUS.subtract(new BigInteger(1, block)));
        assertThat(TABLE.sign(X9_31, KEY.privateKey()).finish(new byte[126])).hasSize(128);
        Refused.with(
                Ckr.DATA_LEN_RANGE, () -> TABLE.sign(X9_31, KEY.privateKey()).finish(new byte[127]));
    }

    @Test
    void theTrailerOfSha1IsThatOfTheStandard() {
        byte[] data = filled(33);
        Digester sha1 = TABLE.digest(Mechanism.of(Ckm.SHA_1));
        sha1.update(data);
        byte[] hash = sha1.finish();
        byte[] trailed = Arrays.copyOf(hash, 22);
        trailed[20] = 0x33;
        trailed[21] = (byte) 0xCC;
        assertThat(TABLE.sign(Mechanism.of(Ckm.SHA1_RSA_X9_31), KEY.privateKey())
                        .finish(data))
                .isEqualTo(TABLE.sign(X9_31, KEY.privateKey()).finish(trailed));
    }

    @Test
    void x931WantsModuliOf1024BitsAndMultiplesOf256More() {
        Pairs odd = Pairs.rsa(TABLE, 1032);
        Refused.with(Ckr.KEY_SIZE_RANGE, () -> TABLE.sign(X9_31, odd.privateKey()));
        Pairs small = Pairs.rsa(TABLE, 768);
        Refused.with(Ckr.KEY_SIZE_RANGE, () -> TABLE.verify(X9_31, small.publicKey()));
        for (long bits : new long[] {768, 1025, 1100}) {
            Refused.with(Ckr.ATTRIBUTE_VALUE_INVALID, () -> generate(Attribute.of(Cka.MODULUS_BITS, bits)));
        }
        Refused.with(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> generate(
                        Attribute.of(Cka.MODULUS_BITS, 1024L),
                        Attribute.of(Cka.PUBLIC_EXPONENT, BigInteger.valueOf(6))));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17, 65537})
    void strongPrimesHaveLargeFactorsOnEitherSide(int exponent) {
        BigInteger e = BigInteger.valueOf(exponent);
        StrongPrimes primes = new StrongPrimes(1024, e, new SecureRandom());
        StrongPrimes.Strong first = primes.first();
        StrongPrimes.Strong second = primes.second(first);
        for (StrongPrimes.Strong strong : new StrongPrimes.Strong[] {first, second}) {
            BigInteger prime = strong.prime();
            assertThat(prime.isProbablePrime(64)).isTrue();
            assertThat(prime.bitLength()).isEqualTo(512);
            assertThat(prime.subtract(BigInteger.ONE).mod(strong.below())).isZero();
            assertThat(prime.add(BigInteger.ONE).mod(strong.above())).isZero();
            assertThat(strong.below().bitLength()).isEqualTo(101);
            assertThat(strong.above().bitLength()).isEqualTo(101);
            assertThat(prime.subtract(BigInteger.ONE).gcd(e)).isOne();
        }
        assertThat(first.prime().multiply(second.prime()).bitLength()).isEqualTo(1024);
    }

    @Test
    void generatedStrongKeysSign() {
        Pairs pair = generate(
                Attribute.of(Cka.MODULUS_BITS, 1280L), Attribute.of(Cka.PUBLIC_EXPONENT, BigInteger.valueOf(17)));
        byte[] signature = TABLE.sign(X9_31, pair.privateKey()).finish(filled(20));
        TABLE.verify(X9_31, pair.publicKey()).finish(filled(20), signature);
        assertThat(new BigInteger(1, pair.publicKey().attributes().bytes(Cka.MODULUS)).bitLength())
                .isEqualTo(1280);
    }

    @Test
    void boundDataSayTheirVersionAndThatTheyAreBound() {
        byte[] bound = TABLE.decrypt(PKCS, KEY.privateKey())
                .finish(TABLE.encrypt(TPM, KEY.publicKey()).finish(filled(3)));
        assertThat(bound).isEqualTo(new byte[] {1, 1, 0, 0, 2, -1, -1, -1});
        Refused.with(
                Ckr.DATA_LEN_RANGE, () -> TABLE.encrypt(TPM, KEY.publicKey()).finish(new byte[128 - 11 - 4]));
    }

    @Test
    void anyRevisionOfTheVersionIsOpenedAndNothingElse() {
        assertThat(opened(1, 1, 7, 9, 2, 5)).containsExactly(5);
        for (int[] wrong : new int[][] {{1, 2, 0, 0, 2, 5}, {2, 1, 0, 0, 2, 5}, {1, 1, 0, 0, 1, 5}, {1, 1, 0, 0}}) {
            Refused.with(Ckr.ENCRYPTED_DATA_INVALID, () -> opened(wrong));
        }
    }

    private static byte[] opened(int... bound) {
        byte[] bytes = new byte[bound.length];
        for (int i = 0; i < bound.length; i++) {
            bytes[i] = (byte) bound[i];
        }
        return TABLE.decrypt(TPM, KEY.privateKey())
                .finish(TABLE.encrypt(PKCS, KEY.publicKey()).finish(bytes));
    }

    private static Pairs generate(Attribute... template) {
        AttributeMap none = Pairs.template();
        return Pairs.of(
                TABLE.generateKeyPair(Mechanism.of(Ckm.RSA_X9_31_KEY_PAIR_GEN), Pairs.template(template), none));
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xFF);
        return bytes;
    }
}
