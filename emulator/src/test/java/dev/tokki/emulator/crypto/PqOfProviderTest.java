package dev.tokki.emulator.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a provider computes of ML-DSA and ML-KEM is what Bouncy Castle computes.
class PqOfProviderTest {
    private static final byte[] PLAIN = {0, 0, 'm'};
    private static final byte[] WITH_CONTEXT = {0, 1, 'c', 'm'};

    private final Crypto fastest = Crypto.fastest();
    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @EnumSource
    void deterministicSignaturesAreEqual(MlDsa set) {
        byte[] key = set.grown(set.generate(random));
        for (byte[] formed : new byte[][] {PLAIN, WITH_CONTEXT}) {
            assertThat(set.signing(fastest, key).sign(formed, Optional.empty()))
                    .isEqualTo(set.signing(key).sign(formed, Optional.empty()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hedgedSignaturesDifferAndVerifyHereAndThere(MlDsa set) {
        byte[] key = set.grown(set.generate(random));
        byte[] publicKey = set.publicKey(key).orElseThrow();
        PqSignature.Signing signing = set.signing(fastest, key);
        for (byte[] formed : new byte[][] {PLAIN, WITH_CONTEXT}) {
            byte[] signature = signing.sign(formed, Optional.of(random));
            assertThat(signing.sign(formed, Optional.of(random))).isNotEqualTo(signature);
            assertThat(set.verifying(publicKey).verify(formed, signature)).isTrue();
            assertThat(set.verifying(fastest, publicKey).verify(formed, signature))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureOfAnotherMessageOrLengthIsWrong(MlDsa set) {
        byte[] key = set.grown(set.generate(random));
        PqSignature.Verifying verifying =
                set.verifying(fastest, set.publicKey(key).orElseThrow());
        byte[] signature = set.signing(fastest, key).sign(PLAIN, Optional.empty());
        assertThat(verifying.verify(new byte[] {0, 0, 'n'}, signature)).isFalse();
        assertThat(verifying.verify(WITH_CONTEXT, signature)).isFalse();
        assertThat(verifying.verify(PLAIN, new byte[set.signatureLength()])).isFalse();
        assertThat(verifying.verify(PLAIN, new byte[1])).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void decapsulatedSecretsAreEqualOfRightAndOfWrongCiphertexts(MlKem set) {
        byte[] key = set.privateKey(fastest.randomBytes(MlKem.SEED));
        MlKem.Encapsulated made = set.encapsulating(fastest, set.publicKey(key)).encapsulate();
        MlKem.PrivateKey here = set.decapsulating(fastest, key);
        MlKem.PrivateKey there = set.decapsulating(Crypto.bouncyCastle(), key);
        byte[] ciphertext = made.ciphertext().array();
        assertThat(here.decapsulate(ciphertext)).isEqualTo(made.secret().array());
        assertThat(there.decapsulate(ciphertext)).isEqualTo(made.secret().array());
        byte[] wrong = ciphertext.clone();
        wrong[7] ^= 1;
        assertThat(here.decapsulate(wrong))
                .isEqualTo(there.decapsulate(wrong))
                .isNotEqualTo(made.secret().array());
    }
}
