package dev.tokki.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstantsTest {
    static Stream<Facts.Constant> constants() {
        return Facts.constants();
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantOfTheHeadersHasItsValue(Facts.Constant constant) {
        long value = Long.parseUnsignedLong(constant.value().substring(2), 16);
        assertThat(Names.valueOf(constant.prefix()).value(constant.name())).hasValue(value);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyNameIsFoundInReverse(Facts.Constant constant) {
        long value = Long.parseUnsignedLong(constant.value().substring(2), 16);
        assertThat(Names.valueOf(constant.prefix()).all(value)).contains(constant.name());
    }

    @Test
    void aliasesComeAfterTheNameTheyStandFor() {
        assertThat(Names.CKM.of(Ckm.SHA3_256_KEY_DERIVE)).isEqualTo("CKM_SHA3_256_KEY_DERIVATION");
    }

    @Test
    void aVendorsValueIsShownAsSuch() {
        assertThat(Names.CKM.of(0x80000123L)).isEqualTo("CKM_VENDOR_DEFINED|0x123");
    }

    @Test
    void anUnknownValueIsShownInHexadecimal() {
        assertThat(Names.CKR.of(0x7777)).isEqualTo("0x00007777");
    }

    @Test
    void namesAreFoundWithAndWithoutPrefixInAnyCase() {
        assertThat(Names.CKM.value("aes_gcm")).hasValue(Ckm.AES_GCM);
        assertThat(Names.CKM.value("CKM_AES_GCM")).hasValue(Ckm.AES_GCM);
        assertThat(Names.CKM.value("AES_NO_SUCH")).isEmpty();
    }

    @Test
    void flagsAreNamedFromTheCandidatesAndTheRestStays() {
        Map<Long, String> candidates = new LinkedHashMap<>();
        candidates.put(Ckf.RW_SESSION, "CKF_RW_SESSION");
        candidates.put(Ckf.SERIAL_SESSION, "CKF_SERIAL_SESSION");
        assertThat(Names.flags(6, candidates)).isEqualTo("CKF_RW_SESSION|CKF_SERIAL_SESSION");
        assertThat(Names.flags(12, candidates)).isEqualTo("CKF_SERIAL_SESSION|0x8");
        assertThat(Names.flags(0, candidates)).isEqualTo("0");
    }
}
