package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.CollectingCipher;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import dev.tokki.emulator.rule.Refusal;
import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// AES-CCM, sections 6.13.4 and 6.13.5. The length of the data is in the first block, so that nothing is computed
/// before all of them are there.
final class Ccm {
    private static final String SECTION = "6.13.4";
    private static final Wraps WRAPS = Wraps.allKeys(1, "6.13.5");

    private Ccm() {}

    static Declaration<?> declaration(long mechanism) {
        return Declaration.of(mechanism, SECTION, AesMechanisms.KEYS, CcmParameter.RULE)
                .can(Use.ENCRYPT, (crypto, ccm, key) -> encrypt(crypto, ccm.forData(), key))
                .can(Use.DECRYPT, (crypto, ccm, key) -> decrypt(crypto, ccm.forData(), key))
                .can(Use.WRAP, (crypto, ccm, input) -> {
                    CcmParameter used = ccm.generated(crypto);
                    Bytes wrapped =
                            WRAPS.wrapBy(Ccm::encrypt).make(crypto, used, input).bytes();
                    return new Wrapped(
                            wrapped, used.wrap().<Parameter>map(told -> told).orElse(Parameter.none()));
                })
                .can(Use.UNWRAP, WRAPS.unwrapBy(Ccm::decrypt))
                .messages(CcmMessages.MESSAGES);
    }

    static CipherOperation encrypt(Crypto crypto, CcmParameter ccm, KeyView key) {
        return new CollectingCipher(length -> length + ccm.tagLength(), data -> {
            ccm.checkLength(data.length, Ckr.DATA_LEN_RANGE);
            try {
                return cipher(crypto, Cipher.ENCRYPT_MODE, ccm, key).doFinal(data);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static CipherOperation decrypt(Crypto crypto, CcmParameter ccm, KeyView key) {
        return new CollectingCipher(length -> Math.max(0, length - ccm.tagLength()), data -> {
            ccm.checkLength(data.length - ccm.tagLength(), Ckr.ENCRYPTED_DATA_LEN_RANGE);
            try {
                return cipher(crypto, Cipher.DECRYPT_MODE, ccm, key).doFinal(data);
            } catch (BadPaddingException e) {
                throw Refusal.of(
                        Ckr.ENCRYPTED_DATA_INVALID,
                        "the encrypted data",
                        "The tag does not belong to these data, nonce and additional data under this key.",
                        SECTION,
                        "Check key, pNonce, pAAD, ulMACLen and data against those of the encryption.");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Cipher cipher(Crypto crypto, int direction, CcmParameter ccm, KeyView key)
            throws GeneralSecurityException {
        Cipher cipher = crypto.cipher("AES/CCM/NoPadding");
        cipher.init(
                direction,
                SecretKeys.of(key),
                new GCMParameterSpec(8 * ccm.tagLength(), ccm.nonce().array()));
        cipher.updateAAD(ccm.aad().array());
        return cipher;
    }
}
