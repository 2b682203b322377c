package dev.tokki.emulator.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyFacts;
import dev.tokki.emulator.crypto.Crypto;
import java.util.Arrays;

/// Key facts that are easy to foretell: the check value is the head of the value, the public key info is the modulus;
/// hashes are real.
final class FakeFacts implements KeyFacts {
    @Override
    public void checkKey(AttributeMap key) {}

    @Override
    public byte[] checkValue(AttributeMap key) {
        byte[] value = key.bytes(Cka.VALUE);
        return value.length == 0 ? value : Arrays.copyOf(value, 3);
    }

    @Override
    public byte[] sha1(byte[] data) {
        return Crypto.fastest().digest("SHA-1").digest(data);
    }

    @Override
    public byte[] publicKeyInfo(AttributeMap key) {
        return key.bytes(Cka.MODULUS);
    }
}
