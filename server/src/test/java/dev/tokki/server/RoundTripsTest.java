package dev.tokki.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Digesting.Digest;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.Encryption.Encrypt;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.KeyManagement.GenerateKey;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.emulator.Emulator;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How often a program waits for the daemon, counted through the real module.
class RoundTripsTest {
    private final Emulator emulator = Emulator.inMemory("test", "12345678", "1234");
    private final NativeFace face = NativeFace.of(emulator::connect);
    private final NativeModule module = NativeModule.load(face.module(), Options.defaults());
    private final Application application = Application.initialise(module);
    private final Session session = application.token("test").openReadWrite();

    @BeforeEach
    void login() {
        session.login(Cku.USER, "1234");
    }

    @AfterEach
    void close() {
        application.close();
        face.close();
        emulator.close();
    }

    private <R> R value(Call<R> call) {
        Reply<R> reply = module.call(call);
        assertThat(reply.isOk()).as("%s", reply).isTrue();
        return Objects.requireNonNull(reply.value());
    }

    private long roundTrips(Call<?> call) {
        long before = face.daemon().traffic().roundTrips();
        assertThat(module.call(call).isOk()).isTrue();
        return face.daemon().traffic().roundTrips() - before;
    }

    @Test
    void aCallThatOnlyAnswersTakesOne() {
        assertThat(roundTrips(new GetInfo(Out.here()))).isEqualTo(1);
        assertThat(roundTrips(new GetTokenInfo(0, Out.here()))).isEqualTo(1);
        assertThat(roundTrips(new GetSessionInfo(session.handle(), Out.here()))).isEqualTo(1);
    }

    @Test
    void dataAMechanismAndTheRoomForTheAnswerComeWithTheCall() {
        assertThat(roundTrips(new DigestInit(session.handle(), Mechanism.of(Ckm.SHA256))))
                .isEqualTo(1);
        assertThat(roundTrips(new Digest(session.handle(), Bytes.of(new byte[1000]), Buffer.of(32))))
                .isEqualTo(1);
    }

    @Test
    void longDataIsAskedFor() {
        assertThat(roundTrips(new DigestInit(session.handle(), Mechanism.of(Ckm.SHA256))))
                .isEqualTo(1);
        assertThat(roundTrips(new Digest(session.handle(), Bytes.of(new byte[100_000]), Buffer.of(32))))
                .isEqualTo(2);
    }

    @Test
    void aParameterTakesOneMoreForEachLevel() {
        long key = value(aesKey());
        Mechanism gcm =
                Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.of(new byte[20]), 128));
        // CK_GCM_PARAMS, what that points to, and the return.
        assertThat(roundTrips(new EncryptInit(session.handle(), gcm, key))).isEqualTo(3);
        assertThat(roundTrips(new Encrypt(session.handle(), Bytes.of(new byte[64]), Buffer.of(80))))
                .isEqualTo(1);
    }

    @Test
    void theValuesOfATemplateAreFetchedAtOnce() {
        assertThat(roundTrips(aesKey())).isEqualTo(2);
    }

    private GenerateKey aesKey() {
        return new GenerateKey(
                session.handle(),
                Mechanism.of(Ckm.AES_KEY_GEN),
                Template.of(
                        Attribute.of(Cka.VALUE_LEN, 16),
                        Attribute.of(Cka.TOKEN, false),
                        Attribute.of(Cka.LABEL, "label"),
                        Attribute.of(Cka.ID, new byte[] {1}),
                        Attribute.of(Cka.ENCRYPT, true),
                        Attribute.of(Cka.DECRYPT, true)));
    }
}
