package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import java.util.List;

/// SSL 3.0 and TLS 1.0 to 1.2, sections 6.25 and 6.26.
public final class TlsMechanisms {
    static final int MASTER = 48;
    static final KeyRule PRE_MASTER = KeyRule.secret(KeySize.bytes(MASTER, MASTER), Ckk.GENERIC_SECRET);
    static final KeyRule SECRET = KeyRule.secret(KeySize.bytes(1, Integer.MAX_VALUE), Ckk.GENERIC_SECRET);

    /// Any secret agreed upon; "both fields indicate 48 bytes" (sections 6.25.5 and 6.26.5), which is what is made of
    /// it.
    private static final KeyRule AGREED =
            KeyRule.secret(new KeySize(48, 48, KeySize.Unit.MADE_BYTES), Ckk.GENERIC_SECRET);

    private TlsMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                MasterSecrets.preMaster(Ckm.SSL3_PRE_MASTER_KEY_GEN, "6.25.3"),
                MasterSecrets.preMaster(Ckm.TLS_PRE_MASTER_KEY_GEN, "6.25.3"),
                MasterSecrets.master(
                        Ckm.SSL3_MASTER_KEY_DERIVE, "6.25.4", PRE_MASTER, MasterSecrets.oldMaster(true, true)),
                MasterSecrets.master(
                        Ckm.SSL3_MASTER_KEY_DERIVE_DH, "6.25.5", AGREED, MasterSecrets.oldMaster(true, false)),
                MasterSecrets.master(
                        Ckm.TLS_MASTER_KEY_DERIVE, "6.26.9", PRE_MASTER, MasterSecrets.oldMaster(false, true)),
                MasterSecrets.master(
                        Ckm.TLS_MASTER_KEY_DERIVE_DH, "6.26.9", AGREED, MasterSecrets.oldMaster(false, false)),
                MasterSecrets.master(Ckm.TLS12_MASTER_KEY_DERIVE, "6.26.4", PRE_MASTER, MasterSecrets.newMaster(true)),
                MasterSecrets.master(Ckm.TLS12_MASTER_KEY_DERIVE_DH, "6.26.5", AGREED, MasterSecrets.newMaster(false)),
                MasterSecrets.master(
                        Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE, "6.26.4", PRE_MASTER, MasterSecrets.extendedMaster(true)),
                MasterSecrets.master(
                        Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE_DH, "6.26.5", AGREED, MasterSecrets.extendedMaster(false)),
                ConnectionKeys.keys(
                        Ckm.SSL3_KEY_AND_MAC_DERIVE,
                        "6.25.6",
                        ConnectionKeys.oldKeys(TlsPrf.SSL_3_0, ExportKeys.SSL_3_0),
                        true),
                ConnectionKeys.keys(
                        Ckm.TLS_KEY_AND_MAC_DERIVE,
                        "6.26.9",
                        ConnectionKeys.oldKeys(TlsPrf.TLS_1_0, ExportKeys.TLS_1_0),
                        true),
                ConnectionKeys.keys(Ckm.TLS12_KEY_AND_MAC_DERIVE, "6.26.6", ConnectionKeys.newKeys(), true),
                ConnectionKeys.keys(Ckm.TLS12_KEY_SAFE_DERIVE, "6.26.7", ConnectionKeys.newKeys(), false),
                ExportedMaterial.kdf(Ckm.TLS_KDF),
                ExportedMaterial.kdf(Ckm.TLS12_KDF),
                ExportedMaterial.prf(),
                TlsMacs.finished(Ckm.TLS_MAC),
                TlsMacs.finished(Ckm.TLS12_MAC),
                TlsMacs.finishedOfTls10(Ckm.TLS10_MAC_SERVER, true),
                TlsMacs.finishedOfTls10(Ckm.TLS10_MAC_CLIENT, false),
                TlsMacs.ssl3Mac(Ckm.SSL3_MD5_MAC, "6.25.7", "MD5", 48, 16),
                TlsMacs.ssl3Mac(Ckm.SSL3_SHA1_MAC, "6.25.8", "SHA-1", 40, 20));
    }
}
