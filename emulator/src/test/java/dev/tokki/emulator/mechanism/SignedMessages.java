package dev.tokki.emulator.mechanism;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.MessageVerification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.Use;
import java.util.Arrays;

/// Messages signed and verified through the calls: several in one process, at once and in parts.
final class SignedMessages {
    private static final Parameter NONE = Parameter.none();

    private final Workshop workshop;
    private final long session;

    SignedMessages(Workshop workshop) {
        this.workshop = workshop;
        this.session = workshop.session().handle();
    }

    void verifiesMessages(Declaration<?> declaration) {
        if (declaration.keys().kind() == KeyRule.Kind.ONE_TIME) {
            OtpSamples.proveMessages(workshop);
            return;
        }
        Mechanism mechanism =
                Mechanism.of(declaration.type(), Samples.parameter(workshop, declaration.type(), Use.SIGN));
        Bytes data = Bytes.of(Samples.data(mechanism.type()));
        Key signing = workshop.key(declaration.keys(), false, Cka.SIGN);
        Key verifying = declaration.keys().isPair() ? workshop.key(declaration.keys(), true, Cka.VERIFY) : signing;
        workshop.run(new MessageSigning.MessageSignInit(session, mechanism, signing.handle()));
        Bytes first = atOnce(workshop, data);
        Bytes second = inParts(workshop, data);
        workshop.run(new MessageSigning.MessageSignFinal(session));
        workshop.run(new MessageVerification.MessageVerifyInit(session, mechanism, verifying.handle()));
        // Each is verified the way the other was made.
        verifyInParts(data, first);
        workshop.run(new MessageVerification.VerifyMessage(session, NONE, data, second));
        workshop.run(new MessageVerification.MessageVerifyFinal(session));
    }

    /// {@return the signature of a message in a process that has begun}
    static Bytes atOnce(Workshop workshop, Bytes data) {
        long session = workshop.session().handle();
        return Bytes.of(workshop.bytes(room -> new MessageSigning.SignMessage(session, NONE, data, room)));
    }

    /// {@return the signature of a message that comes in two parts}
    static Bytes inParts(Workshop workshop, Bytes data) {
        long session = workshop.session().handle();
        workshop.run(new MessageSigning.SignMessageBegin(session, NONE));
        workshop.run(new MessageSigning.SignMessageNext(session, NONE, head(data), Buffer.none()));
        return Bytes.of(workshop.bytes(room -> new MessageSigning.SignMessageNext(session, NONE, tail(data), room)));
    }

    private void verifyInParts(Bytes data, Bytes signature) {
        workshop.run(new MessageVerification.VerifyMessageBegin(session, NONE));
        workshop.run(new MessageVerification.VerifyMessageNext(session, NONE, head(data), Bytes.NULL));
        workshop.run(new MessageVerification.VerifyMessageNext(session, NONE, tail(data), signature));
    }

    private static Bytes head(Bytes data) {
        return Bytes.of(Arrays.copyOf(data.array(), data.array().length / 3));
    }

    private static Bytes tail(Bytes data) {
        return Bytes.of(Arrays.copyOfRange(data.array(), data.array().length / 3, data.array().length));
    }
}
