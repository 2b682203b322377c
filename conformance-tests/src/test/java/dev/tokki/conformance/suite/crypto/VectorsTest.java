package dev.tokki.conformance.suite.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The published vectors and the JDK agree, so a module that fails on one of them is at fault.
class VectorsTest {
    @ParameterizedTest
    @EnumSource
    void theJdkDigestsAsPublished(Hash hash) {
        String name = hash == Hash.SHA1 ? "CKM_SHA_1" : "CKM_" + hash.name();
        assertThat(Vectors.of("digests", "mechanism", name))
                .hasSize(4)
                .allSatisfy(vector ->
                        assertThat(Jdk.digest(hash, vector.bytes("message"))).isEqualTo(vector.bytes("digest")));
    }

    @Test
    void theJdkMakesThePublishedMacs() {
        assertThat(Vectors.of("hmac")).hasSize(31).allSatisfy(vector -> {
            String name = vector.text("mechanism").replace("CKM_", "").replace("_HMAC", "");
            Hash hash = name.equals("SHA_1") ? Hash.SHA1 : Hash.valueOf(name);
            assertThat(Jdk.hmac(hash, vector.bytes("key"), vector.bytes("message")))
                    .isEqualTo(vector.bytes("mac"));
        });
    }

    @Test
    void theJdkEncryptsAsPublished() {
        assertThat(Vectors.of("aes")).hasSize(12).allSatisfy(vector -> {
            String mode = vector.text("mechanism").substring("CKM_AES_".length());
            IvParameterSpec iv = mode.equals("ECB") ? null : new IvParameterSpec(vector.bytes("iv"));
            assertThat(Jdk.aes(
                            Cipher.ENCRYPT_MODE,
                            mode + "/NoPadding",
                            vector.bytes("key"),
                            iv,
                            vector.bytes("plaintext")))
                    .isEqualTo(vector.bytes("ciphertext"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void theJdkAcceptsThePublishedEcdsaSignatures(Nist nist) {
        assertThat(nist.vectors()).hasSize(10).allSatisfy(vector -> {
            String hash = vector.text("mechanism").substring("CKM_ECDSA_".length());
            PublicKey key = Jdk.ecPublic(nist.curve(), vector.bytes("public"));
            assertThat(Jdk.verifies(
                            hash + "withECDSAinP1363Format",
                            null,
                            key,
                            vector.bytes("message"),
                            vector.bytes("signature")))
                    .isTrue();
        });
    }

    @Test
    void theJdkJudgesTheRsaSignaturesAsNistDoes() {
        assertThat(Vectors.of("rsa-signatures"))
                .hasSize(3)
                .allSatisfy(vector -> assertThat(Jdk.verifies(
                                "SHA1withRSA",
                                null,
                                Jdk.rsaPublic(),
                                vector.bytes("message"),
                                vector.bytes("signature")))
                        .isEqualTo(vector.text("valid").equals("true")));
    }

    @Test
    void theJdkMakesThePublishedEdDsaSignatures() {
        assertThat(Vectors.of("eddsa", "scheme", "pure")).hasSize(6).allSatisfy(vector -> {
            Curve curve = Curve.named(vector.text("curve"));
            PrivateKey key = Jdk.ecPrivate(curve, vector.bytes("private"));
            assertThat(Jdk.sign(curve.toString(), null, key, vector.bytes("message")))
                    .isEqualTo(vector.bytes("signature"));
        });
    }

    @Test
    void theJdkAgreesOnThePublishedSecrets() {
        assertThat(Vectors.of("ecdh"))
                .filteredOn(vector -> !vector.text("curve").startsWith("brainpool"))
                .hasSize(5)
                .allSatisfy(vector -> {
                    Curve curve = Curve.named(vector.text("curve"));
                    String algorithm = curve.isWeierstrass() ? "ECDH" : curve.toString();
                    assertThat(Jdk.agree(
                                    algorithm,
                                    Jdk.ecPrivate(curve, vector.bytes("private")),
                                    Jdk.ecPublic(curve, vector.bytes("peer"))))
                            .isEqualTo(vector.bytes("secret"));
                });
    }

    @Test
    void everyKeyOfAVectorIsNamed() {
        Vector vector = Vectors.of("aes-key-wrap").get(0);
        assertThat(vector.name()).isEqualTo("RFC 3394 section 4.1");
        assertThatThrownBy(() -> vector.bytes("iv")).hasMessageContaining("has no iv");
        assertThatThrownBy(() -> Vectors.of("none")).hasMessageContaining("no vectors named none");
    }

    @Test
    void partsMakeUpTheWhole() {
        byte[] whole = Data.counting(100);
        byte[] joined = Data.parts(whole).stream().reduce(new byte[0], Data::joined);
        assertThat(joined).isEqualTo(whole);
        assertThat(Data.parts(whole)).anyMatch(part -> part.length == 0);
    }

    @Test
    void aSpoiledCopyDiffersInOneBit() {
        byte[] whole = Data.counting(8);
        byte[] spoiled = Keys.spoiled(whole, 3);
        assertThat(whole[3] ^ spoiled[3]).isEqualTo(1);
        assertThat(Arrays.mismatch(whole, spoiled)).isEqualTo(3);
    }
}
