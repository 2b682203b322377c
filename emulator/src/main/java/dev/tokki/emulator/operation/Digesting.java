package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.emulator.mechanism.work.Digester;

/// A digest in progress (section 5.12).
public final class Digesting implements Operation {
    private final Digester digester;
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
        inParts = true;
        digester.update(data);
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
            return digester.length();
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
