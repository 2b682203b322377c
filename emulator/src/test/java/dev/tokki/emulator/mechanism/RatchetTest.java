package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.parameter.RatchetParameter.X2RatchetInitialize;
import dev.tokki.api.parameter.RatchetParameter.X3dhInitiate;
import dev.tokki.emulator.mechanism.RatchetSamples.Ends;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Extended triple Diffie-Hellman and the double ratchet, sections 6.5 and 6.6, and public keys of private keys,
/// section 6.29.8.
class RatchetTest {
    @RegisterExtension
    static final Workshop workshop = new Workshop();

    /// Each sends some, and they arrive in any order.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void messagesArriveInAnyOrder(boolean hasEncryptedHeaders) {
        Ends ends = RatchetSamples.ends(workshop, hasEncryptedHeaders, "1.3.101.110", 255);
        Random random = new Random(7);
        List<byte[]> late = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            Key from = round % 2 == 0 ? ends.alice() : ends.bob();
            Key to = round % 2 == 0 ? ends.bob() : ends.alice();
            List<byte[]> messages = new ArrayList<>();
            for (int number = 0; number < 5; number++) {
                messages.add(from.encrypt(RatchetSamples.ENCRYPT, text(round + " " + number)));
            }
            if (round == 2) {
                late.add(messages.remove(1));
            }
            Collections.shuffle(messages, random);
            for (byte[] message : messages) {
                assertThat(new String(to.decrypt(RatchetSamples.DECRYPT, message), StandardCharsets.UTF_8))
                        .startsWith(round + " ");
            }
        }
        // One of a chain that ended long ago.
        assertThat(ends.bob().decrypt(RatchetSamples.DECRYPT, late.get(0))).isEqualTo(text("2 1"));
        assertThat(ends.bob().ulong(Cka.X2RATCHET_BAGSIZE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMessageIsReadOnceAndOnlyAsItWasMade(boolean hasEncryptedHeaders) {
        Ends ends = RatchetSamples.ends(workshop, hasEncryptedHeaders, "1.3.101.110", 255);
        byte[] message = ends.alice().encrypt(RatchetSamples.ENCRYPT, text("once"));
        for (int at : new int[] {0, 33, message.length - 1}) {
            byte[] changed = message.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> ends.bob().decrypt(RatchetSamples.DECRYPT, changed))
                    .hasMessageContaining("CKR_ENCRYPTED_DATA_INVALID");
        }
        // What was no message has changed nothing.
        assertThat(ends.bob().decrypt(RatchetSamples.DECRYPT, message)).isEqualTo(text("once"));
        assertThatThrownBy(() -> ends.bob().decrypt(RatchetSamples.DECRYPT, message))
                .hasMessageContaining("CKR_ENCRYPTED_DATA_INVALID");
        assertThatThrownBy(() -> ends.bob().decrypt(RatchetSamples.DECRYPT, new byte[10]))
                .hasMessageContaining("CKR_ENCRYPTED_DATA_LEN_RANGE");
    }

    @Test
    void whoRespondsCannotSpeakFirst() {
        Ends ends = RatchetSamples.ends(workshop, false, "1.3.101.110", 255);
        assertThatThrownBy(() -> ends.bob().encrypt(RatchetSamples.ENCRYPT, text("me first")))
                .hasMessageContaining("CKR_KEY_FUNCTION_NOT_PERMITTED");
        assertThat(ends.alice().bool(Cka.X2RATCHET_ISALICE)).isTrue();
        assertThat(ends.bob().bool(Cka.X2RATCHET_BOBS1STMSG)).isFalse();
        ends.bob().decrypt(RatchetSamples.DECRYPT, ends.alice().encrypt(RatchetSamples.ENCRYPT, text("hello")));
        ends.bob().encrypt(RatchetSamples.ENCRYPT, text("hello"));
        assertThat(ends.bob().bool(Cka.X2RATCHET_BOBS1STMSG)).isTrue();
        assertThat(ends.alice().ulong(Cka.X2RATCHET_NS)).isOne();
    }

    @Test
    void parametersOfTheRatchetAreChecked() {
        Pair pair = RatchetSamples.pair(workshop, "1.3.101.110");
        Key secret = workshop.secret(Ckk.GENERIC_SECRET, Cka.DERIVE, 1);
        for (Mechanism wrong : List.of(
                initialize(pair, 254, Ckm.AES_GCM, Ckd.SHA256_KDF),
                initialize(pair, 448, Ckm.AES_GCM, Ckd.SHA256_KDF),
                initialize(pair, 255, Ckm.AES_CBC, Ckd.SHA256_KDF),
                initialize(pair, 255, Ckm.AES_GCM, Ckd.NULL),
                initialize(pair, 255, Ckm.AES_GCM, Ckd.SHA384_KDF))) {
            assertThatThrownBy(() -> secret.derive(wrong)).hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
        }
        // The secret has 48 bytes.
        assertThatThrownBy(() -> secret.derive(initialize(pair, 255, Ckm.AES_GCM, Ckd.SHA256_KDF)))
                .hasMessageContaining("CKR_KEY_SIZE_RANGE");
    }

    @Test
    void aPrekeyThatSomebodyElseSignedIsRefused() {
        Pair alice = RatchetSamples.pair(workshop, "1.3.101.110");
        Pair bob = RatchetSamples.pair(workshop, "1.3.101.110");
        Mechanism mechanism = Mechanism.of(
                Ckm.X3DH_INITIALIZE,
                new X3dhInitiate(
                        Ckd.SHA256_KDF,
                        bob.publicKey().handle(),
                        bob.publicKey().handle(),
                        Bytes.of(new byte[64]),
                        Bytes.NULL,
                        alice.privateKey().handle(),
                        alice.privateKey().handle()));
        assertThatThrownBy(() -> alice.privateKey().derive(mechanism))
                .hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                Ckk.RSA,
                Ckk.EC,
                Ckk.EC_EDWARDS,
                Ckk.EC_MONTGOMERY,
                Ckk.DSA,
                Ckk.DH,
                Ckk.X9_42_DH,
                Ckk.ML_KEM,
                Ckk.ML_DSA,
                Ckk.SLH_DSA,
                Ckk.HSS,
                Ckk.XMSS,
                Ckk.XMSSMT,
                Ckk.GOSTR3410
            })
    void thePublicKeyOfAPrivateKeyIsThatOfThePair(long type) {
        Pair pair = workshop.pair(type);
        Key half = pair.privateKey().derive(Mechanism.of(Ckm.PUB_KEY_FROM_PRIV_KEY), Attribute.of(Cka.LABEL, "half"));
        assertThat(half.ulong(Cka.CLASS)).isEqualTo(Cko.PUBLIC_KEY);
        assertThat(half.bool(Cka.LOCAL)).isFalse();
        assertThat(half.ulong(Cka.KEY_GEN_MECHANISM))
                .isEqualTo(pair.privateKey().ulong(Cka.KEY_GEN_MECHANISM));
        assertThat(half.bool(Cka.VERIFY)).isEqualTo(pair.privateKey().bool(Cka.SIGN));
        long value = type == Ckk.RSA ? Cka.MODULUS : isEc(type) ? Cka.EC_POINT : Cka.VALUE;
        assertThat(half.bytes(value)).isEqualTo(pair.publicKey().bytes(value));
    }

    private static boolean isEc(long type) {
        return type == Ckk.EC || type == Ckk.EC_EDWARDS || type == Ckk.EC_MONTGOMERY;
    }

    private static Mechanism initialize(Pair pair, long curve, long aead, long kdf) {
        long handle = pair.publicKey().handle();
        return Mechanism.of(
                Ckm.X2RATCHET_INITIALIZE,
                new X2RatchetInitialize(Bytes.NULL, handle, handle, handle, false, curve, aead, kdf));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
