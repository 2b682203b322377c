package dev.tokki.emulator.crypto;

/// A message authentication code in progress.
public interface RunningMac {
    /// Takes data in.
    void update(byte[] data);

    /// {@return the whole code}
    byte[] finish();

    /// {@return a code computed by a provider}
    static RunningMac of(javax.crypto.Mac mac) {
        return new RunningMac() {
            @Override
            public void update(byte[] data) {
                mac.update(data);
            }

            @Override
            public byte[] finish() {
                return mac.doFinal();
            }
        };
    }
}
