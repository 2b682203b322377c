package dev.tokki.trace.lesson;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cku;
import dev.tokki.trace.Recorded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a learner does at a token, in few words.
record Desk(Cryptoki module) {
    <R> Reply<R> call(Call<R> call) {
        return module.call(call);
    }

    Desk initialise() {
        call(new GeneralPurpose.Initialize(InitializeArgs.flags(Ckf.OS_LOCKING_OK)));
        return this;
    }

    long open(boolean readWrite) {
        return call(new Sessions.OpenSession(0, Ckf.SERIAL_SESSION | (readWrite ? Ckf.RW_SESSION : 0)))
                .outputs();
    }

    Reply<Void> login(long session) {
        return login(session, Cku.USER, Recorded.USER_PIN);
    }

    Reply<Void> login(long session, long user, String pin) {
        return call(new Sessions.Login(session, user, Bytes.utf8(pin)));
    }

    /// {@return a read/write session with the user logged in}
    long ready() {
        initialise();
        long session = open(true);
        login(session);
        return session;
    }

    long aes(long session, Attribute... more) {
        List<Attribute> template = new ArrayList<>(List.of(Attribute.of(Cka.VALUE_LEN, 16)));
        template.addAll(Arrays.asList(more));
        return call(new KeyManagement.GenerateKey(session, Mechanism.of(Ckm.AES_KEY_GEN), Template.of(template)))
                .outputs();
    }
}
