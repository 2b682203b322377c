package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RsaKey;
import dev.tokki.emulator.mechanism.declare.Maker;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.RsaKeys;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.Encapsulator;
import dev.tokki.emulator.mechanism.wrap.UnwrappedKey;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.util.BigIntegers;

/// RSA as a KEM, sections 6.1.6, 6.1.8 and 6.1.12: a random key encrypted, or RSASVE of NIST SP 800-56B.
final class RsaKem {
    private RsaKem() {}

    /// A random key of the length that the template asks for, padded and encrypted.
    static <P> Maker<P, Use.Encapsulating, Encapsulator> encapsulate(Function<P, RsaCiphers> padding) {
        return (crypto, parameter, input) -> {
            RsaCiphers ciphers = padding.apply(parameter);
            CipherOperation encryption = ciphers.encrypt(crypto, input.publicKey());
            RsaKey<?> rsa = RsaKeys.publicKey(crypto, input.publicKey());
            DerivedKey derived = DerivedKey.ofTemplate(input.template(), ciphers.section());
            int length = derived.lengthAtMost(rsa.length() - ciphers.overhead());
            return new Encapsulator(rsa.length(), () -> {
                byte[] value = crypto.randomBytes(length);
                return new Encapsulator.Made(
                        Bytes.of(encryption.finish(value)), SecretKeys.attributes(derived.keyType(), value));
            });
        };
    }

    /// "Exactly equivalent to C_UnwrapKey".
    static <P> Maker<P, Use.Decapsulating, List<Attribute>> decapsulate(Function<P, RsaCiphers> padding) {
        return (crypto, parameter, input) -> {
            RsaCiphers ciphers = padding.apply(parameter);
            CipherOperation decryption = ciphers.decrypt(crypto, input.privateKey());
            byte[] value = Wraps.asUnwrapping(
                    () -> decryption.finish(input.ciphertext().array()));
            return UnwrappedKey.of(crypto, value, input.template(), Wraps.secretKeys(1, ciphers.section()));
        };
    }

    /// RSASVE: a random number below the modulus is the secret.
    static Encapsulator encapsulateRaw(Crypto crypto, Use.Encapsulating input) {
        RsaKey<?> rsa = RsaKeys.publicKey(crypto, input.publicKey());
        DerivedKey derived = DerivedKey.ofTemplate(input.template(), RsaSignatures.RAW);
        int length = derived.lengthWithin(rsa.length());
        return new Encapsulator(rsa.length(), () -> {
            BigInteger secret = BigIntegers.createRandomInRange(
                    BigInteger.TWO, rsa.modulus().subtract(BigInteger.TWO), crypto.random());
            byte[] block = BigIntegers.asUnsignedByteArray(rsa.length(), secret);
            return new Encapsulator.Made(Bytes.of(RsaCiphers.raw(rsa, block)), lastOf(block, length, derived));
        });
    }

    static List<Attribute> decapsulateRaw(Crypto crypto, Use.Decapsulating input) {
        CipherOperation decryption = RsaCiphers.decryptRaw(crypto, input.privateKey());
        byte[] block =
                Wraps.asUnwrapping(() -> decryption.finish(input.ciphertext().array()));
        DerivedKey derived = DerivedKey.ofTemplate(input.template(), RsaSignatures.RAW);
        return lastOf(block, derived.lengthWithin(block.length), derived);
    }

    /// "However many bytes are specified in the template are taken from the end."
    private static List<Attribute> lastOf(byte[] block, int length, DerivedKey derived) {
        return SecretKeys.attributes(derived.keyType(), Arrays.copyOfRange(block, block.length - length, block.length));
    }
}
