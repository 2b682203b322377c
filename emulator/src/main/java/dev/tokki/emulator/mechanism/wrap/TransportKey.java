package dev.tokki.emulator.mechanism.wrap;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.AesKeyWrap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.rule.Refusal;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/// The temporary AES key between an asymmetric wrapping key and the key to be wrapped, which it wraps by
/// `CKM_AES_KEY_WRAP_KWP` (sections 6.1.19 and 6.3.20 to 6.3.22). Its bytes are wiped in the end.
///
/// Those sections speak of asymmetric target keys, "of any length and type"; secret keys are wrapped too.
public final class TransportKey implements AutoCloseable {
    /// The shortest output of KWP.
    private static final int SHORTEST = 16;

    private final byte[] value;
    private final Wraps wraps;

    /// @param value the key's bytes, which become this object's
    /// @param section the section of the mechanism
    public TransportKey(byte[] value, String section) {
        this.value = value;
        this.wraps = Wraps.allKeys(1, section);
    }

    /// {@return the length in bytes that a parameter asks for}
    public static int length(long bits, ParameterRule<?> rule) {
        if (bits != 128 && bits != 192 && bits != 256) {
            throw rule.wrong(
                    "ulAESKeyBits",
                    "The temporary AES key has 128, 192 or 256 bits; asked for were " + Long.toUnsignedString(bits)
                            + ".",
                    "Pass one of these.");
        }
        return (int) bits / Byte.SIZE;
    }

    /// {@return a key wrapped by this one, after what tells this one}
    ///
    /// @param front what the receiver needs to find the temporary key
    public byte[] wrap(Crypto crypto, byte[] front, KeyView key) {
        byte[] material = KeyMaterial.of(crypto, key, wraps);
        if (material.length == 0) {
            throw Refusal.of(
                    Ckr.KEY_SIZE_RANGE,
                    "the key to be wrapped",
                    "CKM_AES_KEY_WRAP_KWP wraps 1 byte at least; this key is empty.",
                    wraps.section(),
                    "An empty key need not be wrapped.");
        }
        byte[] wrapped = AesKeyWrap.PADDED.wrap(crypto, aes(), AesKeyWrap.PADDED.standardIv(), material);
        byte[] both = Arrays.copyOf(front, front.length + wrapped.length);
        System.arraycopy(wrapped, 0, both, front.length, wrapped.length);
        return both;
    }

    /// {@return the attributes of the key that this one wrapped}
    public List<Attribute> unwrap(Crypto crypto, byte[] wrapped, AttributeMap template) {
        if (wrapped.length < SHORTEST || wrapped.length % AesKeyWrap.SEMIBLOCK != 0) {
            throw tooShort(wrapped.length, wraps.section());
        }
        try {
            byte[] material = AesKeyWrap.PADDED.unwrap(crypto, aes(), AesKeyWrap.PADDED.standardIv(), wrapped);
            return UnwrappedKey.of(crypto, material, template, wraps);
        } catch (GeneralSecurityException e) {
            throw Refusal.of(
                    Ckr.WRAPPED_KEY_INVALID,
                    "pWrappedKey",
                    "The integrity check failed: it was not wrapped for this key, mechanism and parameter.",
                    wraps.section(),
                    "Check key, mechanism and parameter against those of the wrapping.");
        }
    }

    /// {@return the refusal of a wrapped key whose second part has an impossible length}
    public static Refusal tooShort(long length, String section) {
        return Refusal.of(
                Ckr.WRAPPED_KEY_LEN_RANGE,
                "pWrappedKey",
                "After what tells the temporary key come whole semiblocks of 8 bytes, 16 bytes at least; here come "
                        + Math.max(0, length) + ".",
                section,
                "Pass the wrapped key whole, as C_WrapKey made it.");
    }

    private SecretKeySpec aes() {
        return new SecretKeySpec(value, "AES");
    }

    @Override
    public void close() {
        Arrays.fill(value, (byte) 0);
    }
}
