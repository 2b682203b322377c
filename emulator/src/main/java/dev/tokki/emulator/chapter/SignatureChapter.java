package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.work.Recoverer;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.operation.Beginning;
import dev.tokki.emulator.operation.KeyUse;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.Recovering;
import dev.tokki.emulator.operation.Signing;
import dev.tokki.emulator.operation.Verifying;
import dev.tokki.emulator.operation.VerifyingKnown;
import dev.tokki.emulator.session.Session;
import java.util.Optional;

/// Signing and verifying, sections 5.13 and 5.15.
public final class SignatureChapter {
    private SignatureChapter() {}

    /// Begins a signature (section 5.13.1). The key's `CKA_SIGN` must be true.
    public static void signInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.SIGNING, Function.SIGN_INIT);
        KeyView view = KeyAmongOthers.of(KeyPermission.key(session, key), session, mechanism);
        Signer signer = session.token().mechanisms().sign(mechanism, view);
        KeyPermission.check(session, view, Cka.SIGN, mechanism, Function.SIGN_INIT);
        session.operations()
                .begin(Kind.SIGNING, new Signing(signer, KeyUse.of(view)), new Beginning(mechanism, Optional.of(view)));
    }

    /// Begins a verification (section 5.15.1). The key's `CKA_VERIFY` must be true.
    public static void verifyInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.VERIFICATION, Function.VERIFY_INIT);
        KeyView view = KeyAmongOthers.of(KeyPermission.key(session, key), session, mechanism);
        session.operations()
                .begin(
                        Kind.VERIFICATION,
                        verifying(session, mechanism, view, Function.VERIFY_INIT),
                        new Beginning(mechanism, Optional.of(view)));
    }

    /// Begins a verification of a signature that is told first (section 5.15.7).
    ///
    /// @param signature the signature, not shared
    public static void verifySignatureInit(Session session, Mechanism mechanism, long key, byte[] signature) {
        session.operations().checkNone(Kind.VERIFICATION, Function.VERIFY_SIGNATURE_INIT);
        KeyView view = KeyAmongOthers.of(KeyPermission.key(session, key), session, mechanism);
        Verifying verifying = verifying(session, mechanism, view, Function.VERIFY_SIGNATURE_INIT);
        session.operations()
                .begin(
                        Kind.VERIFICATION,
                        new VerifyingKnown(verifying, signature),
                        new Beginning(mechanism, Optional.of(view)));
    }

    /// Begins a signature with recovery (section 5.13.5). The key's `CKA_SIGN_RECOVER` must be true.
    public static void signRecoverInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.SIGN_RECOVERY, Function.SIGN_RECOVER_INIT);
        KeyView view = KeyAmongOthers.of(KeyPermission.key(session, key), session, mechanism);
        Signer signer = session.token().mechanisms().signRecover(mechanism, view);
        KeyPermission.check(session, view, Cka.SIGN_RECOVER, mechanism, Function.SIGN_RECOVER_INIT);
        session.operations()
                .begin(
                        Kind.SIGN_RECOVERY,
                        new Signing(signer, KeyUse.of(view)),
                        new Beginning(mechanism, Optional.of(view)));
    }

    /// Begins a verification with recovery (section 5.15.5). The key's `CKA_VERIFY_RECOVER` must be true.
    public static void verifyRecoverInit(Session session, Mechanism mechanism, long key) {
        session.operations().checkNone(Kind.VERIFY_RECOVERY, Function.VERIFY_RECOVER_INIT);
        KeyView view = KeyAmongOthers.of(KeyPermission.key(session, key), session, mechanism);
        Recoverer recoverer = session.token().mechanisms().verifyRecover(mechanism, view);
        KeyPermission.check(session, view, Cka.VERIFY_RECOVER, mechanism, Function.VERIFY_RECOVER_INIT);
        session.operations()
                .begin(
                        Kind.VERIFY_RECOVERY,
                        new Recovering(recoverer, KeyUse.of(view)),
                        new Beginning(mechanism, Optional.of(view)));
    }

    private static Verifying verifying(Session session, Mechanism mechanism, KeyView view, Function function) {
        Verifier verifier = session.token().mechanisms().verify(mechanism, view);
        KeyPermission.check(session, view, Cka.VERIFY, mechanism, function);
        return new Verifying(verifier, KeyUse.of(view));
    }
}
