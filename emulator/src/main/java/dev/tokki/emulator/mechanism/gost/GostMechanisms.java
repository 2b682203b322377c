package dev.tokki.emulator.mechanism.gost;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.generic.GenericMechanisms;
import java.util.List;

/// GOST 28147-89 and GOST R 34.10-2001, sections 6.44 and 6.46. GOST R 34.11-94 is among the digests.
public final class GostMechanisms {
    private static final KeySize ONE = new KeySize(0, 0, KeySize.Unit.FIXED);
    static final KeyRule CIPHER_KEYS = KeyRule.secret(ONE, Ckk.GOST28147);
    static final KeyRule PAIRS = KeyRule.pair(ONE, Ckk.GOSTR3410);

    private GostMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                GenericMechanisms.generation(Ckm.GOST28147_KEY_GEN, "6.44.4", Ckk.GOST28147, ONE),
                GostCiphers.ecb(),
                GostCiphers.stream(),
                GostCiphers.mac(),
                GostCiphers.keyWrap(),
                GostSignatures.generation(),
                GostSignatures.ofDigests(),
                GostSignatures.ofData(),
                GostAgreement.transport(),
                GostAgreement.derivation());
    }
}
