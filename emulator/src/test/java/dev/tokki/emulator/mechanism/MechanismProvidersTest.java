package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Selection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MechanismProvidersTest {
    private static final Crypto.Choice GCM = new Crypto.Choice("Cipher", "AES/GCM/NoPadding", "SunJCE");

    @Test
    void everyMechanismIsInTheTable() {
        assertThat(MechanismProviders.of(Crypto.of(Selection.PURE_JAVA)).keySet())
                .containsExactlyElementsOf(MechanismTable.all().declarations().stream()
                        .map(declaration -> declaration.type())
                        .toList());
    }

    /// A mechanism that is declared anew and asks no provider has to be in [OwnWork].
    @Test
    void onlyMechanismsThatCopyBytesHaveNobodyWhoComputes() {
        assertThat(MechanismProviders.of(Crypto.of(Selection.PURE_JAVA)).entrySet())
                .filteredOn(mechanism -> mechanism.getValue().isEmpty())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        Ckm.NULL,
                        Ckm.CONCATENATE_BASE_AND_KEY,
                        Ckm.CONCATENATE_BASE_AND_DATA,
                        Ckm.CONCATENATE_DATA_AND_BASE,
                        Ckm.XOR_BASE_AND_DATA,
                        Ckm.EXTRACT_KEY_FROM_KEY);
    }

    @Test
    void theTableIsOfTheProvidersThatAreAsked() {
        assertThat(MechanismProviders.of(Crypto.of(Selection.PURE_JAVA)).get(Ckm.AES_GCM))
                .contains(GCM);
        List<Crypto.Choice> alone = MechanismProviders.of(Crypto.bouncyCastle()).get(Ckm.AES_GCM);
        assertThat(alone).contains(new Crypto.Choice(GCM.service(), GCM.algorithm(), "BC"));
    }
}
