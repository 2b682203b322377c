package dev.tokki.api.call;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Means.Meaning;
import dev.tokki.api.parameter.Parameter;
import org.jspecify.annotations.Nullable;

/// Message-based verifying, PKCS#11 v3.2, section 5.16.
public sealed interface MessageVerification<R> extends Call<R> {
    /// `C_MessageVerifyInit`, section 5.16.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record MessageVerifyInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements MessageVerification<Void> {}

    /// `C_VerifyMessage`, section 5.16.2.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param data the data
    /// @param signature the signature or MAC
    record VerifyMessage(@Means(Meaning.SESSION) long session, Parameter parameter, Bytes data, Bytes signature)
            implements MessageVerification<Void> {}

    /// `C_VerifyMessageBegin`, section 5.16.3.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    record VerifyMessageBegin(@Means(Meaning.SESSION) long session, Parameter parameter)
            implements MessageVerification<Void> {}

    /// `C_VerifyMessageNext`, section 5.16.4.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param data the data
    /// @param signature the signature or MAC
    record VerifyMessageNext(@Means(Meaning.SESSION) long session, Parameter parameter, Bytes data, Bytes signature)
            implements MessageVerification<Void> {}

    /// `C_MessageVerifyFinal`, section 5.16.5.
    ///
    /// @param session the session
    record MessageVerifyFinal(@Means(Meaning.SESSION) long session) implements MessageVerification<Void> {}
}
