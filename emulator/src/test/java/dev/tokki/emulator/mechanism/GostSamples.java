package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;
import static dev.tokki.emulator.mechanism.Recipes.iv;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.GostParameter;
import java.util.List;
import java.util.Set;

/// Parameters and keys of the Russian algorithms.
final class GostSamples {
    /// CryptoPro's first set of GOST 28147-89.
    static final Attribute SET = Attribute.of(Cka.GOST28147_PARAMS, Pairs.oid("1.2.643.2.2.31.1"));
    /// CryptoPro's first sets for pairs.
    static final List<Attribute> PAIR = List.of(
            Attribute.of(Cka.GOSTR3410_PARAMS, Pairs.oid("1.2.643.2.2.35.1")),
            Attribute.of(Cka.GOSTR3411_PARAMS, Pairs.oid("1.2.643.2.2.30.1")));
    private static final Set<Long> KEY_WRAPS = Set.of(Ckm.GOST28147_KEY_WRAP, Ckm.GOSTR3410_KEY_WRAP);

    private GostSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(iv(8), Ckm.GOST28147, Ckm.GOST28147_MAC, Ckm.GOST28147_KEY_WRAP);
        recipes.put(w -> new GostParameter.KeyWrap(Bytes.NULL, Bytes.NULL, 0), Ckm.GOSTR3410_KEY_WRAP);
        recipes.put(
                w -> new GostParameter.Derive(
                        Ckd.CPDIVERSIFY_KDF,
                        Bytes.of(w.pair(Ckk.GOSTR3410).publicKey().bytes(Cka.VALUE)),
                        bytes(8)),
                Ckm.GOSTR3410_DERIVE);
    }

    /// {@return whether a mechanism wraps keys of GOST 28147-89 only}
    static boolean wrapsItsOwn(long mechanism) {
        return KEY_WRAPS.contains(mechanism);
    }

    static Key toBeWrapped(Workshop workshop) {
        return workshop.secret(Ckk.GOST28147, 0, 0x31);
    }

    static List<Attribute> unwrapTemplate() {
        return List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GOST28147),
                SET,
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true));
    }
}
