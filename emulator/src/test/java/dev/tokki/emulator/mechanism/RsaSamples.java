package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;

import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.emulator.mechanism.hash.Hash;

/// Parameters and data of RSA.
final class RsaSamples {
    private RsaSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(
                w -> new RsaParameter.Oaep(Ckm.SHA256, Ckg.MGF1_SHA256, Ckz.DATA_SPECIFIED, bytes(3)),
                Ckm.RSA_PKCS_OAEP);
        recipes.put(
                w -> new RsaParameter.AesKeyWrap(
                        192, new RsaParameter.Oaep(Ckm.SHA256, Ckg.MGF1_SHA256, Ckz.DATA_SPECIFIED, bytes(3))),
                Ckm.RSA_AES_KEY_WRAP);
        recipes.put(w -> new RsaParameter.Pss(Ckm.SHA256, Ckg.MGF1_SHA256, 32), Ckm.RSA_PKCS_PSS);
        for (Hash hash : Hash.values()) {
            if (hash.signing().rsaPss() != Hash.NONE) {
                recipes.put(
                        w -> new RsaParameter.Pss(
                                hash.macs().digest(), hash.deriving().mgf(), hash.length()),
                        hash.signing().rsaPss());
            }
        }
    }

    /// A block below any modulus of 2048 bits.
    static byte[] padded() {
        byte[] block = bytes(256).copy();
        block[0] = 0;
        return block;
    }
}
