package dev.tokki.emulator.mechanism.wrap;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.Maker;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import java.util.function.Supplier;

/// Wrapping and unwrapping as encryption and decryption of what a key is made of.
///
/// @param block to how many bytes a key is padded with zeros before it is encrypted; 1 where its length
/// survives
/// @param takesPrivateKeys whether private keys are wrapped too, as section 6.7 says
/// @param section the section of the mechanism
public record Wraps(int block, boolean takesPrivateKeys, String section) {
    /// Secret keys only.
    public static Wraps secretKeys(int block, String section) {
        return new Wraps(block, false, section);
    }

    /// Secret and private keys.
    public static Wraps allKeys(int block, String section) {
        return new Wraps(block, true, section);
    }

    /// {@return a mechanism that encrypts, decrypts, wraps and unwraps}
    public <P> Declaration<P> of(
            Declaration<P> declaration,
            Maker<P, KeyView, CipherOperation> encrypt,
            Maker<P, KeyView, CipherOperation> decrypt) {
        return declaration
                .can(Use.ENCRYPT, encrypt)
                .can(Use.DECRYPT, decrypt)
                .can(Use.WRAP, wrapBy(encrypt))
                .can(Use.UNWRAP, unwrapBy(decrypt));
    }

    public <P> Maker<P, Use.Wrapping, Wrapped> wrapBy(Maker<P, KeyView, CipherOperation> encrypt) {
        return (crypto, parameter, input) -> {
            byte[] material = KeyMaterial.of(crypto, input.key(), this);
            CipherOperation operation = encrypt.make(crypto, parameter, input.wrappingKey());
            return new Wrapped(Bytes.of(asWrapping(() -> operation.finish(material))), Parameter.none());
        };
    }

    public <P> Maker<P, Use.Unwrapping, List<Attribute>> unwrapBy(Maker<P, KeyView, CipherOperation> decrypt) {
        return (crypto, parameter, input) -> {
            CipherOperation operation = decrypt.make(crypto, parameter, input.unwrappingKey());
            byte[] material =
                    asUnwrapping(() -> operation.finish(input.wrapped().array()));
            return UnwrappedKey.of(crypto, material, input.template(), this);
        };
    }

    /// What C_Encrypt says of data, C_WrapKey says of keys.
    public static byte[] asWrapping(Supplier<byte[]> encryption) {
        try {
            return encryption.get();
        } catch (Refusal refusal) {
            throw renamed(refusal, "the key to be wrapped");
        }
    }

    /// What C_Decrypt says of encrypted data, C_UnwrapKey says of wrapped keys.
    public static byte[] asUnwrapping(Supplier<byte[]> decryption) {
        try {
            return decryption.get();
        } catch (Refusal refusal) {
            throw renamed(refusal, "pWrappedKey");
        }
    }

    private static Refusal renamed(Refusal refusal, String subject) {
        long ckr = refusal.rv().value();
        long renamed;
        if (ckr == Ckr.DATA_LEN_RANGE) {
            renamed = Ckr.KEY_SIZE_RANGE;
        } else if (ckr == Ckr.DATA_INVALID) {
            renamed = Ckr.KEY_NOT_WRAPPABLE;
        } else if (ckr == Ckr.ENCRYPTED_DATA_LEN_RANGE) {
            renamed = Ckr.WRAPPED_KEY_LEN_RANGE;
        } else if (ckr == Ckr.ENCRYPTED_DATA_INVALID) {
            renamed = Ckr.WRAPPED_KEY_INVALID;
        } else {
            return refusal;
        }
        return Refusal.of(
                renamed,
                subject,
                refusal.reason().rule(),
                refusal.reason().section(),
                refusal.reason().remedy());
    }
}
