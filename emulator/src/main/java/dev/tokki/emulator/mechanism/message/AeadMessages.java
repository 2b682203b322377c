package dev.tokki.emulator.mechanism.message;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.work.CipherMessage;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.MessageCipher;
import dev.tokki.emulator.mechanism.work.MessageWork;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.mechanism.wrap.KeyMaterial;
import dev.tokki.emulator.mechanism.wrap.UnwrappedKey;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import java.util.function.Supplier;

/// What an AEAD mechanism has to say to work on messages, and to wrap with associated data apart: how the
/// parameter of a message reads, and how one message is encrypted.
///
/// A mechanism joins in by `Declaration.messages`; AES-GCM is an example.
/// Decryption is the same encryption made twice, so that the plaintext streams: that of the ciphertext gives
/// the plaintext, and that of the plaintext gives the tag. This holds where a key stream is added (GCM, CCM,
/// ChaCha20, Salsa20).
///
/// @param section the section of the mechanism
/// @param wraps how keys become what is wrapped
/// @param reading reads the parameter of a message, or refuses it
/// @param encryption encrypts a message
/// @param ofKeys encrypts a key
public record AeadMessages(String section, Wraps wraps, Reading reading, Encryption encryption, Encryption ofKeys)
        implements MessageWork {
    /// Keys are encrypted as messages are.
    public AeadMessages(String section, Wraps wraps, Reading reading, Encryption encryption) {
        this(section, wraps, reading, encryption, encryption);
    }

    /// Reads the parameter of a message.
    @FunctionalInterface
    public interface Reading {
        MessageParameter of(Parameter given);
    }

    /// Begins the encryption of a message.
    @FunctionalInterface
    public interface Encryption {
        /// {@return an encryption whose output ends in the tag}
        CipherOperation begin(Crypto crypto, MessageParameter parameter, byte[] associatedData, KeyView key);
    }

    @Override
    public MessageCipher encrypting(Crypto crypto, KeyView key) {
        return new Encrypting(this, encryption, crypto, key);
    }

    @Override
    public MessageCipher decrypting(Crypto crypto, KeyView key) {
        return new Decrypting(this, encryption, crypto, key);
    }

    @Override
    public Wrapped wrap(Crypto crypto, Parameter given, byte[] associatedData, KeyView wrappingKey, KeyView key) {
        checkOneVector(reading.of(given));
        byte[] material = KeyMaterial.of(crypto, key, wraps);
        CipherMessage message = new Encrypting(this, ofKeys, crypto, wrappingKey).begin(given, associatedData);
        CipherMessage.End end = message.finish(material, message.parameter());
        return new Wrapped(end.output(), end.parameter());
    }

    @Override
    public List<Attribute> unwrap(
            Crypto crypto,
            Parameter given,
            byte[] associatedData,
            KeyView unwrappingKey,
            Bytes wrapped,
            AttributeMap template) {
        CipherMessage message = new Decrypting(this, ofKeys, crypto, unwrappingKey).begin(given, associatedData);
        byte[] material;
        try {
            material = message.finish(wrapped.array(), given).output().array();
        } catch (Refusal refusal) {
            throw refusal.rv().is(Ckr.AEAD_DECRYPT_FAILED) ? wrongWrappedKey(refusal) : refusal;
        }
        return UnwrappedKey.of(crypto, material, template, wraps);
    }

    private Refusal wrongWrappedKey(Refusal refusal) {
        return Refusal.of(
                Ckr.WRAPPED_KEY_INVALID,
                "pWrappedKey",
                refusal.reason().rule(),
                section,
                "Check key, vector, associated data, tag and wrapped key against those of C_WrapKeyAuthenticated.");
    }

    private void checkOneVector(MessageParameter parameter) {
        long generator = parameter.generator();
        if (generator == Ckg.GENERATE_COUNTER || generator == Ckg.GENERATE_COUNTER_XOR) {
            throw Refusal.of(
                    Ckr.MECHANISM_PARAM_INVALID,
                    "pMechanism->pParameter",
                    "One C_WrapKeyAuthenticated has no counter to count on.",
                    section,
                    "Pass CKG_GENERATE, CKG_GENERATE_RANDOM or CKG_NO_GENERATE.");
        }
    }

    /// Encrypts messages.
    private static final class Encrypting implements MessageCipher {
        private final AeadMessages aead;
        private final Encryption encryption;
        private final Crypto crypto;
        private final KeyView key;
        private final VectorGenerator generator;

        Encrypting(AeadMessages aead, Encryption encryption, Crypto crypto, KeyView key) {
            this.aead = aead;
            this.encryption = encryption;
            this.crypto = crypto;
            this.key = key;
            this.generator = new VectorGenerator(crypto);
        }

        @Override
        public void check(Parameter parameter) {
            VectorGenerator.check(aead.reading.of(parameter));
        }

        @Override
        public CipherMessage begin(Parameter parameter, byte[] associatedData) {
            MessageParameter read = aead.reading.of(parameter);
            VectorGenerator.check(read);
            MessageParameter used = read.withIv(generator.next(read));
            return new EncryptingMessage(aead.reading, used, encryption.begin(crypto, used, associatedData, key));
        }
    }

    /// Decrypts messages.
    private record Decrypting(AeadMessages aead, Encryption encryption, Crypto crypto, KeyView key)
            implements MessageCipher {
        @Override
        public void check(Parameter parameter) {
            aead.reading.of(parameter);
        }

        @Override
        public CipherMessage begin(Parameter parameter, byte[] associatedData) {
            MessageParameter read = aead.reading.of(parameter);
            return new DecryptingMessage(
                    aead.reading,
                    read,
                    encryption.begin(crypto, read, associatedData, key),
                    encryption.begin(crypto, read, associatedData, key),
                    aead.section);
        }
    }

    /// A message being encrypted: the tag goes into the parameter.
    private record EncryptingMessage(Reading reading, MessageParameter used, CipherOperation cipher)
            implements CipherMessage {
        @Override
        public Parameter parameter() {
            return used.given();
        }

        @Override
        public long updateLength(long inputLength) {
            return cipher.updateLength(inputLength);
        }

        @Override
        public long finishLength(long inputLength) {
            return cipher.finishLength(inputLength) - used.tagLength();
        }

        @Override
        public byte[] update(byte[] input) {
            return cipher.update(input);
        }

        @Override
        public End finish(byte[] input, Parameter given) {
            Tags.checkSame(reading.of(given), used);
            byte[] output = cipher.finish(input);
            int length = output.length - used.tagLength();
            Bytes tag = Tags.from(output, length);
            return new End(Tags.before(output, length), used.rebuilt().of(used.iv(), tag));
        }
    }

    /// A message being decrypted.
    private record DecryptingMessage(
            Reading reading, MessageParameter begun, CipherOperation opening, CipherOperation checking, String section)
            implements CipherMessage {
        @Override
        public Parameter parameter() {
            return begun.given();
        }

        @Override
        public long updateLength(long inputLength) {
            return opening.updateLength(inputLength);
        }

        @Override
        public long finishLength(long inputLength) {
            return opening.finishLength(inputLength) - begun.tagLength();
        }

        @Override
        public byte[] update(byte[] input) {
            byte[] output = opening.update(input);
            checking.update(output);
            return output;
        }

        @Override
        public End finish(byte[] input, Parameter given) {
            MessageParameter last = reading.of(given);
            Tags.checkSame(last, begun);
            byte[] opened = asDecryption(() -> opening.finish(input));
            Bytes output = Tags.before(opened, opened.length - begun.tagLength());
            byte[] expected = checking.finish(output.array());
            Tags.check(Tags.from(expected, expected.length - begun.tagLength()), last.tag(), section);
            return new End(output, given);
        }

        /// What the encryption says of its data, the decryption says of encrypted data.
        private static byte[] asDecryption(Supplier<byte[]> encryption) {
            try {
                return encryption.get();
            } catch (Refusal refusal) {
                throw refusal.rv().is(Ckr.DATA_LEN_RANGE)
                        ? Refusal.of(
                                Ckr.ENCRYPTED_DATA_LEN_RANGE,
                                "the encrypted data",
                                refusal.reason().rule(),
                                refusal.reason().section(),
                                refusal.reason().remedy())
                        : refusal;
            }
        }
    }
}
