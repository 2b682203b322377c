package dev.tokki.emulator.mechanism.declare;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.attribute.OtherKeys;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.mechanism.work.Encapsulator;
import dev.tokki.emulator.mechanism.work.Products;
import dev.tokki.emulator.mechanism.work.Recoverer;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.Wrapped;
import java.util.List;

/// What a mechanism can be used for: the columns of the tables "Mechanisms vs. Functions".
///
/// @param name the verb, for sentences
/// @param flag the flag of `CK_MECHANISM_INFO` that tells it
/// @param half which half of a key pair it takes
/// @param wrongType the return value for a key of a wrong class or type
/// @param wrongSize the return value for a key of a wrong size
/// @param section the section of the function that begins it
/// @param <I> what it works on, besides the parameter
/// @param <T> what comes of it
@SuppressWarnings("UnusedTypeParameter") // they tie the makers in a Declaration to their uses
public record Use<I, T>(String name, long flag, Half half, long wrongType, long wrongSize, String section) {
    /// Which half of a key pair a function takes.
    public enum Half {
        PUBLIC,
        PRIVATE
    }

    /// A key to wrap and the key that wraps it.
    public record Wrapping(KeyView wrappingKey, KeyView key) {}

    /// A wrapped key, the key that unwraps it, and what the new key shall be.
    public record Unwrapping(KeyView unwrappingKey, Bytes wrapped, AttributeMap template) {}

    /// A base key, what the derived key shall be, and where further keys are found.
    public record Derivation(KeyView baseKey, AttributeMap template, OtherKeys others, Products products) {}

    /// What a new key shall be, and what else comes of it.
    public record Generation(AttributeMap template, Products products) {}

    /// The public key of a KEM, and what the new key shall be.
    public record Encapsulating(KeyView publicKey, AttributeMap template) {}

    /// The private key of a KEM, a ciphertext, and what the new key shall be.
    public record Decapsulating(KeyView privateKey, Bytes ciphertext, AttributeMap template) {}

    /// What both keys of a pair shall be.
    public record PairTemplates(AttributeMap publicKey, AttributeMap privateKey) {}

    public static final Use<KeyView, CipherOperation> ENCRYPT = ofKey("encrypt", Ckf.ENCRYPT, Half.PUBLIC, "5.8.1");
    public static final Use<KeyView, CipherOperation> DECRYPT = ofKey("decrypt", Ckf.DECRYPT, Half.PRIVATE, "5.10.1");
    public static final Use<KeyView, Signer> SIGN = ofKey("sign", Ckf.SIGN, Half.PRIVATE, "5.13.1");
    public static final Use<KeyView, Verifier> VERIFY = ofKey("verify", Ckf.VERIFY, Half.PUBLIC, "5.15.1");
    public static final Use<KeyView, Signer> SIGN_RECOVER =
            ofKey("sign with recovery", Ckf.SIGN_RECOVER, Half.PRIVATE, "5.13.5");
    public static final Use<KeyView, Recoverer> VERIFY_RECOVER =
            ofKey("recover signed data", Ckf.VERIFY_RECOVER, Half.PUBLIC, "5.15.5");
    public static final Use<Nothing, Digester> DIGEST = ofKey("digest", Ckf.DIGEST, Half.PUBLIC, "5.12.1");
    public static final Use<Generation, List<Attribute>> GENERATE =
            ofKey("generate a key", Ckf.GENERATE, Half.PUBLIC, "5.18.1");
    public static final Use<PairTemplates, NewPair> GENERATE_PAIR =
            ofKey("generate a key pair", Ckf.GENERATE_KEY_PAIR, Half.PUBLIC, "5.18.2");
    public static final Use<Wrapping, Wrapped> WRAP = new Use<>(
            "wrap", Ckf.WRAP, Half.PUBLIC, Ckr.WRAPPING_KEY_TYPE_INCONSISTENT, Ckr.WRAPPING_KEY_SIZE_RANGE, "5.18.3");
    public static final Use<Unwrapping, List<Attribute>> UNWRAP = new Use<>(
            "unwrap",
            Ckf.UNWRAP,
            Half.PRIVATE,
            Ckr.UNWRAPPING_KEY_TYPE_INCONSISTENT,
            Ckr.UNWRAPPING_KEY_SIZE_RANGE,
            "5.18.4");
    public static final Use<Derivation, List<Attribute>> DERIVE =
            ofKey("derive a key", Ckf.DERIVE, Half.PRIVATE, "5.18.5");
    public static final Use<Encapsulating, Encapsulator> ENCAPSULATE =
            ofKey("encapsulate a key", Ckf.ENCAPSULATE, Half.PUBLIC, "5.18.8");
    public static final Use<Decapsulating, List<Attribute>> DECAPSULATE = new Use<>(
            "decapsulate a key",
            Ckf.DECAPSULATE,
            Half.PRIVATE,
            Ckr.UNWRAPPING_KEY_TYPE_INCONSISTENT,
            Ckr.UNWRAPPING_KEY_SIZE_RANGE,
            "5.18.9");

    /// What a digest works on: no key.
    public enum Nothing {
        NOTHING
    }

    private static <I, T> Use<I, T> ofKey(String name, long flag, Half half, String section) {
        return new Use<>(name, flag, half, Ckr.KEY_TYPE_INCONSISTENT, Ckr.KEY_SIZE_RANGE, section);
    }
}
