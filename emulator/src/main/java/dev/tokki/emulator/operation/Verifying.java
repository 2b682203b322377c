package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.emulator.mechanism.work.Verifier;

/// A verification in progress whose signature comes last (sections 5.15.1 to 5.15.4).
public final class Verifying implements Savable {
    private final Verifier verifier;
    private final KeyUse use;
    private final Inputs inputs = new Inputs();
    private boolean inParts;

    /// @param verifier the verification, begun
    /// @param use how it uses its key
    public Verifying(Verifier verifier, KeyUse use) {
        this.verifier = verifier;
        this.use = use;
    }

    @Override
    public KeyUse use() {
        return use;
    }

    /// Verifies the signature of the only part (C_Verify).
    public void onePart(byte[] data, byte[] signature, Function function) {
        checkNotInParts(function);
        verifier.finish(data, signature);
    }

    /// Refuses to take the only part after others.
    void checkNotInParts(Function function) {
        if (inParts) {
            throw Multipart.alreadyInParts(function);
        }
    }

    /// Takes a part (C_VerifyUpdate).
    public void part(byte[] data, Function function) {
        Multipart.check(verifier.takesParts(), function);
        replay(data);
    }

    @Override
    public Inputs inputs() {
        return inputs;
    }

    @Override
    public void replay(byte[] part) {
        inputs.add(part);
        inParts = true;
        verifier.update(part);
    }

    /// Verifies the signature of the parts (C_VerifyFinal).
    public void lastPart(byte[] signature, Function function) {
        Multipart.check(verifier.takesParts(), function);
        verifier.finish(new byte[0], signature);
    }
}
