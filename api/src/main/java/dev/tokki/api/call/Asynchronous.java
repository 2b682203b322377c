package dev.tokki.api.call;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Fill;
import dev.tokki.api.Out;
import dev.tokki.api.call.Means.Meaning;
import org.jspecify.annotations.Nullable;

/// Asynchronous functions, PKCS#11 v3.2, section 5.21.
public sealed interface Asynchronous<R> extends Call<R> {
    /// `C_AsyncComplete`, section 5.21.1.
    ///
    /// @param session the session
    /// @param functionName name of the function, `C_…`; null for NULL_PTR
    /// @param result where the result goes
    record AsyncComplete(
            @Means(Meaning.SESSION) long session, @Nullable String functionName, Out<AsyncData> result)
            implements Asynchronous<AsyncData> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public AsyncComplete(long session, @Nullable String functionName) {
            this(session, functionName, Out.here());
        }
    }

    /// `C_AsyncGetID`, section 5.21.2.
    ///
    /// @param session the session
    /// @param functionName name of the function, `C_…`; null for NULL_PTR
    /// @param operationId where the number of the operation goes
    record AsyncGetID(
            @Means(Meaning.SESSION) long session, @Nullable String functionName, Out<Long> operationId)
            implements Asynchronous<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public AsyncGetID(long session, @Nullable String functionName) {
            this(session, functionName, Out.here());
        }
    }

    /// `C_AsyncJoin`, section 5.21.3.
    ///
    /// @param session the session
    /// @param functionName name of the function, `C_…`; null for NULL_PTR
    /// @param id the number of the operation
    /// @param data room for the result; it must stay until the operation ends
    record AsyncJoin(
            @Means(Meaning.SESSION) long session,
            @Nullable String functionName,
            @Means(Meaning.OPERATION_ID) long id,
            Fill data)
            implements Asynchronous<Void> {}
}
