package dev.tokki.emulator.mechanism.stream;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.ChaChaParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.message.AeadMessages;
import dev.tokki.emulator.mechanism.message.MessageParameter;
import dev.tokki.emulator.mechanism.work.CollectingCipher;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.SkippingStreamCipher;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;

/// ChaCha20 and Salsa20 with Poly1305, section 6.50: the construction of RFC 8439 over either stream. The first block
/// keys the MAC, the second begins the encryption.
final class StreamAead {
    private static final String SECTION = "6.50.2";
    private static final int TAG = 16;
    private static final int BLOCK = 64;
    private static final int MAC_KEY = 32;

    /// The parameter, checked.
    private record Once(StreamKind kind, Bytes nonce, Bytes aad) {}

    private StreamAead() {}

    static Declaration<?> declaration(long mechanism, boolean isChaCha) {
        ParameterRule<Once> rule = ParameterRule.structure(
                "CK_SALSA20_CHACHA20_POLY1305_PARAMS", "6.50.3.1", ChaChaParameter.Poly1305.class, (given, wanted) -> {
                    byte[] nonce = ParameterRule.bytes(wanted, "pNonce", given.nonce());
                    StreamKind kind = kind(isChaCha, nonce, wanted);
                    return new Once(kind, Bytes.of(nonce), Bytes.of(ParameterRule.bytes(wanted, "pAAD", given.aad())));
                });
        return Declaration.of(mechanism, SECTION, isChaCha ? StreamMechanisms.CHACHA : StreamMechanisms.SALSA, rule)
                .can(
                        Use.ENCRYPT,
                        (crypto, once, key) ->
                                new CollectingCipher(length -> length + TAG, data -> seal(once, key, data)))
                .can(
                        Use.DECRYPT,
                        (crypto, once, key) -> new CollectingCipher(
                                length -> Math.max(0, length - TAG), data -> open(once, key, data)))
                .messages(messages(isChaCha));
    }

    private static StreamKind kind(boolean isChaCha, byte[] nonce, ParameterRule<?> rule) {
        return StreamKind.of(isChaCha, nonce.length)
                .orElseThrow(() -> rule.wrong(
                        "ulNonceLen",
                        "The nonce has " + (isChaCha ? "8, 12 or 24" : "8 or 24") + " bytes; there are " + nonce.length
                                + ".",
                        "Pass a nonce of such a length."));
    }

    /// Messages bring their nonce themselves: their structure has no generator.
    private static AeadMessages messages(boolean isChaCha) {
        ParameterRule<Parameter> rule = new ParameterRule<>(
                "CK_SALSA20_CHACHA20_POLY1305_MSG_PARAMS", "6.50.3.2", (mechanism, wanted) -> mechanism.parameter());
        return new AeadMessages(
                SECTION,
                Wraps.allKeys(1, SECTION),
                given -> read(given, isChaCha, rule),
                (crypto, parameter, aad, key) -> {
                    Once once = new Once(kind(isChaCha, parameter.iv().array(), rule), parameter.iv(), Bytes.of(aad));
                    return new CollectingCipher(length -> length + TAG, data -> seal(once, key, data));
                });
    }

    private static MessageParameter read(Parameter given, boolean isChaCha, ParameterRule<?> rule) {
        if (!(given instanceof ChaChaParameter.Poly1305Message message)) {
            throw rule.wrong(
                    "pParameter",
                    "It must be a CK_SALSA20_CHACHA20_POLY1305_MSG_PARAMS; it is " + given + ".",
                    "Pass one.");
        }
        byte[] nonce = ParameterRule.bytes(rule, "pNonce", message.nonce());
        kind(isChaCha, nonce, rule);
        if (message.tag().isNull() || message.tag().length() != TAG) {
            throw rule.wrong("pTag", "There must be room for 16 bytes.", "Pass a pointer to as many.");
        }
        return new MessageParameter(
                message,
                Bytes.of(nonce),
                0,
                Ckg.NO_GENERATE,
                Bytes.of(message.tag().copy()),
                ChaChaParameter.Poly1305Message::new);
    }

    private static byte[] seal(Once once, KeyView key, byte[] data) {
        SkippingStreamCipher stream = stream(once, key);
        byte[] macKey = macKey(stream);
        byte[] sealed = new byte[data.length + TAG];
        stream.processBytes(data, 0, data.length, sealed, 0);
        System.arraycopy(Mac.tag(macKey, once.aad().array(), sealed, data.length), 0, sealed, data.length, TAG);
        return sealed;
    }

    private static byte[] open(Once once, KeyView key, byte[] sealed) {
        int length = sealed.length - TAG;
        if (length < 0) {
            throw Refusal.of(
                    Ckr.ENCRYPTED_DATA_LEN_RANGE,
                    "the encrypted data",
                    "They end in a tag of 16 bytes; these are " + sealed.length + " bytes in all.",
                    SECTION,
                    "Pass the encrypted data with the tag appended.");
        }
        SkippingStreamCipher stream = stream(once, key);
        byte[] expected = Mac.tag(macKey(stream), once.aad().array(), sealed, length);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(sealed, length, sealed.length))) {
            throw Refusal.of(
                    Ckr.ENCRYPTED_DATA_INVALID,
                    "the encrypted data",
                    "The tag does not belong to these data, nonce and additional data under this key.",
                    SECTION,
                    "Check key, pNonce, pAAD and data against those of the encryption.");
        }
        byte[] data = new byte[length];
        stream.processBytes(sealed, 0, length, data, 0);
        return data;
    }

    private static SkippingStreamCipher stream(Once once, KeyView key) {
        return once.kind().begin(key.attributes().bytes(Cka.VALUE), once.nonce().array(), BigInteger.ZERO);
    }

    private static byte[] macKey(SkippingStreamCipher stream) {
        byte[] block = new byte[BLOCK];
        stream.processBytes(block, 0, BLOCK, block, 0);
        return Arrays.copyOf(block, MAC_KEY);
    }

    /// The tag. Apart, so that the declaration loads nothing of Bouncy Castle.
    private static final class Mac {
        static byte[] tag(byte[] macKey, byte[] aad, byte[] encrypted, int length) {
            Poly1305 mac = new Poly1305();
            mac.init(new KeyParameter(macKey));
            mac.update(aad, 0, aad.length);
            pad(mac, aad.length);
            mac.update(encrypted, 0, length);
            pad(mac, length);
            byte[] lengths = ByteBuffer.allocate(TAG)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(aad.length)
                    .putLong(length)
                    .array();
            mac.update(lengths, 0, TAG);
            byte[] tag = new byte[TAG];
            mac.doFinal(tag, 0);
            return tag;
        }

        static void pad(Poly1305 mac, int length) {
            int rest = length % TAG;
            if (rest > 0) {
                mac.update(new byte[TAG], 0, TAG - rest);
            }
        }
    }
}
