package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.AesParameter.GcmMessage;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// A message and its parameter for AES-GCM, and what the JDK makes of it.
final class GcmMessages {
    static final byte[] DATA = Data.counting(50);
    static final byte[] IV = Data.counting(12);
    static final Mechanism GCM = Mechanism.of(Ckm.AES_GCM, message(IV, 0, Ckg.NO_GENERATE));
    static final Buffer ROOM = Buffer.of(100);

    private GcmMessages() {}

    static GcmMessage message(byte[] iv, long fixedBits, long generator) {
        return new GcmMessage(Bytes.of(iv), fixedBits, generator, Bytes.of(new byte[16]), 128);
    }

    static Bytes associated() {
        return Bytes.of(Data.text("header"));
    }

    static byte[] jdk(byte[] iv) {
        return Jdk.gcm(
                Cipher.ENCRYPT_MODE,
                Keys.aesValue(),
                new GCMParameterSpec(128, iv),
                associated().array(),
                DATA);
    }
}
