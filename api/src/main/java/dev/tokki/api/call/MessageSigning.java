package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Means.Meaning;
import dev.tokki.api.parameter.Parameter;
import org.jspecify.annotations.Nullable;

/// Message-based signing and MACing, PKCS#11 v3.2, section 5.14.
public sealed interface MessageSigning<R> extends Call<R> {
    /// `C_MessageSignInit`, section 5.14.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; NULL_PTR (null) cancels the active operation
    /// @param key handle of the key
    record MessageSignInit(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long key) implements MessageSigning<Void> {}

    /// `C_SignMessage`, section 5.14.2.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param data the data
    /// @param signature room for the signature or MAC
    record SignMessage(@Means(Meaning.SESSION) long session, Parameter parameter, Bytes data, Buffer signature)
            implements MessageSigning<Output> {}

    /// `C_SignMessageBegin`, section 5.14.3.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    record SignMessageBegin(@Means(Meaning.SESSION) long session, Parameter parameter)
            implements MessageSigning<Void> {}

    /// `C_SignMessageNext`, section 5.14.4.
    ///
    /// @param session the session
    /// @param parameter the per-message parameter
    /// @param data the data
    /// @param signature room for the signature or MAC
    record SignMessageNext(@Means(Meaning.SESSION) long session, Parameter parameter, Bytes data, Buffer signature)
            implements MessageSigning<Output> {}

    /// `C_MessageSignFinal`, section 5.14.5.
    ///
    /// @param session the session
    record MessageSignFinal(@Means(Meaning.SESSION) long session) implements MessageSigning<Void> {}
}
