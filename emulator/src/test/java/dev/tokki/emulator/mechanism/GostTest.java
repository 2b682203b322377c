package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.parameter.GostParameter;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.GostCipher;
import dev.tokki.emulator.crypto.GostMac;
import dev.tokki.emulator.crypto.GostSet;
import java.util.List;
import org.bouncycastle.crypto.engines.CryptoProWrapEngine;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.macs.GOST28147Mac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.ParametersWithSBox;
import org.bouncycastle.crypto.params.ParametersWithUKM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// GOST 28147-89 and GOST R 34.10-2001, sections 6.44 and 6.46, beside Bouncy Castle's own constructions.
class GostTest {
    private static final byte[] KEY = Recipes.bytes(32).copy();
    private static final byte[] VECTOR = {1, 2, 3, 4, 5, 6, 7, 8};

    @RegisterExtension
    static final Workshop workshop = new Workshop();

    @ParameterizedTest
    @ValueSource(ints = {9, 16, 100, 1024})
    void theMacIsThatOfBouncyCastleWhereNoKeyIsMeshed(int length) {
        byte[] data = Recipes.bytes(length).copy();
        assertThat(ours(GostSet.CRYPTO_PRO_B, data)).isEqualTo(theirs("E-B", data));
    }

    @Test
    void longDataMeshTheKeyExceptInTheTestSet() {
        byte[] data = Recipes.bytes(1025).copy();
        assertThat(ours(GostSet.CRYPTO_PRO_B, data)).isNotEqualTo(theirs("E-B", data));
        assertThat(ours(GostSet.TEST, data)).isEqualTo(theirs("E-TEST", data));
    }

    private static byte[] ours(GostSet set, byte[] data) {
        GostMac mac = new GostMac(set, KEY, VECTOR);
        mac.update(data);
        return mac.finish();
    }

    private static byte[] theirs(String box, byte[] data) {
        GOST28147Mac mac = new GOST28147Mac();
        mac.init(new ParametersWithIV(
                new ParametersWithSBox(new KeyParameter(KEY), GOST28147Engine.getSBox(box)), VECTOR));
        mac.update(data, 0, data.length);
        byte[] made = new byte[4];
        mac.doFinal(made, 0);
        return made;
    }

    @Test
    void theKeyWrapIsThatOfCryptoPro() {
        GostCipher cipher = new GostCipher(GostSet.CRYPTO_PRO_A);
        byte[] wrapped = cipher.wrap(Crypto.fastest(), cipher.diversified(KEY, VECTOR), VECTOR, new byte[32]);
        CryptoProWrapEngine engine = new CryptoProWrapEngine();
        engine.init(
                true,
                new ParametersWithUKM(
                        new ParametersWithSBox(new KeyParameter(KEY), GOST28147Engine.getSBox("E-A")), VECTOR));
        assertThat(wrapped).isEqualTo(engine.wrap(new byte[32], 0, 32));
    }

    /// gost-engine 3.0.3, keyWrapCryptoPro with the S-box of technical committee 26.
    @Test
    void theKeyWrapIsThatOfGostEngine() {
        GostCipher cipher = new GostCipher(GostSet.TC26_Z);
        byte[] wrapping = counting(1);
        byte[] diversified = cipher.diversified(wrapping, VECTOR);
        assertThat(diversified)
                .isEqualTo(Bytes.hex("c8ffc6b8d22ea16fdecbed3c770eb2406537e24300dd10349f57f4c647016c18")
                        .copy());
        assertThat(cipher.wrap(Crypto.fastest(), diversified, VECTOR, counting(0x10)))
                .isEqualTo(Bytes.hex("940e6d83505f7725919a76bbc6d5d991315eb9dfc6d77fb8788cb0cef8b925c1e77d8bc3")
                        .copy());
    }

    private static byte[] counting(int from) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource(GostSet.class)
    void everySetEncryptsInItsMode(GostSet set) {
        Key key = cipherKey(set.identifier());
        byte[] data = Recipes.bytes(1100).copy();
        Mechanism mechanism = Mechanism.of(Ckm.GOST28147, dev.tokki.api.parameter.Parameter.of(VECTOR));
        byte[] encrypted = key.encrypt(mechanism, data);
        assertThat(key.decrypt(mechanism, encrypted)).isEqualTo(data);
        assertThat(key.encrypt(Mechanism.of(Ckm.GOST28147), data)).isNotEqualTo(encrypted);
    }

    @Test
    void aKeyWithAnUnknownSetDoesNothing() {
        Key key = cipherKey(Pairs.oid("1.2.3.4"));
        assertThatThrownBy(() -> key.encrypt(Mechanism.of(Ckm.GOST28147), new byte[8]))
                .hasMessageContaining("CKR_KEY_TYPE_INCONSISTENT");
    }

    private static Key cipherKey(byte[] set) {
        return workshop.session()
                .createKey(
                        Attribute.of(Cka.CLASS, dev.tokki.api.constant.Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.GOST28147),
                        Attribute.of(Cka.VALUE, KEY),
                        Attribute.of(Cka.GOST28147_PARAMS, set),
                        Attribute.of(Cka.ENCRYPT, true),
                        Attribute.of(Cka.DECRYPT, true));
    }

    @Test
    void aWrappedKeyWithAWrongMacIsNoKey() {
        Key by = workshop.secret(Ckk.GOST28147, Cka.WRAP, 1);
        Mechanism mechanism = Mechanism.of(Ckm.GOST28147_KEY_WRAP);
        byte[] wrapped = by.wrap(mechanism, GostSamples.toBeWrapped(workshop));
        assertThat(wrapped).hasSize(36);
        wrapped[35] ^= 1;
        assertThatThrownBy(() -> unwrap(by, mechanism, wrapped)).hasMessageContaining("CKR_WRAPPED_KEY_INVALID");
        assertThatThrownBy(() -> unwrap(by, mechanism, new byte[35])).hasMessageContaining("CKR_WRAPPED_KEY_LEN_RANGE");
        assertThatThrownBy(() -> by.wrap(mechanism, workshop.wrappable()))
                .hasMessageContaining("CKR_KEY_NOT_WRAPPABLE");
    }

    private static Key unwrap(Key by, Mechanism mechanism, byte[] wrapped) {
        return by.unwrap(mechanism, wrapped, GostSamples.unwrapTemplate().toArray(Attribute[]::new));
    }

    @Test
    void bothSidesAgree() {
        Pair one = workshop.pair(Ckk.GOSTR3410);
        Pair other = PairSamples.newPair(workshop, Ckk.GOSTR3410);
        for (long kdf : new long[] {Ckd.NULL, Ckd.CPDIVERSIFY_KDF}) {
            assertThat(agreed(one, other, kdf, VECTOR)).isEqualTo(agreed(other, one, kdf, VECTOR));
        }
        assertThat(agreed(one, other, Ckd.NULL, VECTOR))
                .isNotEqualTo(agreed(one, other, Ckd.CPDIVERSIFY_KDF, VECTOR))
                .isNotEqualTo(agreed(one, other, Ckd.NULL, new byte[] {8, 7, 6, 5, 4, 3, 2, 1}));
    }

    private static byte[] agreed(Pair own, Pair other, long kdf, byte[] material) {
        return own.privateKey()
                .derive(
                        Mechanism.of(
                                Ckm.GOSTR3410_DERIVE,
                                new GostParameter.Derive(
                                        kdf, Bytes.of(other.publicKey().bytes(Cka.VALUE)), Bytes.of(material))),
                        Samples.derivedTemplate(Ckm.GOSTR3410_DERIVE).toArray(Attribute[]::new))
                .bytes(Cka.VALUE);
    }

    @Test
    void aPointOffTheCurveIsRefusedEverywhere() {
        Pair pair = workshop.pair(Ckk.GOSTR3410);
        byte[] off = pair.publicKey().bytes(Cka.VALUE).clone();
        off[0] ^= 1;
        Mechanism derive =
                Mechanism.of(Ckm.GOSTR3410_DERIVE, new GostParameter.Derive(Ckd.NULL, Bytes.of(off), Bytes.of(VECTOR)));
        assertThatThrownBy(() -> pair.privateKey()
                        .derive(derive, Samples.derivedTemplate(derive.type()).toArray(Attribute[]::new)))
                .hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
        TestKey key = TestKey.publicKey(
                Ckk.GOSTR3410, GostSamples.PAIR.get(0), GostSamples.PAIR.get(1), Attribute.of(Cka.VALUE, off));
        Refused.with(Ckr.ATTRIBUTE_VALUE_INVALID, () -> MechanismTable.all().checkKey(key.attributes()));
    }

    @Test
    void theSenderOfAKeyMayBeKnown() {
        Pair receiver = workshop.pair(Ckk.GOSTR3410);
        Pair sender = PairSamples.newPair(workshop, Ckk.GOSTR3410);
        Key secret = GostSamples.toBeWrapped(workshop);
        Mechanism mechanism = Mechanism.of(
                Ckm.GOSTR3410_KEY_WRAP,
                new GostParameter.KeyWrap(
                        Bytes.of(GostSet.CRYPTO_PRO_C.identifier()),
                        Bytes.of(VECTOR),
                        sender.privateKey().handle()));
        byte[] wrapped = receiver.publicKey().wrap(mechanism, secret);
        assertThat(wrapped)
                .isEqualTo(receiver.publicKey().wrap(mechanism, secret))
                .containsSubsequence(sender.publicKey().bytes(Cka.VALUE));
        Mechanism opening =
                Mechanism.of(Ckm.GOSTR3410_KEY_WRAP, new GostParameter.KeyWrap(Bytes.NULL, Bytes.of(VECTOR), 0));
        assertThat(unwrap(receiver.privateKey(), opening, wrapped).bytes(Cka.VALUE))
                .isEqualTo(secret.bytes(Cka.VALUE));
    }

    @Test
    void whatIsNoTransportIsRefused() {
        Pair pair = workshop.pair(Ckk.GOSTR3410);
        Mechanism mechanism =
                Mechanism.of(Ckm.GOSTR3410_KEY_WRAP, new GostParameter.KeyWrap(Bytes.NULL, Bytes.NULL, 0));
        byte[] wrapped = pair.publicKey().wrap(mechanism, GostSamples.toBeWrapped(workshop));
        Mechanism otherMaterial =
                Mechanism.of(Ckm.GOSTR3410_KEY_WRAP, new GostParameter.KeyWrap(Bytes.NULL, Bytes.of(VECTOR), 0));
        assertThatThrownBy(() -> unwrap(pair.privateKey(), otherMaterial, wrapped))
                .hasMessageContaining("CKR_WRAPPED_KEY_INVALID");
        for (byte[] junk : List.of(new byte[0], new byte[40], new byte[] {0x30, 0}, flipped(wrapped))) {
            assertThatThrownBy(() -> unwrap(pair.privateKey(), mechanism, junk))
                    .hasMessageContaining("CKR_WRAPPED_KEY_INVALID");
        }
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[10] ^= 1;
        return flipped;
    }
}
