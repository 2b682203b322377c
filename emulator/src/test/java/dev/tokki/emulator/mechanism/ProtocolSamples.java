package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;
import static dev.tokki.emulator.mechanism.Recipes.iv;
import static dev.tokki.emulator.mechanism.Recipes.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.Template;
import dev.tokki.api.Version;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.IkeParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.TlsParameter;
import dev.tokki.api.parameter.WtlsParameter;
import dev.tokki.emulator.mechanism.declare.Use;
import java.util.Objects;
import java.util.Set;

/// Parameters of TLS and IKE, and the proof of what tells its keys in the parameter.
final class ProtocolSamples {
    private ProtocolSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(
                w -> new IkeParameter.Ike2PrfPlusDerive(
                        Ckm.SHA256_HMAC, true, w.wrappable().handle(), bytes(5)),
                Ckm.IKE2_PRF_PLUS_DERIVE);
        recipes.put(
                w -> new IkeParameter.IkePrfDerive(Ckm.SHA256_HMAC, true, false, bytes(8), bytes(9), 0),
                Ckm.IKE_PRF_DERIVE);
        recipes.put(
                w -> new IkeParameter.Ike1PrfDerive(
                        Ckm.SHA256_HMAC, false, w.wrappable().handle(), 0, bytes(8), bytes(8), 1),
                Ckm.IKE1_PRF_DERIVE);
        recipes.put(
                w -> new IkeParameter.Ike1ExtendedDerive(Ckm.SHA256_HMAC, false, 0, bytes(6)),
                Ckm.IKE1_EXTENDED_DERIVE);
        TlsParameter.RandomData random = new TlsParameter.RandomData(bytes(32), bytes(28));
        TlsParameter.KeyMaterial room = TlsParameter.KeyMaterial.room(16);
        recipes.put(w -> new TlsParameter.ClientVersion(3, 1), Ckm.SSL3_PRE_MASTER_KEY_GEN, Ckm.TLS_PRE_MASTER_KEY_GEN);
        recipes.put(
                w -> new TlsParameter.Ssl3MasterKeyDerive(random, new Version(0, 0)),
                Ckm.SSL3_MASTER_KEY_DERIVE,
                Ckm.TLS_MASTER_KEY_DERIVE);
        recipes.put(
                w -> new TlsParameter.Ssl3MasterKeyDerive(random, null),
                Ckm.SSL3_MASTER_KEY_DERIVE_DH,
                Ckm.TLS_MASTER_KEY_DERIVE_DH);
        recipes.put(
                w -> new TlsParameter.Tls12MasterKeyDerive(random, new Version(0, 0), Ckm.SHA256),
                Ckm.TLS12_MASTER_KEY_DERIVE);
        recipes.put(
                w -> new TlsParameter.Tls12MasterKeyDerive(random, null, Ckm.SHA256), Ckm.TLS12_MASTER_KEY_DERIVE_DH);
        recipes.put(
                w -> new TlsParameter.Tls12ExtendedMasterKeyDerive(Ckm.SHA256, bytes(32), new Version(0, 0)),
                Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE);
        recipes.put(
                w -> new TlsParameter.Tls12ExtendedMasterKeyDerive(Ckm.SHA256, bytes(32), null),
                Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE_DH);
        recipes.put(
                w -> new TlsParameter.Ssl3KeyAndMacDerive(160, 128, 128, false, random, room),
                Ckm.SSL3_KEY_AND_MAC_DERIVE,
                Ckm.TLS_KEY_AND_MAC_DERIVE);
        recipes.put(
                w -> new TlsParameter.Tls12KeyAndMacDerive(160, 128, 128, false, random, room, Ckm.SHA256),
                Ckm.TLS12_KEY_AND_MAC_DERIVE,
                Ckm.TLS12_KEY_SAFE_DERIVE);
        recipes.put(w -> new TlsParameter.Kdf(Ckm.SHA256, bytes(7), random, bytes(3)), Ckm.TLS_KDF, Ckm.TLS12_KDF);
        recipes.put(w -> new TlsParameter.Mac(Ckm.SHA256, 12, 1), Ckm.TLS_MAC, Ckm.TLS12_MAC);
        recipes.put(w -> new TlsParameter.Prf(bytes(9), bytes(5), bytes(40, 0)), Ckm.TLS_PRF);
        WtlsParameter.RandomData wireless = new WtlsParameter.RandomData(bytes(16), bytes(16));
        recipes.put(iv(1), Ckm.WTLS_PRE_MASTER_KEY_GEN);
        recipes.put(
                w -> new WtlsParameter.MasterKeyDerive(Ckm.SHA_1, wireless, bytes(1, 0)), Ckm.WTLS_MASTER_KEY_DERIVE);
        recipes.put(
                w -> new WtlsParameter.MasterKeyDerive(Ckm.SHA_1, wireless, Bytes.NULL),
                Ckm.WTLS_MASTER_KEY_DERIVE_DH_ECC);
        recipes.put(w -> new WtlsParameter.Prf(Ckm.SHA_1, bytes(9), bytes(5), bytes(40, 0)), Ckm.WTLS_PRF);
        recipes.put(
                w -> new WtlsParameter.KeyAndMacDerive(
                        Ckm.SHA_1,
                        160,
                        128,
                        128,
                        3,
                        false,
                        wireless,
                        new WtlsParameter.KeyMaterial(0, 0, bytes(16, 0))),
                Ckm.WTLS_SERVER_KEY_AND_MAC_DERIVE,
                Ckm.WTLS_CLIENT_KEY_AND_MAC_DERIVE);
        recipes.put(number(8), Ckm.SSL3_MD5_MAC, Ckm.SSL3_SHA1_MAC);
    }

    private static final Set<Long> MASTERS = Set.of(
            Ckm.SSL3_MASTER_KEY_DERIVE,
            Ckm.SSL3_MASTER_KEY_DERIVE_DH,
            Ckm.TLS_MASTER_KEY_DERIVE,
            Ckm.TLS_MASTER_KEY_DERIVE_DH,
            Ckm.TLS12_MASTER_KEY_DERIVE,
            Ckm.TLS12_MASTER_KEY_DERIVE_DH,
            Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE,
            Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE_DH,
            Ckm.WTLS_MASTER_KEY_DERIVE,
            Ckm.WTLS_MASTER_KEY_DERIVE_DH_ECC);
    private static final Set<Long> OF_WTLS =
            Set.of(Ckm.WTLS_MASTER_KEY_DERIVE, Ckm.WTLS_SERVER_KEY_AND_MAC_DERIVE, Ckm.WTLS_CLIENT_KEY_AND_MAC_DERIVE);

    /// {@return the length of the generic secrets that a mechanism takes}
    static int baseLength(long mechanism) {
        return OF_WTLS.contains(mechanism) ? 20 : Samples.GENERIC_LENGTH;
    }

    static boolean isMaster(long mechanism) {
        return MASTERS.contains(mechanism);
    }

    /// What is told in the parameter: keys, or bytes.
    static void proveDerivation(Workshop workshop, long mechanism) {
        Key base = workshop.secret(Ckk.GENERIC_SECRET, Cka.DERIVE, 1, baseLength(mechanism));
        Parameter told = workshop.told(new KeyManagement.DeriveKey(
                workshop.session().handle(),
                Mechanism.of(mechanism, Samples.parameter(workshop, mechanism, Use.DERIVE)),
                base.handle(),
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                        Attribute.of(Cka.SENSITIVE, false),
                        Attribute.of(Cka.EXTRACTABLE, true),
                        Attribute.of(Cka.ENCRYPT, true)),
                Out.nullPointer()));
        if (told instanceof TlsParameter.Prf prf) {
            assertThat(prf.output()).isNotEqualTo(bytes(40, 0));
            return;
        }
        if (told instanceof WtlsParameter.Prf prf) {
            assertThat(prf.output()).isNotEqualTo(bytes(40, 0));
            return;
        }
        if (told instanceof WtlsParameter.KeyAndMacDerive keys) {
            WtlsParameter.KeyMaterial side = Objects.requireNonNull(keys.returned());
            assertThat(side.iv()).isNotEqualTo(bytes(16, 0));
            assertThat(workshop.session().key(side.macSecret()).bytes(Cka.VALUE))
                    .hasSize(20);
            assertThat(workshop.session().key(side.key()).bytes(Cka.VALUE)).hasSize(16);
            return;
        }
        TlsParameter.KeyMaterial made = Objects.requireNonNull(
                told instanceof TlsParameter.Ssl3KeyAndMacDerive old
                        ? old.returned()
                        : ((TlsParameter.Tls12KeyAndMacDerive) told).returned());
        assertThat(made.clientIv().equals(bytes(16, 0))).isEqualTo(mechanism == Ckm.TLS12_KEY_SAFE_DERIVE);
        assertThat(workshop.session().key(made.clientMacSecret()).bytes(Cka.VALUE))
                .hasSize(20);
        assertThat(workshop.session().key(made.serverKey()).bytes(Cka.VALUE))
                .hasSize(16)
                .isNotEqualTo(workshop.session().key(made.clientKey()).bytes(Cka.VALUE));
    }
}
