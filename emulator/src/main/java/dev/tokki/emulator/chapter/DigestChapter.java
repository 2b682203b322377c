package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.operation.Beginning;
import dev.tokki.emulator.operation.Digesting;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;
import java.util.Optional;

/// Message digesting, section 5.12.
public final class DigestChapter {
    private DigestChapter() {}

    /// Begins a digest (section 5.12.1).
    public static void digestInit(Session session, Mechanism mechanism) {
        session.operations().checkNone(Kind.DIGESTING, Function.DIGEST_INIT);
        session.operations()
                .begin(
                        Kind.DIGESTING,
                        new Digesting(session.token().mechanisms().digest(mechanism)),
                        new Beginning(mechanism, Optional.empty()));
    }

    /// Digests the value of a secret key (section 5.12.4). An error leaves the digest as it was.
    public static void digestKey(Session session, long key) {
        Digesting digesting = session.operations().active(Kind.DIGESTING, Digesting.class, Function.DIGEST_KEY);
        KeyView view = KeyPermission.key(session, key);
        if (view.attributes().ulong(Cka.CLASS, Ck.UNAVAILABLE_INFORMATION) != Cko.SECRET_KEY) {
            throw Refusal.of(
                    Ckr.KEY_INDIGESTIBLE,
                    "hKey",
                    "Only the value of a secret key can be digested; this key is none.",
                    Function.DIGEST_KEY.section(),
                    "Give a secret key.");
        }
        byte[] value = view.attributes().bytes(Cka.VALUE);
        boolean mayLeave = view.attributes().bool(Cka.EXTRACTABLE, false)
                && !view.attributes().bool(Cka.SENSITIVE, true);
        if (mayLeave) {
            digesting.part(value);
        } else {
            digesting.secret(value);
        }
    }
}
