package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;
import static dev.tokki.emulator.mechanism.Recipes.number;

import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.ChaChaParameter;
import dev.tokki.api.parameter.RivestParameter;

/// Parameters of stream ciphers and of those of Rivest.
final class StreamSamples {
    private StreamSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(w -> new ChaChaParameter.ChaCha20(bytes(4, 0), 32, bytes(12), 96), Ckm.CHACHA20);
        recipes.put(w -> new ChaChaParameter.Salsa20(bytes(8, 0), bytes(24), 192), Ckm.SALSA20);
        recipes.put(w -> new ChaChaParameter.Poly1305(bytes(12), bytes(5)), Ckm.CHACHA20_POLY1305);
        recipes.put(w -> new ChaChaParameter.Poly1305(bytes(24), bytes(5)), Ckm.SALSA20_POLY1305);
        recipes.put(number(128), Ckm.RC2_ECB, Ckm.RC2_MAC);
        recipes.put(w -> new RivestParameter.Rc2Cbc(128, bytes(8)), Ckm.RC2_CBC, Ckm.RC2_CBC_PAD);
        recipes.put(w -> new RivestParameter.Rc2MacGeneral(128, 6), Ckm.RC2_MAC_GENERAL);
        recipes.put(w -> new RivestParameter.Rc5(4, 12), Ckm.RC5_ECB, Ckm.RC5_MAC);
        recipes.put(w -> new RivestParameter.Rc5Cbc(8, 16, bytes(16)), Ckm.RC5_CBC, Ckm.RC5_CBC_PAD);
        recipes.put(w -> new RivestParameter.Rc5MacGeneral(4, 12, 6), Ckm.RC5_MAC_GENERAL);
    }
}
