package dev.tokki.emulator.chapter;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.Mechanisms;
import dev.tokki.emulator.operation.Beginning;
import dev.tokki.emulator.operation.Ciphering;
import dev.tokki.emulator.operation.Digesting;
import dev.tokki.emulator.operation.KeyUse;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.Operations;
import dev.tokki.emulator.operation.Savable;
import dev.tokki.emulator.operation.Signing;
import dev.tokki.emulator.operation.Verifying;
import dev.tokki.emulator.operation.VerifyingKnown;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;
import dev.tokki.emulator.state.Fingerprint;
import dev.tokki.emulator.state.SavedState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Operations saved and restored, sections 5.6.6 and 5.6.7.
public final class StateChapter {
    private static final Set<Kind> CIPHERS = Set.of(Kind.ENCRYPTION, Kind.DECRYPTION);
    private static final Set<Kind> SIGNATURES = Set.of(Kind.SIGNING, Kind.VERIFICATION);

    private StateChapter() {}

    /// {@return the state of the session's operations, sealed (section 5.6.6)}
    public static byte[] save(Session session) {
        List<Operations.Saved> active = session.operations().savable();
        if (active.isEmpty()) {
            throw Refusal.of(
                    Ckr.OPERATION_NOT_INITIALIZED,
                    "hSession",
                    "The session is not encrypting, decrypting, digesting, signing or verifying; nothing else can be"
                            + " saved.",
                    Function.GET_OPERATION_STATE.section(),
                    "Begin such an operation first.");
        }
        List<SavedState.One> operations =
                active.stream().map(StateChapter::saved).toList();
        checkOneKey(operations, CIPHERS, "hEncryptionKey");
        checkOneKey(operations, SIGNATURES, "hAuthenticationKey");
        return session.token().stateSeal().seal(new SavedState(session.state(), operations).encode());
    }

    private static SavedState.One saved(Operations.Saved one) {
        Optional<Bytes> signature = one.operation() instanceof VerifyingKnown known
                ? Optional.of(Bytes.of(known.signature()))
                : Optional.empty();
        return new SavedState.One(
                one.kind(),
                one.beginning().mechanism(),
                one.beginning().key().map(key -> Fingerprint.of(key.attributes())),
                one.beginning().key().map(key -> Bytes.of(key.attributes().bytes(Cka.UNIQUE_ID))),
                signature,
                one.operation().inputs().parts());
    }

    /// C_SetOperationState takes one key for both of two operations.
    private static void checkOneKey(List<SavedState.One> operations, Set<Kind> kinds, String argument) {
        long keys = operations.stream()
                .filter(one -> kinds.contains(one.kind()))
                .map(SavedState.One::key)
                .distinct()
                .count();
        if (keys > 1) {
            throw Refusal.of(
                    Ckr.STATE_UNSAVEABLE,
                    "the session",
                    "Two of its operations use different keys, and C_SetOperationState has only " + argument
                            + " for both.",
                    Function.GET_OPERATION_STATE.section(),
                    "Finish one of the two first.");
        }
    }

    /// Restores operations (section 5.6.7); those in progress are cancelled, but only if all can be restored.
    ///
    /// @param encryptionKey handle of the key of an encryption or decryption; 0 for none
    /// @param authenticationKey handle of the key of a signature, MAC or verification; 0 for none
    public static void restore(Session session, byte[] sealed, long encryptionKey, long authenticationKey) {
        SavedState state = opened(session, sealed);
        Optional<KeyView> cipherKey = key(session, state, CIPHERS, encryptionKey, "hEncryptionKey");
        Optional<KeyView> signatureKey = key(session, state, SIGNATURES, authenticationKey, "hAuthenticationKey");
        List<Operations.Saved> restored = new ArrayList<>();
        for (SavedState.One one : state.operations()) {
            Optional<KeyView> key = CIPHERS.contains(one.kind())
                    ? cipherKey
                    : SIGNATURES.contains(one.kind()) ? signatureKey : Optional.empty();
            Savable operation = begun(session, one, key);
            one.parts().forEach(part -> operation.replay(part.array()));
            restored.add(new Operations.Saved(one.kind(), operation, new Beginning(one.mechanism(), key)));
        }
        session.operations().endAll();
        restored.forEach(one -> session.operations().begin(one.kind(), one.operation(), one.beginning()));
    }

    private static SavedState opened(Session session, byte[] sealed) {
        SavedState state = session.token()
                .stateSeal()
                .open(sealed)
                .flatMap(SavedState::decode)
                .orElseThrow(() -> invalid(
                        "It is not what C_GetOperationState gave of this token, as it is since it was initialised.",
                        "Pass the state as it was saved, whole."));
        if (state.sessionState() != session.state()) {
            throw invalid(
                    "It was saved in a session of another state (read-only or read/write, logged in or not).",
                    "Restore it in a session of the same state.");
        }
        return state;
    }

    private static Refusal invalid(String rule, String remedy) {
        return Refusal.of(
                Ckr.SAVED_STATE_INVALID, "pOperationState", rule, Function.SET_OPERATION_STATE.section(), remedy);
    }

    private static Optional<KeyView> key(
            Session session, SavedState state, Set<Kind> kinds, long handle, String argument) {
        Optional<Bytes> wanted = state.operations().stream()
                .filter(one -> kinds.contains(one.kind()))
                .flatMap(one -> one.key().stream())
                .findFirst();
        if (wanted.isEmpty()) {
            if (handle != 0) {
                throw refused(Ckr.KEY_NOT_NEEDED, argument, "The state has no operation that uses it.", "Pass 0.");
            }
            return Optional.empty();
        }
        if (handle == 0) {
            return Optional.of(key(session, state, kinds, argument));
        }
        KeyView key = session.objects().key(session.caller(), handle, argument, Ckr.KEY_CHANGED);
        if (!Fingerprint.of(key.attributes()).equals(wanted.get())) {
            throw changed(argument, "It is another key than the one with which the operation began.");
        }
        return Optional.of(key);
    }

    /// {@return the key that the state names, if the session still sees it}
    private static KeyView key(Session session, SavedState state, Set<Kind> kinds, String argument) {
        return state.operations().stream()
                .filter(one -> kinds.contains(one.kind()))
                .flatMap(one -> one.keyId().stream())
                .map(id -> Template.of(List.of(new Attribute(Cka.UNIQUE_ID, new Value.Raw(id)))))
                .flatMapToLong(template -> Arrays.stream(session.objects().find(session.caller(), template)))
                .mapToObj(found -> session.objects().key(session.caller(), found, argument, Ckr.KEY_NEEDED))
                .findFirst()
                .orElseThrow(() -> refused(
                        Ckr.KEY_NEEDED,
                        argument,
                        "The state names the key of its operation, and the session does not see it any more.",
                        "Pass the key with which the operation began."));
    }

    private static Savable begun(Session session, SavedState.One one, Optional<KeyView> key) {
        Mechanisms mechanisms = session.token().mechanisms();
        Mechanism mechanism = one.mechanism();
        return switch (one.kind()) {
            case DIGESTING -> new Digesting(mechanisms.digest(mechanism));
            case ENCRYPTION -> {
                KeyView view = permitted(session, key, Cka.ENCRYPT, mechanism);
                yield new Ciphering(mechanisms.encrypt(mechanism, view), KeyUse.of(view));
            }
            case DECRYPTION -> {
                KeyView view = permitted(session, key, Cka.DECRYPT, mechanism);
                yield new Ciphering(mechanisms.decrypt(mechanism, view), KeyUse.of(view));
            }
            case SIGNING -> {
                KeyView view = permitted(session, key, Cka.SIGN, mechanism);
                yield new Signing(mechanisms.sign(mechanism, view), KeyUse.of(view));
            }
            case VERIFICATION -> {
                KeyView view = permitted(session, key, Cka.VERIFY, mechanism);
                Verifying verifying = new Verifying(mechanisms.verify(mechanism, view), KeyUse.of(view));
                yield one.signature()
                        .<Savable>map(signature -> new VerifyingKnown(verifying, signature.copy()))
                        .orElse(verifying);
            }
            case SIGN_RECOVERY,
                    VERIFY_RECOVERY,
                    MESSAGE_ENCRYPTION,
                    MESSAGE_DECRYPTION,
                    MESSAGE_SIGNING,
                    MESSAGE_VERIFICATION,
                    SEARCH -> throw new IllegalStateException(one.kind() + " was never saved");
        };
    }

    /// {@return the key, whose owner may have forbidden the use in the meantime}
    private static KeyView permitted(Session session, Optional<KeyView> key, long usage, Mechanism mechanism) {
        KeyView view = KeyAmongOthers.of(key.orElseThrow(), session, mechanism);
        try {
            KeyPermission.check(session, view, usage, mechanism, Function.SET_OPERATION_STATE);
        } catch (Refusal refusal) {
            throw changed(refusal.reason().subject(), refusal.reason().rule());
        }
        return view;
    }

    private static Refusal changed(String subject, String rule) {
        return refused(Ckr.KEY_CHANGED, subject, rule, "Pass the key with which the operation began.");
    }

    private static Refusal refused(long ckr, String argument, String rule, String remedy) {
        return Refusal.of(ckr, argument, rule, Function.SET_OPERATION_STATE.section(), remedy);
    }
}
