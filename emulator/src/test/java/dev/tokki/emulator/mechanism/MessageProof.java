package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.call.MessageDecryption;
import dev.tokki.api.call.MessageEncryption;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.ChaChaParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import java.util.Arrays;
import java.util.Objects;

/// Messages encrypted and decrypted through the calls: several of them in one process, at once and in parts.
final class MessageProof {
    private static final Bytes DATA = Recipes.bytes(48);
    private static final Bytes AAD = Recipes.bytes(4);

    private final Workshop workshop;
    private final long session;

    /// An encrypted message, and the parameter with the tag that belongs to it.
    private record Sealed(Bytes ciphertext, Parameter parameter) {}

    private MessageProof(Workshop workshop) {
        this.workshop = workshop;
        this.session = workshop.session().handle();
    }

    static void of(Workshop workshop, Declaration<?> declaration) {
        new MessageProof(workshop).prove(declaration);
    }

    private void prove(Declaration<?> declaration) {
        Mechanism mechanism = Mechanism.of(declaration.type());
        Key key = workshop.key(declaration.keys(), true, Cka.ENCRYPT);

        workshop.run(new MessageEncryption.MessageEncryptInit(session, mechanism, key.handle()));
        Sealed first = atOnce(parameter(declaration.type(), 1));
        Sealed second = inParts(parameter(declaration.type(), 2));
        workshop.run(new MessageEncryption.MessageEncryptFinal(session));
        assertThat(first.ciphertext()).isNotEqualTo(DATA).isNotEqualTo(second.ciphertext());

        workshop.run(new MessageDecryption.MessageDecryptInit(session, mechanism, key.handle()));
        // Each is opened the way the other was made.
        assertThat(openedInParts(first)).isEqualTo(DATA);
        assertThat(openedAtOnce(second)).isEqualTo(DATA);
        workshop.run(new MessageDecryption.MessageDecryptFinal(session));
    }

    private Sealed atOnce(Parameter parameter) {
        Reply<Output> reply =
                workshop.reply(new MessageEncryption.EncryptMessage(session, parameter, AAD, DATA, Buffer.of(100)));
        return new Sealed(bytes(reply), Objects.requireNonNull(reply.parameter()));
    }

    private Sealed inParts(Parameter parameter) {
        workshop.run(new MessageEncryption.EncryptMessageBegin(session, parameter, AAD));
        Bytes start = bytes(workshop.reply(
                new MessageEncryption.EncryptMessageNext(session, parameter, part(DATA, 0, 5), Buffer.of(100), 0)));
        Reply<Output> end = workshop.reply(new MessageEncryption.EncryptMessageNext(
                session, parameter, part(DATA, 5, DATA.length()), Buffer.of(100), Ckf.END_OF_MESSAGE));
        return new Sealed(joined(start, bytes(end)), Objects.requireNonNull(end.parameter()));
    }

    private Bytes openedAtOnce(Sealed sealed) {
        return bytes(workshop.reply(new MessageDecryption.DecryptMessage(
                session, sealed.parameter(), AAD, sealed.ciphertext(), Buffer.of(100))));
    }

    private Bytes openedInParts(Sealed sealed) {
        Bytes ciphertext = sealed.ciphertext();
        workshop.run(new MessageDecryption.DecryptMessageBegin(session, sealed.parameter(), AAD));
        Bytes start = bytes(workshop.reply(new MessageDecryption.DecryptMessageNext(
                session, sealed.parameter(), part(ciphertext, 0, 9), Buffer.of(100), 0)));
        Bytes end = bytes(workshop.reply(new MessageDecryption.DecryptMessageNext(
                session,
                sealed.parameter(),
                part(ciphertext, 9, ciphertext.length()),
                Buffer.of(100),
                Ckf.END_OF_MESSAGE)));
        return joined(start, end);
    }

    private static Bytes bytes(Reply<Output> reply) {
        return Bytes.of(reply.outputs().array());
    }

    private static Bytes part(Bytes whole, int from, long to) {
        return Bytes.of(Arrays.copyOfRange(whole.array(), from, (int) to));
    }

    private static Bytes joined(Bytes first, Bytes second) {
        byte[] both = Arrays.copyOf(first.array(), first.array().length + second.array().length);
        System.arraycopy(second.array(), 0, both, first.array().length, second.array().length);
        return Bytes.of(both);
    }

    private static Parameter parameter(long mechanism, int nonce) {
        Bytes tag = Bytes.of(new byte[16]);
        if (mechanism == Ckm.AES_CCM) {
            return new AesParameter.CcmMessage(48, nonce(12, nonce), 0, Ckg.NO_GENERATE, tag);
        }
        if (mechanism == Ckm.AES_GCM) {
            return new AesParameter.GcmMessage(nonce(12, nonce), 0, Ckg.NO_GENERATE, tag, 128);
        }
        return new ChaChaParameter.Poly1305Message(nonce(mechanism == Ckm.CHACHA20_POLY1305 ? 12 : 24, nonce), tag);
    }

    private static Bytes nonce(int length, int last) {
        byte[] bytes = Recipes.bytes(length).copy();
        bytes[length - 1] = (byte) last;
        return Bytes.of(bytes);
    }
}
