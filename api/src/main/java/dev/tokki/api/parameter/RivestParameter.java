package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of RC2 and RC5, which are in the header but no longer in the text. `CK_RC2_PARAMS` is a
/// [Parameter.ULong].
public sealed interface RivestParameter extends Structure {
    /// `CK_RC2_CBC_PARAMS`.
    ///
    /// @param effectiveBits effective length of the key in bits
    /// @param iv the initialisation vector, 8 bytes
    @Struct("CK_RC2_CBC_PARAMS")
    record Rc2Cbc(
            long effectiveBits,
            @Layout(value = Kind.INLINE, size = 8) Bytes iv) implements RivestParameter {}

    /// `CK_RC2_MAC_GENERAL_PARAMS`.
    ///
    /// @param effectiveBits effective length of the key in bits
    /// @param macLength length of the MAC in bytes
    @Struct("CK_RC2_MAC_GENERAL_PARAMS")
    record Rc2MacGeneral(long effectiveBits, long macLength) implements RivestParameter {}

    /// `CK_RC5_PARAMS`.
    ///
    /// @param wordBits length of a word in bits
    /// @param rounds number of rounds
    @Struct("CK_RC5_PARAMS")
    record Rc5(long wordBits, long rounds) implements RivestParameter {}

    /// `CK_RC5_CBC_PARAMS`.
    ///
    /// @param wordBits length of a word in bits
    /// @param rounds number of rounds
    /// @param iv the initialisation vector
    @Struct("CK_RC5_CBC_PARAMS")
    record Rc5Cbc(long wordBits, long rounds, Bytes iv) implements RivestParameter {}

    /// `CK_RC5_MAC_GENERAL_PARAMS`.
    ///
    /// @param wordBits length of a word in bits
    /// @param rounds number of rounds
    /// @param macLength length of the MAC in bytes
    @Struct("CK_RC5_MAC_GENERAL_PARAMS")
    record Rc5MacGeneral(long wordBits, long rounds, long macLength) implements RivestParameter {}
}
