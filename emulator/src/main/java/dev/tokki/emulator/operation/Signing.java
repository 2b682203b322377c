package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.work.Signer;
import java.util.Optional;

/// A signature or MAC in progress (section 5.13).
public final class Signing implements Savable {
    private final Signer signer;
    private final KeyUse use;
    private final Inputs inputs = new Inputs();
    private boolean inParts;

    /// @param signer the signature, begun
    /// @param use how it uses its key
    public Signing(Signer signer, KeyUse use) {
        this.signer = signer;
        this.use = use;
    }

    @Override
    public KeyUse use() {
        return use;
    }

    /// {@return the signature of the only part (C_Sign)}
    public Production onePart(byte[] data, Function function) {
        if (inParts) {
            throw Multipart.alreadyInParts(function);
        }
        return new Signature(data);
    }

    /// Takes a part (C_SignUpdate).
    public void part(byte[] data, Function function) {
        Multipart.check(signer.takesParts(), function);
        use.check();
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
        signer.update(part);
    }

    /// {@return the signature of the parts (C_SignFinal)}
    public Production lastPart(Function function) {
        Multipart.check(signer.takesParts(), function);
        return new Signature(new byte[0]);
    }

    private final class Signature implements Production {
        private final byte[] rest;

        Signature(byte[] rest) {
            this.rest = rest;
        }

        @Override
        public long atMost() {
            return signer.length(rest.length);
        }

        @Override
        public void room(long capacity) {
            signer.room(capacity);
        }

        @Override
        public Optional<Parameter> told() {
            return signer.told();
        }

        @Override
        public byte[] take() {
            use.check();
            return signer.finish(rest);
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }
}
