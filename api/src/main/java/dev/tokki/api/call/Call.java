package dev.tokki.api.call;

/// A call of one of the 104 functions, as a value: the record's name is the function's, its components are the C
/// arguments in their order, where
/// a pointer and its length are one component. `R` is what the function writes.
///
/// The records are grouped by the chapters of section 5, so that an implementation is a `switch` over chapters and, in
/// each, over its functions;
/// the compiler finds the one forgotten. Components carry what their types do not say: [Means], [Secret], [Fixed].
public sealed interface Call<R>
        permits GeneralPurpose,
                SlotsAndTokens,
                Sessions,
                Objects,
                Encryption,
                MessageEncryption,
                Decryption,
                MessageDecryption,
                Digesting,
                Signing,
                MessageSigning,
                Verification,
                MessageVerification,
                DualFunction,
                KeyManagement,
                RandomNumbers,
                Parallel,
                Asynchronous {}
