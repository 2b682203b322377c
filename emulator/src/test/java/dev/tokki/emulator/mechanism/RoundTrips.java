package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.fluent.Key;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.Use;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// What one function makes the other undoes: digests, ciphertexts, signatures and wrapped keys, through the calls.
final class RoundTrips {
    private final Workshop workshop;

    RoundTrips(Workshop workshop) {
        this.workshop = workshop;
    }

    void digests(Declaration<?> declaration) {
        Mechanism mechanism = mechanism(declaration, Use.DIGEST);
        byte[] data = Samples.data(mechanism.type());
        byte[] whole = workshop.session().digest(mechanism, data);
        workshop.run(new Digesting.DigestInit(handle(), mechanism));
        workshop.run(new Digesting.DigestUpdate(handle(), Bytes.of(Arrays.copyOf(data, 7))));
        workshop.run(new Digesting.DigestUpdate(handle(), Bytes.of(Arrays.copyOfRange(data, 7, data.length))));
        assertThat(workshop.bytes(room -> new Digesting.DigestFinal(handle(), room)))
                .isEqualTo(whole);
        assertThat(workshop.session().digest(mechanism, new byte[1])).isNotEqualTo(whole);
    }

    void decryptsWhatItEncrypted(Declaration<?> declaration) {
        Mechanism mechanism = mechanism(declaration, Use.ENCRYPT);
        byte[] data = Samples.data(mechanism.type());
        Key encrypting = workshop.key(declaration.keys(), true, Cka.ENCRYPT);
        Key decrypting =
                declaration.keys().isPair() ? workshop.key(declaration.keys(), false, Cka.DECRYPT) : encrypting;
        byte[] encrypted = encrypting.encrypt(mechanism, data);
        byte[] decrypted = decrypting.decrypt(mechanism, encrypted);
        assertThat(decrypted).isEqualTo(data);
        if (!Samples.isIdentity(mechanism.type())) {
            assertThat(encrypted).isNotEqualTo(data);
        }
        if (!declaration.keys().isPair()) {
            inParts(mechanism, encrypting, encrypted)
                    .ifPresent(parts -> assertThat(parts).isEqualTo(data));
        }
    }

    /// {@return the data decrypted in parts; nothing where the mechanism takes none}
    private Optional<byte[]> inParts(Mechanism mechanism, Key key, byte[] encrypted) {
        workshop.run(new Decryption.DecryptInit(handle(), mechanism, key.handle()));
        try {
            byte[] first = workshop.bytes(
                    room -> new Decryption.DecryptUpdate(handle(), Bytes.of(Arrays.copyOf(encrypted, 5)), room));
            byte[] second = workshop.bytes(room -> new Decryption.DecryptUpdate(
                    handle(), Bytes.of(Arrays.copyOfRange(encrypted, 5, encrypted.length)), room));
            byte[] last = workshop.bytes(room -> new Decryption.DecryptFinal(handle(), room));
            return Optional.of(Stream.of(first, second, last).reduce(new byte[0], RoundTrips::joined));
        } catch (CryptokiException e) {
            workshop.cancel();
            return Optional.empty();
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    void verifiesWhatItSigned(Declaration<?> declaration) {
        if (declaration.keys().kind() == KeyRule.Kind.ONE_TIME) {
            OtpSamples.prove(workshop);
            return;
        }
        Mechanism mechanism = mechanism(declaration, Use.SIGN);
        byte[] data = Samples.data(mechanism.type());
        Key signing = workshop.key(declaration.keys(), false, Cka.SIGN);
        Key verifying = declaration.keys().isPair() ? workshop.key(declaration.keys(), true, Cka.VERIFY) : signing;
        workshop.run(new Signing.SignInit(handle(), mechanism, signing.handle()));
        byte[] signature = workshop.bytes(room -> new Signing.Sign(handle(), Bytes.of(data), room));
        verify(mechanism, verifying, data, signature);
        assertRefused(() -> verify(mechanism, verifying, data, flipped(signature)));
        assertRefused(() -> verify(mechanism, verifying, flipped(data), signature));
        if (!Samples.hasAnyLengthOfSignature(declaration.type())) {
            assertRefused(() -> verify(mechanism, verifying, data, Arrays.copyOf(signature, signature.length - 1)));
        }
    }

    private void verify(Mechanism mechanism, Key key, byte[] data, byte[] signature) {
        workshop.run(new Verification.VerifyInit(handle(), mechanism, key.handle()));
        workshop.run(new Verification.Verify(handle(), Bytes.of(data), Bytes.of(signature)));
    }

    void recovers(Declaration<?> declaration) {
        Mechanism mechanism = mechanism(declaration, Use.SIGN_RECOVER);
        byte[] data = Samples.data(mechanism.type());
        Key signing = workshop.key(declaration.keys(), false, Cka.SIGN_RECOVER);
        Key verifying =
                declaration.keys().isPair() ? workshop.key(declaration.keys(), true, Cka.VERIFY_RECOVER) : signing;
        workshop.run(new Signing.SignRecoverInit(handle(), mechanism, signing.handle()));
        byte[] signature = workshop.bytes(room -> new Signing.SignRecover(handle(), Bytes.of(data), room));
        workshop.run(new Verification.VerifyRecoverInit(handle(), mechanism, verifying.handle()));
        byte[] recovered = workshop.bytes(room -> new Verification.VerifyRecover(handle(), Bytes.of(signature), room));
        assertThat(recovered).isEqualTo(data);
    }

    void unwrapsWhatItWrapped(Declaration<?> declaration) {
        Mechanism mechanism = mechanism(declaration, Use.WRAP);
        Key wrapping = workshop.key(declaration.keys(), true, Cka.WRAP);
        Key unwrapping = declaration.keys().isPair() ? workshop.key(declaration.keys(), false, Cka.UNWRAP) : wrapping;
        Key secret = Samples.toBeWrapped(workshop, mechanism.type());
        byte[] wrapped = workshop.bytes(
                room -> new KeyManagement.WrapKey(handle(), mechanism, wrapping.handle(), secret.handle(), room));
        Key unwrapped = unwrapping.unwrap(
                mechanism, wrapped, Samples.unwrapTemplate(secret).toArray(Attribute[]::new));
        assertThat(workshop.valueOf(unwrapped)).isEqualTo(workshop.valueOf(secret));
    }

    private Mechanism mechanism(Declaration<?> declaration, Use<?, ?> use) {
        return Mechanism.of(declaration.type(), Samples.parameter(workshop, declaration.type(), use));
    }

    private long handle() {
        return workshop.session().handle();
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[flipped.length / 2] ^= 1;
        return flipped;
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable verification) {
        assertThatThrownBy(verification).isInstanceOf(CryptokiException.class);
    }
}
