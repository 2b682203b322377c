package dev.tokki.emulator.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.util.encoders.Hex;

/// The published parameter sets of GOST 28147-89 (RFC 4357, 11.1; RFC 7836, appendix C): an S-box and the mode that
/// goes
/// with it.
public enum GostSet {
    /// The set of the standard's examples: counter mode, no key meshing.
    TEST("06072a850302021f00", "E-TEST", true),
    /// CryptoPro's first set.
    CRYPTO_PRO_A("06072a850302021f01", "E-A", false),
    /// CryptoPro's second set.
    CRYPTO_PRO_B("06072a850302021f02", "E-B", false),
    /// CryptoPro's third set.
    CRYPTO_PRO_C("06072a850302021f03", "E-C", false),
    /// CryptoPro's fourth set.
    CRYPTO_PRO_D("06072a850302021f04", "E-D", false),
    /// The set of technical committee 26.
    TC26_Z("06092a8503070102050101", "PARAM-Z", false);

    private final String identifier;
    private final String box;
    private final boolean isCounter;

    GostSet(String identifier, String box, boolean isCounter) {
        this.identifier = identifier;
        this.box = box;
        this.isCounter = isCounter;
    }

    /// {@return the set of an object identifier}
    ///
    /// @param der its DER
    public static Optional<GostSet> of(byte[] der) {
        return Arrays.stream(values())
                .filter(set -> Arrays.equals(set.identifier(), der))
                .findFirst();
    }

    /// {@return the DER of its object identifier}
    public byte[] identifier() {
        return Hex.decode(identifier);
    }

    /// {@return whether data are encrypted in counter mode, without meshing; otherwise in cipher feedback, whose key is
    /// renewed every 1024 bytes (RFC 4357, 2.3)}
    public boolean isCounter() {
        return isCounter;
    }

    /// {@return the S-box, as Bouncy Castle has it}
    byte[] box() {
        return GOST28147Engine.getSBox(box);
    }
}
