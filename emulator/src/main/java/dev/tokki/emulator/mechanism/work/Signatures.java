package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;

/// Refusals of signatures, and of data to sign.
public final class Signatures {
    private Signatures() {}

    /// Refuses a signature that has not the one right length.
    public static void checkLength(byte[] signature, long length, String section) {
        if (signature.length != length) {
            throw Refusal.of(
                    Ckr.SIGNATURE_LEN_RANGE,
                    "pSignature",
                    "A signature by this mechanism and key has " + length + " bytes; this one has " + signature.length
                            + ".",
                    section,
                    "Pass the signature as it was made, whole.");
        }
    }

    /// {@return the refusal of a signature that does not belong to the data}
    public static Refusal invalid(String section) {
        return Refusal.of(
                Ckr.SIGNATURE_INVALID,
                "pSignature",
                "The signature was not made of these data by the key that belongs to this one.",
                section,
                "Check data, key, mechanism and parameter against those of the signer.");
    }

    /// Refuses data that are too long.
    public static void checkData(byte[] data, long most, String why, String section) {
        if (data.length > most) {
            throw Refusal.of(
                    Ckr.DATA_LEN_RANGE,
                    "pData",
                    "With this key the mechanism takes at most " + most + " bytes (" + why + "); these are "
                            + data.length + ".",
                    section,
                    "Pass less data, a digest of them for example, or use a larger key.");
        }
    }
}
