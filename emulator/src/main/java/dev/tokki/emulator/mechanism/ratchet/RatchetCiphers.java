package dev.tokki.emulator.mechanism.ratchet;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.OneShotAead;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.WholeCipher;
import dev.tokki.emulator.rule.Refusal;

/// Messages of a double ratchet, section 6.6.4. Each moves its key on: the new state is stored before the message
/// leaves, and a message that is none changes nothing.
final class RatchetCiphers {
    static final String SECTION = "6.6.4";

    private RatchetCiphers() {}

    static CipherOperation encrypt(Crypto crypto, KeyView key) {
        DoubleRatchet ratchet = ratchet(crypto, key);
        if (key.attributes().bytes(Cka.X2RATCHET_CKS).length == 0) {
            throw Refusal.of(
                    Ckr.KEY_FUNCTION_NOT_PERMITTED,
                    "CKA_X2RATCHET_CKS of the key",
                    "Who responds cannot send before the first message came.",
                    SECTION,
                    "Decrypt a message of the initiator first.");
        }
        return new WholeCipher(length -> ratchet.headerLength() + length + OneShotAead.TAG, text -> {
            byte[][] message = new byte[1][];
            key.advance(attributes -> {
                RatchetState state = RatchetState.of(attributes);
                message[0] = ratchet.encrypt(state, text);
                return attributes.with(state.attributes());
            });
            return message[0];
        });
    }

    static CipherOperation decrypt(Crypto crypto, KeyView key) {
        DoubleRatchet ratchet = ratchet(crypto, key);
        int overhead = ratchet.headerLength() + OneShotAead.TAG;
        return new WholeCipher(length -> Math.max(0, length - overhead), message -> {
            if (message.length < overhead) {
                throw Refusal.of(
                        Ckr.ENCRYPTED_DATA_LEN_RANGE,
                        "the encrypted data",
                        "Header and tag alone have " + overhead + " bytes; these are " + message.length + ".",
                        SECTION,
                        "Pass the message whole.");
            }
            byte[][] text = new byte[1][];
            key.advance(attributes -> {
                RatchetState state = RatchetState.of(attributes);
                text[0] = ratchet.decrypt(state, message).orElseThrow(RatchetCiphers::noMessage);
                return attributes.with(state.attributes());
            });
            return text[0];
        });
    }

    private static DoubleRatchet ratchet(Crypto crypto, KeyView key) {
        return new DoubleRatchet(crypto, RatchetSettings.read(key.attributes().bytes(Cka.VALUE)));
    }

    private static Refusal noMessage() {
        return Refusal.of(
                Ckr.ENCRYPTED_DATA_INVALID,
                "the encrypted data",
                "They are no message to this key, or one that came before, or more than " + DoubleRatchet.MOST_SKIPPED
                        + " of its chain are missing.",
                SECTION,
                "Pass each message once, as the peer made it.");
    }
}
