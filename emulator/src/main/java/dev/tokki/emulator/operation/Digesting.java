package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.emulator.mechanism.work.Digester;

/// A digest in progress (section 5.12).
public final class Digesting implements Savable {
    private final Digester digester;
    private final Inputs inputs = new Inputs();
    private boolean inParts;

    /// @param digester the digest, begun
    public Digesting(Digester digester) {
        this.digester = digester;
    }

    @Override
    public KeyUse use() {
        return KeyUse.none();
    }

    /// {@return the digest of the only part (C_Digest)}
    public Production onePart(byte[] data, Function function) {
        if (inParts) {
            throw Multipart.alreadyInParts(function);
        }
        return new Digest(data);
    }

    /// Takes a part, or the value of a key (C_DigestUpdate, C_DigestKey).
    public void part(byte[] data) {
        replay(data);
    }

    /// Takes the value of a key that must not leave the token, not even in a saved state (C_DigestKey).
    public void secret(byte[] value) {
        inputs.refuse(
                "It has taken the value of a key that is sensitive or not extractable.",
                "Finish it in the session where it began.");
        replay(value);
    }

    @Override
    public Inputs inputs() {
        return inputs;
    }

    @Override
    public void replay(byte[] part) {
        inputs.add(part);
        inParts = true;
        digester.update(part);
    }

    /// {@return the digest of the parts (C_DigestFinal)}
    public Production lastPart() {
        return new Digest(new byte[0]);
    }

    private final class Digest implements Production {
        private final byte[] rest;

        Digest(byte[] rest) {
            this.rest = rest;
        }

        @Override
        public long atMost() {
            return digester.length(rest.length);
        }

        @Override
        public byte[] take() {
            digester.update(rest);
            return digester.finish();
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }
}
