package dev.tokki.emulator.edge;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Encryption;
import dev.tokki.emulator.chapter.CipherChapter;
import dev.tokki.emulator.operation.Ciphering;
import dev.tokki.emulator.operation.Kind;

/// The calls of sections 5.8 and 5.10, encryption and decryption.
final class CipherCalls {
    private CipherCalls() {}

    static Reply<?> answer(Arrival in, Encryption<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case Encryption.EncryptInit c ->
                in.begin(
                        c.session(),
                        Kind.ENCRYPTION,
                        c.mechanism(),
                        (session, mechanism) -> CipherChapter.encryptInit(session, mechanism, c.key()));
            case Encryption.Encrypt c ->
                in.output(
                        c.session(),
                        Kind.ENCRYPTION,
                        Ciphering.class,
                        c.encryptedData(),
                        one -> one.onePart(arguments.bytes(c.data(), "pData"), in.function()));
            case Encryption.EncryptUpdate c ->
                in.output(
                        c.session(),
                        Kind.ENCRYPTION,
                        Ciphering.class,
                        c.encryptedPart(),
                        one -> one.part(arguments.bytes(c.part(), "pPart"), in.function()));
            case Encryption.EncryptFinal c ->
                in.output(
                        c.session(),
                        Kind.ENCRYPTION,
                        Ciphering.class,
                        c.lastEncryptedPart(),
                        one -> one.lastPart(in.function()));
        };
    }

    static Reply<?> answer(Arrival in, Decryption<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case Decryption.DecryptInit c ->
                in.begin(
                        c.session(),
                        Kind.DECRYPTION,
                        c.mechanism(),
                        (session, mechanism) -> CipherChapter.decryptInit(session, mechanism, c.key()));
            case Decryption.Decrypt c ->
                in.output(
                        c.session(),
                        Kind.DECRYPTION,
                        Ciphering.class,
                        c.data(),
                        one -> one.onePart(arguments.bytes(c.encryptedData(), "pEncryptedData"), in.function()));
            case Decryption.DecryptUpdate c ->
                in.output(
                        c.session(),
                        Kind.DECRYPTION,
                        Ciphering.class,
                        c.part(),
                        one -> one.part(arguments.bytes(c.encryptedPart(), "pEncryptedPart"), in.function()));
            case Decryption.DecryptFinal c ->
                in.output(
                        c.session(),
                        Kind.DECRYPTION,
                        Ciphering.class,
                        c.lastPart(),
                        one -> one.lastPart(in.function()));
        };
    }
}
