package dev.tokki.emulator.mechanism.dl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.KeyDerivation;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The key derivation functions of ANSI X9.42, section 6.4.11.1.
class X942KdfTest {
    private static final byte[] SECRET =
            Bytes.hex("000102030405060708090a0b0c0d0e0f10111213").array();

    /// RFC 2631, 2.1.6: a key of 3DES, with the length of its key as the only further data.
    @Test
    void theDerCarriesTheCounter() {
        String info = "301d3013060b2a864886f70d0109100306040400000001a2060404000000c0";
        assertThat(derived(Ckd.SHA1_KDF_ASN1, info, 24))
                .isEqualTo(Bytes.hex("a09661392376f7044d9052a397883246b67f5f1ef63eb5fb")
                        .array());
    }

    /// The same as the X9.63 function, which has an answer of NIST.
    @Test
    void concatenationPutsTheCounterBehindTheSecret() {
        byte[] whole = derived(Ckd.SHA1_KDF_CONCATENATE, "aabb", 40);
        byte[] first =
                KeyDerivation.hash("SHA-1", SECRET, Bytes.hex("00000001aabb").array());
        byte[] second =
                KeyDerivation.hash("SHA-1", SECRET, Bytes.hex("00000002aabb").array());
        assertThat(whole).startsWith(first).endsWith(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "301d",
                "0500",
                "3000",
                "30023000",
                "301d3013060b2a864886f70d0109100306040400000001a206040400000",
                "301c3012060b2a864886f70d010910030603040000000aa20604040000",
                "301d3013060b2a864886f70d0109100306040400000001a2060404000000c000"
            })
    void derWithoutACounterIsRefused(String hex) {
        String even = hex.length() % 2 == 0 ? hex : hex + "0";
        assertThatThrownBy(() -> kdf(Ckd.SHA1_KDF_ASN1, even)).hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
    }

    @Test
    void otherFunctionsAreNotForX942() {
        for (long function : new long[] {Ckd.SHA1_KDF, Ckd.SHA256_KDF, 0, 0x99}) {
            assertThatThrownBy(() -> kdf(function, "")).hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
        }
        assertThatThrownBy(() -> kdf(Ckd.NULL, "00")).hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
    }

    private static X942Kdf kdf(long function, String info) {
        ParameterRule<Object> rule = new ParameterRule<>("CK_X9_42_DH1_DERIVE_PARAMS", "6.4.11.2", (a, b) -> a);
        return X942Kdf.of(function, Bytes.hex(info), rule);
    }

    private static byte[] derived(long function, String info, long length) {
        AttributeMap template = AttributeMap.of(
                List.of(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET), Attribute.of(Cka.VALUE_LEN, length)));
        return kdf(function, info).value(SECRET, DerivedKey.ofTemplate(template, "6.4.14"));
    }
}
