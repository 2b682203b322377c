package dev.tokki.emulator.operation;

import dev.tokki.api.Function;

/// A verification in progress whose signature came first (sections 5.15.7 to 5.15.10).
public final class VerifyingKnown implements Savable {
    private final Verifying verifying;
    private final byte[] signature;

    /// @param verifying the verification, begun
    /// @param signature the signature, not shared
    public VerifyingKnown(Verifying verifying, byte[] signature) {
        this.verifying = verifying;
        this.signature = signature;
    }

    @Override
    public KeyUse use() {
        return verifying.use();
    }

    @Override
    public Inputs inputs() {
        return verifying.inputs();
    }

    @Override
    public void replay(byte[] part) {
        verifying.replay(part);
    }

    /// {@return the signature, shared}
    public byte[] signature() {
        return signature;
    }

    /// Verifies the signature of the only part (C_VerifySignature).
    public void onePart(byte[] data, Function function) {
        verifying.onePart(data, signature, function);
    }

    /// Takes a part (C_VerifySignatureUpdate).
    public void part(byte[] data, Function function) {
        verifying.part(data, function);
    }

    /// Verifies the signature of the parts (C_VerifySignatureFinal).
    public void lastPart(Function function) {
        verifying.lastPart(signature, function);
    }
}
