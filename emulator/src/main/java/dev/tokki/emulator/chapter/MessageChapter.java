package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.Mechanisms;
import dev.tokki.emulator.mechanism.declare.Told;
import dev.tokki.emulator.mechanism.work.MessageCipher;
import dev.tokki.emulator.operation.Beginning;
import dev.tokki.emulator.operation.KeyUse;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.MessageCiphering;
import dev.tokki.emulator.operation.MessageSigning;
import dev.tokki.emulator.operation.MessageVerifying;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;
import java.util.Optional;

/// The beginnings of message-based processes, sections 5.9, 5.11, 5.14 and 5.16.
public final class MessageChapter {
    private MessageChapter() {}

    /// Begins to encrypt messages (section 5.9.1). The key's `CKA_ENCRYPT` must be true.
    public static void encryptInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.MESSAGE_ENCRYPTION, Function.MESSAGE_ENCRYPT_INIT);
        KeyView view = KeyPermission.key(session, key);
        MessageCipher cipher = session.token().mechanisms().messageEncrypt(mechanism, view);
        KeyPermission.check(session, view, Cka.ENCRYPT, mechanism, Function.MESSAGE_ENCRYPT_INIT);
        session.operations()
                .begin(
                        Kind.MESSAGE_ENCRYPTION,
                        new MessageCiphering(cipher, KeyUse.of(view), Function.ENCRYPT_MESSAGE_BEGIN),
                        new Beginning(mechanism, Optional.of(view)));
    }

    /// Begins to decrypt messages (section 5.11.1). The key's `CKA_DECRYPT` must be true.
    public static void decryptInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.MESSAGE_DECRYPTION, Function.MESSAGE_DECRYPT_INIT);
        KeyView view = KeyPermission.key(session, key);
        MessageCipher cipher = session.token().mechanisms().messageDecrypt(mechanism, view);
        KeyPermission.check(session, view, Cka.DECRYPT, mechanism, Function.MESSAGE_DECRYPT_INIT);
        session.operations()
                .begin(
                        Kind.MESSAGE_DECRYPTION,
                        new MessageCiphering(cipher, KeyUse.of(view), Function.DECRYPT_MESSAGE_BEGIN),
                        new Beginning(mechanism, Optional.of(view)));
    }

    /// Begins to sign messages (section 5.14.1). The key's `CKA_SIGN` must be true.
    public static void signInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.MESSAGE_SIGNING, Function.MESSAGE_SIGN_INIT);
        KeyView view = KeyAmongOthers.of(KeyPermission.key(session, key), session, mechanism);
        Mechanisms mechanisms = session.token().mechanisms();
        // Begun for nothing, so that a mechanism or a key that cannot sign is refused here.
        mechanisms.sign(mechanism, view);
        checkOffered(mechanisms, mechanism, Ckf.MESSAGE_SIGN, Function.MESSAGE_SIGN_INIT);
        KeyPermission.check(session, view, Cka.SIGN, mechanism, Function.MESSAGE_SIGN_INIT);
        session.operations()
                .begin(
                        Kind.MESSAGE_SIGNING,
                        new MessageSigning(
                                () -> mechanisms.sign(mechanism, view), mechanism.parameter(), KeyUse.of(view)),
                        new Beginning(mechanism, Optional.of(view)));
    }

    /// Begins to verify messages (section 5.16.1). The key's `CKA_VERIFY` must be true.
    public static void verifyInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.MESSAGE_VERIFICATION, Function.MESSAGE_VERIFY_INIT);
        KeyView view = KeyAmongOthers.of(KeyPermission.key(session, key), session, mechanism);
        Mechanisms mechanisms = session.token().mechanisms();
        mechanisms.verify(mechanism, view);
        checkOffered(mechanisms, mechanism, Ckf.MESSAGE_VERIFY, Function.MESSAGE_VERIFY_INIT);
        KeyPermission.check(session, view, Cka.VERIFY, mechanism, Function.MESSAGE_VERIFY_INIT);
        session.operations()
                .begin(
                        Kind.MESSAGE_VERIFICATION,
                        new MessageVerifying(
                                () -> mechanisms.verify(mechanism, view), mechanism.parameter(), KeyUse.of(view)),
                        new Beginning(mechanism, Optional.of(view)));
    }

    /// What signs can sign messages, unless the token's policy says otherwise.
    private static void checkOffered(Mechanisms mechanisms, Mechanism mechanism, long flag, Function function) {
        if ((mechanisms.info(mechanism.type()).flags() & flag) == 0) {
            if (mechanisms.isTold(mechanism.type(), flag)) {
                throw Told.mechanism("use " + Names.CKM.of(mechanism.type()) + " for messages", function.section());
            }
            throw Refusal.of(
                    Ckr.MECHANISM_INVALID,
                    "pMechanism->mechanism",
                    "The token does not offer " + Names.CKM.of(mechanism.type()) + " for messages.",
                    function.section(),
                    "Choose a mechanism whose flags in C_GetMechanismInfo allow it.");
        }
    }
}
