package dev.tokki.emulator.state;

import dev.tokki.api.Bytes;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What tells a key from others without telling the key: a hash of what it consists of.
public final class Fingerprint {
    private static final long[] MATERIAL = {
        Cka.CLASS,
        Cka.KEY_TYPE,
        Cka.VALUE,
        Cka.MODULUS,
        Cka.PUBLIC_EXPONENT,
        Cka.PRIVATE_EXPONENT,
        Cka.EC_PARAMS,
        Cka.EC_POINT,
        Cka.PRIME,
        Cka.SUBPRIME,
        Cka.BASE,
        Cka.PARAMETER_SET
    };

    private Fingerprint() {}

    /// {@return the fingerprint of a key}
    public static Bytes of(AttributeMap key) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        for (long type : MATERIAL) {
            byte[] value = key.find(type)
                    .map(found -> found instanceof Value.ULong number
                            ? ByteBuffer.allocate(Long.BYTES)
                                    .putLong(number.value())
                                    .array()
                            : key.bytes(type))
                    .orElse(new byte[0]);
            digest.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(type)
                    .putInt(value.length)
                    .array());
            digest.update(value);
        }
        return Bytes.of(digest.digest());
    }
}
