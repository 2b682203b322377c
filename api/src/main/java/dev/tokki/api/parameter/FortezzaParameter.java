package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.call.Secret;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of KEA and SKIPJACK, which are in the header but no longer in the text.
public sealed interface FortezzaParameter extends Structure {
    /// `CK_KEA_DERIVE_PARAMS`.
    ///
    /// @param isSender whether the caller is the sender
    /// @param randomLength length of both random values in bytes
    /// @param randomA the sender's random value
    /// @param randomB the receiver's random value
    /// @param publicData the other party's public value
    @Struct("CK_KEA_DERIVE_PARAMS")
    record KeaDerive(
            boolean isSender,
            long randomLength,

            @Layout(value = Kind.POINTER, length = "randomLength")
            Bytes randomA,

            @Layout(value = Kind.POINTER, length = "randomLength")
            Bytes randomB,

            @Layout(Kind.LENGTH_FIRST) Bytes publicData)
            implements FortezzaParameter {}

    /// `CK_SKIPJACK_PRIVATE_WRAP_PARAMS`.
    ///
    /// @param password the password
    /// @param publicData the other party's public value
    /// @param pAndGLength length of p and of g in bytes
    /// @param qLength length of q in bytes
    /// @param randomLength length of the random value in bytes
    /// @param randomA the random value
    /// @param primeP p
    /// @param baseG g
    /// @param subprimeQ q
    @Struct("CK_SKIPJACK_PRIVATE_WRAP_PARAMS")
    record SkipjackPrivateWrap(
            @Secret @Layout(Kind.LENGTH_FIRST) Bytes password,

            @Layout(Kind.LENGTH_FIRST) Bytes publicData,
            long pAndGLength,
            long qLength,
            long randomLength,

            @Layout(value = Kind.POINTER, length = "randomLength")
            Bytes randomA,

            @Layout(value = Kind.POINTER, length = "pAndGLength")
            Bytes primeP,

            @Layout(value = Kind.POINTER, length = "pAndGLength")
            Bytes baseG,

            @Layout(value = Kind.POINTER, length = "qLength")
            Bytes subprimeQ)
            implements FortezzaParameter {}

    /// `CK_SKIPJACK_RELAYX_PARAMS`.
    ///
    /// @param oldWrappedX the wrapped key
    /// @param oldPassword the password it is wrapped with
    /// @param oldPublicData the public value it is wrapped with
    /// @param oldRandomA the random value it is wrapped with
    /// @param newPassword the password to wrap it with
    /// @param newPublicData the public value to wrap it with
    /// @param newRandomA the random value to wrap it with
    @Struct("CK_SKIPJACK_RELAYX_PARAMS")
    record SkipjackRelayX(
            @Layout(Kind.LENGTH_FIRST) Bytes oldWrappedX,

            @Secret @Layout(Kind.LENGTH_FIRST) Bytes oldPassword,

            @Layout(Kind.LENGTH_FIRST) Bytes oldPublicData,
            @Layout(Kind.LENGTH_FIRST) Bytes oldRandomA,

            @Secret @Layout(Kind.LENGTH_FIRST) Bytes newPassword,

            @Layout(Kind.LENGTH_FIRST) Bytes newPublicData,
            @Layout(Kind.LENGTH_FIRST) Bytes newRandomA)
            implements FortezzaParameter {}
}
