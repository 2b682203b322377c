package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.parameter.EcParameter.XEdDsa;
import dev.tokki.api.parameter.RatchetParameter.X2RatchetInitialize;
import dev.tokki.api.parameter.RatchetParameter.X2RatchetRespond;
import dev.tokki.api.parameter.RatchetParameter.X3dhInitiate;
import dev.tokki.api.parameter.RatchetParameter.X3dhRespond;
import java.util.List;
import java.util.Set;

/// Two who speak after Signal's protocol, and what proves its mechanisms: they understand each other.
final class RatchetSamples {
    static final Mechanism ENCRYPT = Mechanism.of(Ckm.X2RATCHET_ENCRYPT);
    static final Mechanism DECRYPT = Mechanism.of(Ckm.X2RATCHET_DECRYPT);

    private static final Set<Long> DERIVATIONS = Set.of(
            Ckm.X3DH_INITIALIZE,
            Ckm.X3DH_RESPOND,
            Ckm.X2RATCHET_INITIALIZE,
            Ckm.X2RATCHET_RESPOND,
            Ckm.PUB_KEY_FROM_PRIV_KEY);

    /// The two ends of a ratchet.
    record Ends(Key alice, Key bob) {}

    private RatchetSamples() {}

    static boolean isDerivation(long mechanism) {
        return DERIVATIONS.contains(mechanism);
    }

    static void proveDerivation(Workshop workshop, long mechanism) {
        if (mechanism == Ckm.PUB_KEY_FROM_PRIV_KEY) {
            Pair pair = workshop.pair(Ckk.EC);
            Key half = pair.privateKey().derive(Mechanism.of(mechanism));
            assertThat(half.ulong(Cka.CLASS)).isEqualTo(Cko.PUBLIC_KEY);
            assertThat(half.bytes(Cka.EC_POINT)).isEqualTo(pair.publicKey().bytes(Cka.EC_POINT));
        } else if (mechanism == Ckm.X3DH_INITIALIZE || mechanism == Ckm.X3DH_RESPOND) {
            provesX3dh(workshop, true);
            provesX3dh(workshop, false);
        } else {
            Ends ends = ends(workshop, true, "1.3.101.110", 255);
            assertThat(ends.bob().decrypt(DECRYPT, ends.alice().encrypt(ENCRYPT, new byte[9])))
                    .isEqualTo(new byte[9]);
        }
    }

    private static void provesX3dh(Workshop workshop, boolean withOnetime) {
        Pair alice = pair(workshop, "1.3.101.110");
        Pair ephemeral = pair(workshop, "1.3.101.110");
        Pair bob = pair(workshop, "1.3.101.110");
        Pair prekey = pair(workshop, "1.3.101.110");
        Pair onetime = pair(workshop, "1.3.101.110");
        byte[] signature = bob.privateKey()
                .sign(
                        Mechanism.of(Ckm.XEDDSA, new XEdDsa(Ckm.SHA512)),
                        prekey.publicKey().bytes(Cka.EC_POINT));
        Bytes onetimeKey = withOnetime ? point(onetime) : Bytes.NULL;
        Key initiated = alice.privateKey()
                .derive(
                        Mechanism.of(
                                Ckm.X3DH_INITIALIZE,
                                new X3dhInitiate(
                                        Ckd.SHA256_KDF,
                                        bob.publicKey().handle(),
                                        prekey.publicKey().handle(),
                                        Bytes.of(signature),
                                        onetimeKey,
                                        alice.privateKey().handle(),
                                        ephemeral.privateKey().handle())),
                        readable());
        Key responded = bob.privateKey()
                .derive(
                        Mechanism.of(
                                Ckm.X3DH_RESPOND,
                                new X3dhRespond(
                                        Ckd.SHA256_KDF,
                                        point(bob),
                                        point(prekey),
                                        onetimeKey,
                                        alice.publicKey().handle(),
                                        point(ephemeral))),
                        readable());
        assertThat(workshop.valueOf(responded)).hasSize(32).isEqualTo(workshop.valueOf(initiated));
    }

    /// A key encrypted by one mechanism and opened by the other.
    static void proveWrap(Workshop workshop) {
        Ends ends = ends(workshop, false, "1.3.101.110", 255);
        Key secret = workshop.wrappable();
        byte[] wrapped = workshop.bytes(room -> new KeyManagement.WrapKey(
                workshop.session().handle(), ENCRYPT, ends.alice().handle(), secret.handle(), room));
        Key unwrapped = ends.bob()
                .unwrap(DECRYPT, wrapped, Samples.unwrapTemplate(secret).toArray(Attribute[]::new));
        assertThat(workshop.valueOf(unwrapped)).isEqualTo(workshop.valueOf(secret));
    }

    static void proveCipher(Workshop workshop) {
        Ends ends = ends(workshop, true, "1.3.101.111", 448);
        byte[] first = ends.alice().encrypt(ENCRYPT, new byte[5]);
        assertThat(ends.bob().decrypt(DECRYPT, first)).isEqualTo(new byte[5]);
        assertThat(ends.alice().decrypt(DECRYPT, ends.bob().encrypt(ENCRYPT, new byte[6])))
                .isEqualTo(new byte[6]);
    }

    static Ends ends(Workshop workshop, boolean hasEncryptedHeaders, String curve, long bits) {
        Pair alice = pair(workshop, curve);
        Pair bob = pair(workshop, curve);
        Pair prekey = pair(workshop, curve);
        Key secret = workshop.session()
                .createKey(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                        Attribute.of(Cka.DERIVE, true),
                        Attribute.of(Cka.VALUE, Recipes.bytes(32).copy()));
        return new Ends(
                secret.derive(Mechanism.of(
                        Ckm.X2RATCHET_INITIALIZE,
                        new X2RatchetInitialize(
                                Bytes.NULL,
                                prekey.publicKey().handle(),
                                bob.publicKey().handle(),
                                alice.publicKey().handle(),
                                hasEncryptedHeaders,
                                bits,
                                Ckm.CHACHA20_POLY1305,
                                Ckd.SHA256_KDF))),
                secret.derive(Mechanism.of(
                        Ckm.X2RATCHET_RESPOND,
                        new X2RatchetRespond(
                                Bytes.NULL,
                                prekey.privateKey().handle(),
                                alice.publicKey().handle(),
                                bob.publicKey().handle(),
                                hasEncryptedHeaders,
                                bits,
                                Ckm.CHACHA20_POLY1305,
                                Ckd.SHA256_KDF))));
    }

    static Pair pair(Workshop workshop, String curve) {
        return new Generation(
                        Ckm.EC_MONTGOMERY_KEY_PAIR_GEN,
                        List.of(Attribute.of(Cka.EC_PARAMS, Pairs.oid(curve))),
                        List.of(Cka.VERIFY),
                        List.of(Cka.SIGN, Cka.DERIVE))
                .pair(workshop);
    }

    static Bytes point(Pair pair) {
        return Bytes.of(pair.publicKey().bytes(Cka.EC_POINT));
    }

    private static Attribute[] readable() {
        return new Attribute[] {Attribute.of(Cka.SENSITIVE, false), Attribute.of(Cka.EXTRACTABLE, true)};
    }
}
