package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.operation.Beginning;
import dev.tokki.emulator.operation.Ciphering;
import dev.tokki.emulator.operation.KeyUse;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.session.Session;
import java.util.Optional;

/// Encryption and decryption, sections 5.8 and 5.10.
public final class CipherChapter {
    private CipherChapter() {}

    /// Begins an encryption (section 5.8.1). The key's `CKA_ENCRYPT` must be true.
    public static void encryptInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.ENCRYPTION, Function.ENCRYPT_INIT);
        KeyView view = KeyPermission.key(session, key);
        CipherOperation cipher = session.token().mechanisms().encrypt(mechanism, view);
        KeyPermission.check(session, view, Cka.ENCRYPT, mechanism, Function.ENCRYPT_INIT);
        session.operations()
                .begin(
                        Kind.ENCRYPTION,
                        new Ciphering(cipher, KeyUse.of(view)),
                        new Beginning(mechanism, Optional.of(view)));
    }

    /// Begins a decryption (section 5.10.1). The key's `CKA_DECRYPT` must be true.
    public static void decryptInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.DECRYPTION, Function.DECRYPT_INIT);
        KeyView view = KeyPermission.key(session, key);
        CipherOperation cipher = session.token().mechanisms().decrypt(mechanism, view);
        KeyPermission.check(session, view, Cka.DECRYPT, mechanism, Function.DECRYPT_INIT);
        session.operations()
                .begin(
                        Kind.DECRYPTION,
                        new Ciphering(cipher, KeyUse.of(view)),
                        new Beginning(mechanism, Optional.of(view)));
    }
}
