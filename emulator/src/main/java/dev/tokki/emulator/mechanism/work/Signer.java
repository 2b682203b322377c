package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.parameter.Parameter;
import java.util.Optional;

/// A signature or MAC in progress.
public interface Signer {
    /// {@return whether data may come in parts}
    boolean takesParts();

    /// {@return the length of the signature in bytes, at most}
    long length();

    /// {@return the length of the signature in bytes, at most, where it depends on the data}
    ///
    /// @param rest how many bytes of data are still to come
    default long length(long rest) {
        return length();
    }

    /// Tells how much room there is, for signatures whose length the caller chooses by it.
    default void room(long capacity) {}

    /// {@return the signature as a structure, once it was made, where it is one (`CK_OTP_SIGNATURE_INFO`)}
    default Optional<Parameter> told() {
        return Optional.empty();
    }

    /// Takes a part of the data.
    void update(byte[] data);

    /// Ends the operation.
    ///
    /// @param data the rest of the data; empty for C_SignFinal
    /// @return the signature
    /// @throws dev.tokki.emulator.rule.Refusal for data of a wrong length
    byte[] finish(byte[] data);
}
