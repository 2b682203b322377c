package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.MechanismInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MechanismTableTest {
    private final MechanismTable table = MechanismTable.all();

    @Test
    void listIsAscending() {
        assertThat(table.list()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theBaselineProfileFindsItsMechanisms() {
        assertThat(table.list()).contains(Ckm.SHA512, Ckm.RSA_PKCS_KEY_PAIR_GEN, Ckm.RSA_PKCS);
        assertThat(table.info(Ckm.SHA512)).isEqualTo(new MechanismInfo(0, 0, Ckf.DIGEST));
        assertThat(table.info(Ckm.RSA_PKCS_KEY_PAIR_GEN))
                .isEqualTo(new MechanismInfo(512, 16384, Ckf.GENERATE_KEY_PAIR));
        assertThat(table.info(Ckm.RSA_PKCS))
                .isEqualTo(new MechanismInfo(
                        512,
                        16384,
                        Ckf.ENCRYPT
                                | Ckf.DECRYPT
                                | Ckf.SIGN
                                | Ckf.VERIFY
                                | Ckf.SIGN_RECOVER
                                | Ckf.VERIFY_RECOVER
                                | Ckf.MESSAGE_SIGN
                                | Ckf.MESSAGE_VERIFY
                                | Ckf.MULTI_MESSAGE
                                | Ckf.WRAP
                                | Ckf.UNWRAP
                                | Ckf.ENCAPSULATE
                                | Ckf.DECAPSULATE));
    }

    @Test
    void everyMechanismCanDoSomething() {
        assertThat(Arrays.stream(table.list()).filter(type -> table.info(type).flags() == 0))
                .isEmpty();
    }
}
