package dev.tokki.emulator.mechanism.block;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.declare.Declaration;
import java.util.ArrayList;
import java.util.List;

/// The block ciphers that only the header has and the *PKCS #11 Historical Mechanisms Specification* describes:
/// CAST-128
/// (also named CAST5), IDEA, CDMF and SKIPJACK. CAST and CAST3, BATON and JUNIPER were never published.
public final class HistoricalMechanisms {
    private static final String SECTION = "4.12";

    private static final BlockCipher CAST128 = BlockMechanisms.cipher("CAST5", 8, Ckk.CAST128);
    private static final BlockCipher IDEA = BlockMechanisms.cipher("IDEA", 8, Ckk.IDEA);
    private static final BlockCipher CDMF = BlockMechanisms.cipher("DES", 8, Ckk.CDMF);

    private HistoricalMechanisms() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>(List.of(
                BlockMechanisms.generation(Ckm.CAST128_KEY_GEN, SECTION, Ckk.CAST128),
                CAST128.ecb(Ckm.CAST128_ECB, SECTION),
                CAST128.cbc(Ckm.CAST128_CBC, SECTION),
                CAST128.cbcPad(Ckm.CAST128_CBC_PAD, SECTION),
                CAST128.mac(Ckm.CAST128_MAC, SECTION),
                CAST128.macGeneral(Ckm.CAST128_MAC_GENERAL, SECTION),
                BlockMechanisms.generation(Ckm.IDEA_KEY_GEN, SECTION, Ckk.IDEA),
                IDEA.ecb(Ckm.IDEA_ECB, SECTION),
                IDEA.cbc(Ckm.IDEA_CBC, SECTION),
                IDEA.cbcPad(Ckm.IDEA_CBC_PAD, SECTION),
                IDEA.mac(Ckm.IDEA_MAC, SECTION),
                IDEA.macGeneral(Ckm.IDEA_MAC_GENERAL, SECTION),
                BlockMechanisms.generation(Ckm.CDMF_KEY_GEN, SECTION, Ckk.CDMF),
                CDMF.ecb(Ckm.CDMF_ECB, SECTION),
                CDMF.cbc(Ckm.CDMF_CBC, SECTION),
                CDMF.cbcPad(Ckm.CDMF_CBC_PAD, SECTION),
                CDMF.mac(Ckm.CDMF_MAC, SECTION),
                CDMF.macGeneral(Ckm.CDMF_MAC_GENERAL, SECTION)));
        all.addAll(Skipjack.all());
        return List.copyOf(all);
    }
}
