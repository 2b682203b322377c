package dev.tokki.emulator;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.call.Asynchronous.AsyncGetID;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.Objects;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Sessions.CloseAllSessions;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.emulator.mechanism.MechanismTable;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An emulator with a few keys, an application on it, and junk to call it with. Where a call has left the application
/// without a session, a new one is opened.
final class JunkWorld implements AutoCloseable {
    /// A call and what came of it.
    record Step(Call<?> call, Reply<?> reply) {}

    private static final int EJECTED_EVERY = 150;
    private static final byte[] P256 = Bytes.hex("06082a8648ce3d030107").array();

    private final Emulator emulator = Emulator.builder()
            .policy(TokenPolicy.standard()
                    .withTries(0, 0)
                    .withSessionLimits(20, 15)
                    .withAsyncSessions())
            .reader(0, TokenPlan.ready("junk", Bench.SO_PIN, Bench.USER_PIN))
            .slot(1)
            .build();
    private final Cryptoki module = emulator.connect();
    private final JunkCalls junk;
    private int steps;

    JunkWorld(long seed) {
        junk = new JunkCalls(new Random(seed), MechanismTable.all().list());
        furnish();
    }

    Step step() {
        if (++steps % EJECTED_EVERY == 0) {
            emulator.eject(0);
            emulator.insert(0);
            furnish();
        }
        Call<?> call = junk.next();
        Reply<?> reply = module.call(call);
        learn(call, reply);
        if (reply.rv().is(Ckr.CRYPTOKI_NOT_INITIALIZED)) {
            furnish();
        }
        return new Step(call, reply);
    }

    /// {@return what is left of sessions after all of them are closed: sessions counted, session objects found}
    List<String> leaks() {
        module.call(new Initialize()); // the last call may have been C_Finalize
        module.call(new CloseAllSessions(0));
        List<String> leaks = new ArrayList<>();
        long open = get(new GetTokenInfo(0)).sessionCount();
        if (open != 0) {
            leaks.add(open + " sessions");
        }
        long session = get(new OpenSession(0, Ckf.SERIAL_SESSION));
        module.call(new Objects.FindObjectsInit(session, Template.of(Attribute.of(Cka.TOKEN, false))));
        long objects = get(new Objects.FindObjects(session, Fill.of(100))).count();
        if (objects != 0) {
            leaks.add(objects + " session objects");
        }
        return leaks;
    }

    @Override
    public void close() {
        emulator.close();
    }

    private void furnish() {
        module.call(new Initialize()); // junk may have finalised it
        long session = get(new OpenSession(0, Ckf.SERIAL_SESSION | Ckf.RW_SESSION));
        junk.session(session);
        // The PIN may be another by now.
        module.call(new Login(session, Cku.USER, Bytes.utf8(Bench.USER_PIN)));
        for (long type : new long[] {Ckk.AES, Ckk.GENERIC_SECRET}) {
            junk.object(get(new CreateObject(
                    session,
                    Template.of(
                            Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                            Attribute.of(Cka.KEY_TYPE, type),
                            Attribute.of(Cka.PRIVATE, false),
                            Attribute.of(Cka.SENSITIVE, false),
                            Attribute.of(Cka.EXTRACTABLE, true),
                            Attribute.of(Cka.ENCRYPT, true),
                            Attribute.of(Cka.DECRYPT, true),
                            Attribute.of(Cka.SIGN, true),
                            Attribute.of(Cka.VERIFY, true),
                            Attribute.of(Cka.WRAP, true),
                            Attribute.of(Cka.UNWRAP, true),
                            Attribute.of(Cka.DERIVE, true),
                            Attribute.of(Cka.VALUE, new byte[32])))));
        }
        pair(session, Ckm.EC_KEY_PAIR_GEN, Attribute.of(Cka.EC_PARAMS, P256), Attribute.of(Cka.VERIFY, true));
        pair(session, Ckm.RSA_PKCS_KEY_PAIR_GEN, Attribute.of(Cka.MODULUS_BITS, 512), Attribute.of(Cka.ENCRYPT, true));
    }

    private void pair(long session, long mechanism, Attribute... publicTemplate) {
        KeyPair pair = get(new GenerateKeyPair(
                session,
                Mechanism.of(mechanism),
                Template.of(publicTemplate),
                Template.of(
                        Attribute.of(Cka.PRIVATE, false),
                        Attribute.of(Cka.SIGN, true),
                        new Attribute(Cka.EXTRACTABLE, Value.of(true)))));
        junk.object(pair.publicKey());
        junk.object(pair.privateKey());
    }

    private <R> R get(Call<R> call) {
        return module.call(call).orThrow(Function.of(call));
    }

    private void learn(Call<?> call, Reply<?> reply) {
        if (!reply.isOk() || reply.value() == null) {
            return;
        }
        if (call instanceof OpenSession && reply.value() instanceof Long session) {
            junk.session(session);
        } else if (call instanceof Objects.FindObjects && reply.value() instanceof ULongs found) {
            found.stream().forEach(junk::object);
        } else if (call instanceof AsyncGetID && reply.value() instanceof Long id) {
            junk.operation(id);
        } else if (reply.value() instanceof AsyncData result) {
            junk.object(result.object());
            junk.object(result.additionalObject());
        } else if (reply.value() instanceof KeyPair pair) {
            junk.object(pair.publicKey());
            junk.object(pair.privateKey());
        } else if ((call instanceof Objects || call instanceof KeyManagement) && reply.value() instanceof Long made) {
            junk.object(made);
        }
    }
}
