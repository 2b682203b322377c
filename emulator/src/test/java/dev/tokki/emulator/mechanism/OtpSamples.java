package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.MessageVerification;
import dev.tokki.api.call.Signing;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.KipParameter;
import dev.tokki.api.parameter.OtpParameter;
import dev.tokki.api.parameter.OtpSignature;
import dev.tokki.api.parameter.Parameter;
import java.util.List;

/// Parameters of one-time passwords and of CT-KIP, and the proof of passwords, which are no signatures of data.
final class OtpSamples {
    private OtpSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(w -> new OtpParameter.Entries(List.of()), Ckm.HOTP);
        recipes.put(
                w -> new KipParameter.Kip(
                        Mechanism.of(Ckm.SHA256), w.wrappable().handle(), bytes(16)),
                Ckm.KIP_DERIVE);
        recipes.put(w -> new KipParameter.Kip(Mechanism.of(Ckm.SHA256), 0, Bytes.NULL), Ckm.KIP_MAC);
        recipes.put(w -> new KipParameter.Kip(Mechanism.of(Ckm.AES_KEY_WRAP_KWP), 0, Bytes.NULL), Ckm.KIP_WRAP);
    }

    static List<Attribute> keyAttributes() {
        return List.of(Attribute.of(Cka.OTP_COUNTER, new byte[8]));
    }

    /// {@return a parameter with a counter}
    static OtpParameter.Entries counter(int counter) {
        byte[] bytes = {0, 0, 0, 0, 0, 0, 0, (byte) counter};
        return new OtpParameter.Entries(
                List.of(new OtpParameter.Entry(Ck.OTP_COUNTER, new Parameter.Raw(Bytes.of(bytes)))));
    }

    /// {@return the next password of a key}
    static byte[] password(Workshop workshop, Key key) {
        Mechanism mechanism = Mechanism.of(Ckm.HOTP, new OtpParameter.Entries(List.of()));
        workshop.run(new Signing.SignInit(workshop.session().handle(), mechanism, key.handle()));
        byte[] block =
                workshop.bytes(room -> new Signing.Sign(workshop.session().handle(), Bytes.EMPTY, room));
        return OtpSignature.password(Bytes.of(block)).orElseThrow().copy();
    }

    /// The same as messages without content.
    static void proveMessages(Workshop workshop) {
        long session = workshop.session().handle();
        Key key = workshop.secret(Ckk.HOTP, Cka.SIGN, 0x5A);
        Mechanism mechanism = Mechanism.of(Ckm.HOTP, new OtpParameter.Entries(List.of()));
        workshop.run(new MessageSigning.MessageSignInit(session, mechanism, key.handle()));
        List<Bytes> blocks =
                List.of(SignedMessages.atOnce(workshop, Bytes.EMPTY), SignedMessages.inParts(workshop, Bytes.EMPTY));
        workshop.run(new MessageSigning.MessageSignFinal(session));
        for (int i = 0; i < blocks.size(); i++) {
            Bytes password = OtpSignature.password(blocks.get(i)).orElseThrow();
            workshop.run(new MessageVerification.MessageVerifyInit(
                    session, Mechanism.of(Ckm.HOTP, counter(i)), key.handle()));
            workshop.run(new MessageVerification.VerifyMessage(session, Parameter.none(), Bytes.EMPTY, password));
            workshop.run(new MessageVerification.MessageVerifyFinal(session));
        }
    }

    /// Passwords follow one another, and each is verified by its own counter only.
    static void prove(Workshop workshop) {
        Key key = workshop.secret(Ckk.HOTP, Cka.SIGN, 0x5A);
        for (int i = 0; i < 3; i++) {
            byte[] password = password(workshop, key);
            assertThat(key.bytes(Cka.OTP_COUNTER)[7]).isEqualTo((byte) (i + 1));
            assertThat(key.verify(Mechanism.of(Ckm.HOTP, counter(i)), new byte[0], password))
                    .isTrue();
            assertThat(key.verify(Mechanism.of(Ckm.HOTP, counter(i + 1)), new byte[0], password))
                    .isFalse();
        }
    }
}
