package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.DerivationParameter;
import dev.tokki.api.parameter.KipParameter;
import dev.tokki.api.parameter.Parameter;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The mechanisms that are of no family: nothing at all, data out of keys, CDMF, CT-KIP.
class OddMechanismsTest {
    private static final MechanismTable TABLE = MechanismTable.all();

    @RegisterExtension
    static final Workshop workshop = new Workshop();

    @Test
    void nullLeavesEverythingAsItIs() {
        Mechanism mechanism = Mechanism.of(Ckm.NULL);
        byte[] data = Recipes.bytes(300).copy();
        TestKey key = TestKey.secret(Ckk.AES, new byte[16]);
        assertThat(TABLE.encrypt(mechanism, key).finish(data)).isEqualTo(data);
        assertThat(TABLE.sign(mechanism, key).finish(data)).isEqualTo(data);
        assertThat(TABLE.sign(mechanism, key).length(300)).isEqualTo(300);
        assertThat(workshop.session().digest(mechanism, data)).isEqualTo(data);
        TABLE.verify(mechanism, key).finish(data, data);
        Refused.with(Ckr.SIGNATURE_INVALID, () -> TABLE.verify(mechanism, key).finish(data, Arrays.copyOf(data, 299)));
        assertThat(TABLE.wrap(mechanism, key, TestKey.secret(Ckk.GENERIC_SECRET, data))
                        .bytes())
                .isEqualTo(Bytes.of(data));
    }

    @Test
    void hkdfMakesDataOfWhatItWouldMakeAKeyOf() {
        Key base = workshop.secret(Ckk.GENERIC_SECRET, Cka.DERIVE, 1);
        Parameter parameter = new DerivationParameter.Hkdf(
                true, true, Ckm.SHA256, Ckf.HKDF_SALT_NULL, Bytes.NULL, 0, Bytes.utf8("info"));
        Key data = base.derive(
                Mechanism.of(Ckm.HKDF_DATA, parameter),
                Attribute.of(Cka.CLASS, Cko.DATA),
                Attribute.of(Cka.VALUE_LEN, 40L),
                Attribute.of(Cka.LABEL, "derived"));
        Key key = base.derive(
                Mechanism.of(Ckm.HKDF_DERIVE, parameter),
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.VALUE_LEN, 40L),
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true));
        assertThat(data.ulong(Cka.CLASS)).isEqualTo(Cko.DATA);
        assertThat(data.bytes(Cka.VALUE)).isEqualTo(key.bytes(Cka.VALUE)).hasSize(40);
        assertThatThrownBy(() ->
                        base.derive(Mechanism.of(Ckm.HKDF_DATA, parameter), Attribute.of(Cka.CLASS, Cko.SECRET_KEY)))
                .hasMessageContaining("CKR_TEMPLATE_INCONSISTENT");
        assertThatThrownBy(() -> base.derive(Mechanism.of(Ckm.HKDF_DATA, parameter)))
                .hasMessageContaining("CKR_TEMPLATE_INCOMPLETE");
    }

    @Test
    void hkdfTakesDataAsLongAsItsHash() {
        byte[] value = Recipes.bytes(32).copy();
        Key data = workshop.session().createKey(Attribute.of(Cka.CLASS, Cko.DATA), Attribute.of(Cka.VALUE, value));
        Key secret = workshop.session()
                .createKey(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.HKDF),
                        Attribute.of(Cka.VALUE, value),
                        Attribute.of(Cka.DERIVE, true));
        Attribute[] template = Samples.derivedTemplate(Ckm.HKDF_DERIVE).toArray(Attribute[]::new);
        Mechanism salted = hkdf(Ckm.SHA256, Ckf.HKDF_SALT_DATA);
        assertThat(data.derive(salted, template).bytes(Cka.VALUE))
                .isEqualTo(secret.derive(salted, template).bytes(Cka.VALUE));
        for (Mechanism refused :
                new Mechanism[] {hkdf(Ckm.SHA256, Ckf.HKDF_SALT_NULL), hkdf(Ckm.SHA384, Ckf.HKDF_SALT_DATA)}) {
            assertThatThrownBy(() -> data.derive(refused, template)).hasMessageContaining("CKR_KEY_TYPE_INCONSISTENT");
        }
        assertThatThrownBy(() -> data.derive(Mechanism.of(Ckm.NULL), template))
                .hasMessageContaining("CKR_KEY_HANDLE_INVALID");
    }

    private static Mechanism hkdf(long hash, long saltType) {
        return Mechanism.of(
                Ckm.HKDF_DERIVE,
                new DerivationParameter.Hkdf(true, true, hash, saltType, Bytes.utf8("salt"), 0, Bytes.utf8("info")));
    }

    /// The shortening of keys, computed again by the JDK's DES.
    @Test
    void cdmfIsDesWithAShortenedKey() throws GeneralSecurityException {
        byte[] value = Workshop.value(Ckk.CDMF, 0x5A);
        byte[] stripped = value.clone();
        for (int i = 0; i < 8; i++) {
            stripped[i] &= (byte) 0xFE;
        }
        byte[] mixed = des(Bytes.hex("c408b0540ba1e0ae").copy(), stripped);
        byte[] mask = Bytes.hex("0efe0efe0efe0efe").copy();
        for (int i = 0; i < 8; i++) {
            mixed[i] = (byte) ((mixed[i] ^ stripped[i]) & mask[i]);
        }
        byte[] data = Recipes.bytes(8).copy();
        assertThat(TABLE.encrypt(Mechanism.of(Ckm.CDMF_ECB), TestKey.secret(Ckk.CDMF, value))
                        .finish(data))
                .isEqualTo(des(des(Bytes.hex("ef2c041ce6382fe6").copy(), mixed), data));
    }

    private static byte[] des(byte[] key, byte[] data) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"));
        return cipher.doFinal(data);
    }

    private static Mechanism kip(long mechanism, long underneath, long key, Bytes seed) {
        return Mechanism.of(mechanism, new KipParameter.Kip(Mechanism.of(underneath), key, seed));
    }

    /// CT-KIP-PRF of RFC 4758, appendix D, by `CKM_SHA256_HMAC`: numbered blocks.
    @Test
    void theMacOfKipIsMadeOfNumberedBlocks() {
        Key key = workshop.secret(Ckk.GENERIC_SECRET, Cka.SIGN, 1);
        byte[] data = "MAC 1 computation".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] expected = new byte[64];
        for (int i = 1; i <= 2; i++) {
            byte[] numbered = new byte[4 + data.length];
            numbered[3] = (byte) i;
            System.arraycopy(data, 0, numbered, 4, data.length);
            System.arraycopy(key.sign(Mechanism.of(Ckm.SHA256_HMAC), numbered), 0, expected, 32 * (i - 1), 32);
        }
        TestKey value = TestKey.secret(Ckk.GENERIC_SECRET, key.bytes(Cka.VALUE));
        var signer = TABLE.sign(kip(Ckm.KIP_MAC, Ckm.SHA256, 0, Bytes.NULL), value);
        signer.room(50);
        assertThat(signer.finish(data)).isEqualTo(Arrays.copyOf(expected, 50));
        Refused.with(
                Ckr.SIGNATURE_LEN_RANGE,
                () -> TABLE.verify(kip(Ckm.KIP_MAC, Ckm.SHA256, 0, Bytes.NULL), value)
                        .finish(data, Arrays.copyOf(expected, 7)));
    }

    @Test
    void theMacOfKipUsesTheKeyThatIsNamed() {
        Key named = workshop.secret(Ckk.GENERIC_SECRET, Cka.SIGN, 2);
        Key other = workshop.secret(Ckk.GENERIC_SECRET, Cka.SIGN, 1);
        byte[] mac = named.sign(kip(Ckm.KIP_MAC, Ckm.SHA256, 0, Bytes.NULL), new byte[3]);
        assertThat(other.sign(kip(Ckm.KIP_MAC, Ckm.SHA256, named.handle(), Bytes.NULL), new byte[3]))
                .startsWith(Arrays.copyOf(mac, 8));
        assertThatThrownBy(() -> other.sign(kip(Ckm.KIP_MAC, Ckm.SHA256, 9999, Bytes.NULL), new byte[3]))
                .hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
    }

    @Test
    void kipMakesKeysOfOneTimePasswords() {
        Key base = workshop.secret(Ckk.GENERIC_SECRET, Cka.DERIVE, 1, 16);
        Key made = base.derive(
                kip(
                        Ckm.KIP_DERIVE,
                        Ckm.AES_CMAC,
                        workshop.pair(Ckk.RSA).publicKey().handle(),
                        Recipes.bytes(16)),
                Attribute.of(Cka.CLASS, Cko.OTP_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.HOTP),
                Attribute.of(Cka.VALUE_LEN, 20L),
                Attribute.of(Cka.OTP_COUNTER, new byte[8]),
                Attribute.of(Cka.SIGN, true));
        assertThat(made.ulong(Cka.CLASS)).isEqualTo(Cko.OTP_KEY);
        assertThat(OtpSamples.password(workshop, made)).hasSize(6);
        Key wrong = workshop.secret(Ckk.GENERIC_SECRET, Cka.DERIVE, 1, 20);
        assertThatThrownBy(() -> wrong.derive(
                        kip(Ckm.KIP_DERIVE, Ckm.AES_CMAC, 0, Bytes.NULL),
                        Samples.derivedTemplate(Ckm.KIP_DERIVE).toArray(Attribute[]::new)))
                .hasMessageContaining("CKR_KEY_SIZE_RANGE");
        assertThatThrownBy(() -> base.derive(
                        kip(Ckm.KIP_DERIVE, Ckm.AES_GCM, 0, Bytes.NULL),
                        Samples.derivedTemplate(Ckm.KIP_DERIVE).toArray(Attribute[]::new)))
                .hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
    }
}
