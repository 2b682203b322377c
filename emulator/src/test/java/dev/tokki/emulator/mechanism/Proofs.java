package dev.tokki.emulator.mechanism;

import dev.tokki.api.constant.Ckf;
import dev.tokki.emulator.mechanism.declare.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The proofs of every flag, in the order in which they are tried: what has both flags is proven by both.
final class Proofs {
    private final List<Proof> all = new ArrayList<>();

    Proofs(Workshop workshop) {
        RoundTrips trips = new RoundTrips(workshop);
        KeyProofs keys = new KeyProofs(workshop);
        SignedMessages messages = new SignedMessages(workshop);
        add(Ckf.DIGEST, "at once and in parts the same, and another for other data", trips::digests);
        add(
                Ckf.ENCRYPT | Ckf.DECRYPT,
                "decrypted what was encrypted, in parts too where the mechanism takes them",
                trips::decryptsWhatItEncrypted);
        add(
                Ckf.SIGN | Ckf.VERIFY,
                "verified what was signed, and not when one bit differs or the end is missing",
                trips::verifiesWhatItSigned);
        add(
                Ckf.MESSAGE_SIGN | Ckf.MESSAGE_VERIFY | Ckf.MULTI_MESSAGE,
                "two messages in one process, whole and in parts",
                messages::verifiesMessages);
        add(
                Ckf.SIGN | Ckf.MESSAGE_SIGN | Ckf.MULTI_MESSAGE,
                "a SignerInfo that Java verifies, whole and in parts",
                declaration -> CmsSamples.prove(workshop));
        add(Ckf.SIGN_RECOVER | Ckf.VERIFY_RECOVER, "recovered what was signed", trips::recovers);
        add(Ckf.WRAP | Ckf.UNWRAP, "unwrapped what was wrapped", trips::unwrapsWhatItWrapped);
        add(Ckf.GENERATE, "two of them differ, or are the same where a password makes them", keys::generates);
        add(Ckf.GENERATE_KEY_PAIR, "one half undoes the other", keys::generatesPairs);
        add(Ckf.DERIVE, "the same of the same, another of another key", keys::derives);
        add(Ckf.ENCAPSULATE | Ckf.DECAPSULATE, "both sides have the same key", keys::decapsulates);
        add(
                Ckf.MESSAGE_ENCRYPT | Ckf.MESSAGE_DECRYPT | Ckf.MULTI_MESSAGE,
                "two messages in one process, whole and in parts",
                declaration -> MessageProof.of(workshop, declaration));
        // Of the double ratchet one mechanism encrypts and another one decrypts.
        for (long one : new long[] {Ckf.ENCRYPT, Ckf.DECRYPT}) {
            add(one, "the other party's mechanism undoes it", declaration -> RatchetSamples.proveCipher(workshop));
        }
        for (long one : new long[] {Ckf.WRAP, Ckf.UNWRAP}) {
            add(one, "the other party's mechanism undoes it", declaration -> RatchetSamples.proveWrap(workshop));
        }
        new CurveProofs(workshop, this).add(all);
    }

    private void add(long flags, String words, Consumer<Declaration<?>> run) {
        all.add(new Proof(flags, words, run));
    }

    /// {@return the proofs of a mechanism}
    List<Proof> of(Declaration<?> declaration) {
        return of(declaration.info().flags());
    }

    private List<Proof> of(long flags) {
        List<Proof> proofs = new ArrayList<>();
        long rest = flags;
        for (Proof proof : all) {
            if ((rest & proof.flags()) == proof.flags()) {
                rest &= ~proof.flags();
                proofs.add(proof);
            }
        }
        return proofs;
    }

    /// {@return the proofs of what a mechanism is used for, without those of the curves}
    List<Proof> ofUses(Declaration<?> declaration) {
        return of(declaration.info().flags() & ~CurveProofs.FLAGS);
    }

    /// {@return the flags of a mechanism that nothing proves}
    long unproven(Declaration<?> declaration) {
        return of(declaration).stream()
                .mapToLong(Proof::flags)
                .reduce(declaration.info().flags(), (rest, flags) -> rest & ~flags);
    }
}
