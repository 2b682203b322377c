package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.kdf.Prf;
import dev.tokki.emulator.rule.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// CT-KIP-PRF (RFC 4758, 3.4 and appendix D): blocks of a MAC over their numbers and a string.
///
/// @param mac the MAC
/// @param isAes whether it is AES-CMAC, which takes keys of AES only
record KipPrf(Prf mac, boolean isAes) {
    /// {@return the function over a mechanism: AES, or a hash}
    static KipPrf of(long mechanism, ParameterRule<?> rule) {
        if (mechanism == Ckm.AES_CMAC || mechanism == Ckm.AES_ECB) {
            return new KipPrf(Prf.of(Ckm.AES_CMAC, rule, "pMechanism"), true);
        }
        return Hash.byDigest(mechanism)
                .or(() -> Hash.by(hash -> hash.macs().hmac(), mechanism))
                .map(hash -> new KipPrf(Prf.hmac(hash), false))
                .orElseThrow(() -> rule.wrong(
                        "pMechanism",
                        "There is no CT-KIP-PRF over " + Names.CKM.of(mechanism) + ".",
                        "Pass CKM_AES_CMAC or CKM_SHA256."));
    }

    /// Refuses a key that the function does not take.
    void checkKey(byte[] key, long refusedAs) {
        if (isAes && key.length != 16 && key.length != 24 && key.length != 32) {
            throw Refusal.of(
                    refusedAs,
                    "the key",
                    "CT-KIP-PRF-AES takes keys of 16, 24 or 32 bytes; this one has " + key.length + ".",
                    "6.43.4",
                    "Use a key of such a length, or CKM_SHA256 as the mechanism underneath.");
        }
    }

    /// {@return bytes of a string}
    byte[] apply(Crypto crypto, byte[] key, byte[] string, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1; out.size() < length; i++) {
            byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(i).array();
            out.writeBytes(mac.apply(crypto, key, number, string));
        }
        return Arrays.copyOf(out.toByteArray(), length);
    }
}
