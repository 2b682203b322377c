package dev.tokki.emulator.operation;

import dev.tokki.api.Bytes;

/// The end of an operation's output, which is there already.
record Known(Bytes output) implements Production {
    @Override
    public long atMost() {
        return output.length();
    }

    @Override
    public byte[] take() {
        return output.array();
    }

    @Override
    public boolean isLast() {
        return true;
    }
}
