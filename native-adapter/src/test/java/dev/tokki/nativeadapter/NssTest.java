package dev.tokki.nativeadapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Buffer;
import dev.tokki.api.Interface;
import dev.tokki.api.Interfaces;
import dev.tokki.api.Version;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.GetInterface;
import dev.tokki.api.call.GeneralPurpose.GetInterfaceList;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The adapter on NSS softoken: a C module of version 3.0 that wants its configuration in `pReserved`.
final class NssTest {
    private NativeModule module;

    @BeforeEach
    void initialize() {
        module = NativeModule.load(Modules.NSS, Modules.nss());
        assertThat(module.call(new Initialize()).rv()).hasToString("CKR_OK");
    }

    @AfterEach
    void finalizeModule() {
        if (module != null) {
            module.close();
        }
    }

    @Test
    void tableComesFromGetInterface() {
        assertThat(module.tableVersion()).isEqualTo(Version.V3_0);
        assertThat(module.call(new GetInfo()).outputs().cryptokiVersion()).isEqualTo(Version.V3_0);
        assertThat(module.toString()).contains("C_GetInterface");
    }

    @Test
    void interfacesAreListedAndFound() {
        Interfaces query = module.call(new GetInterfaceList(Buffer.query())).outputs();
        Interfaces all =
                module.call(new GetInterfaceList(Buffer.of(query.count()))).outputs();
        assertThat(all.values())
                .hasSize((int) query.count())
                .extracting(Interface::name)
                .contains("PKCS 11");
        Interface found =
                module.call(new GetInterface("PKCS 11", Version.V3_0, 0)).outputs();
        assertThat(found.version()).isEqualTo(Version.V3_0);
        assertThat(all.values()).contains(found);
    }

    @Test
    void slotsAreThere() {
        assertThat(module.call(new GetSlotList(true, Buffer.of(10))).outputs().toArray())
                .isNotEmpty();
    }
}
