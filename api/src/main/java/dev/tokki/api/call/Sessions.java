package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Notify;
import dev.tokki.api.Out;
import dev.tokki.api.Output;
import dev.tokki.api.SessionInfo;
import dev.tokki.api.call.Means.Meaning;
import org.jspecify.annotations.Nullable;

/// Session management, PKCS#11 v3.2, section 5.6.
public sealed interface Sessions<R> extends Call<R> {
    /// `C_OpenSession`, section 5.6.1.
    ///
    /// @param slot the slot
    /// @param flags flags of the function
    /// @param application an address passed to the callback
    /// @param callback the callback; null for NULL_PTR
    /// @param newSession where the handle goes
    record OpenSession(
            @Means(Meaning.SLOT) long slot,
            @Means(Meaning.FLAGS) long flags,
            @Means(Meaning.POINTER) long application,
            @Nullable Notify callback,
            Out<Long> newSession)
            implements Sessions<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public OpenSession(long slot, long flags) {
            this(slot, flags, 0, null, Out.here());
        }
    }

    /// `C_CloseSession`, section 5.6.2.
    ///
    /// @param session the session
    record CloseSession(@Means(Meaning.SESSION) long session) implements Sessions<Void> {}

    /// `C_CloseAllSessions`, section 5.6.3.
    ///
    /// @param slot the slot
    record CloseAllSessions(@Means(Meaning.SLOT) long slot) implements Sessions<Void> {}

    /// `C_GetSessionInfo`, section 5.6.4.
    ///
    /// @param session the session
    /// @param info where the information goes
    record GetSessionInfo(@Means(Meaning.SESSION) long session, Out<SessionInfo> info)
            implements Sessions<SessionInfo> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GetSessionInfo(long session) {
            this(session, Out.here());
        }
    }

    /// `C_GetOperationState`, section 5.6.6.
    ///
    /// @param session the session
    /// @param operationState room for the saved state
    record GetOperationState(@Means(Meaning.SESSION) long session, Buffer operationState) implements Sessions<Output> {}

    /// `C_SetOperationState`, section 5.6.7.
    ///
    /// @param session the session
    /// @param operationState the saved state
    /// @param encryptionKey handle of the key of a saved cipher, or 0
    /// @param authenticationKey handle of the key of a saved signature, or 0
    record SetOperationState(
            @Means(Meaning.SESSION) long session,
            Bytes operationState,
            @Means(Meaning.OBJECT) long encryptionKey,
            @Means(Meaning.OBJECT) long authenticationKey)
            implements Sessions<Void> {}

    /// `C_Login`, section 5.6.8.
    ///
    /// @param session the session
    /// @param userType `CKU_…`
    /// @param pin the PIN
    record Login(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.USER_TYPE) long userType,
            @Secret Bytes pin) implements Sessions<Void> {}

    /// `C_Logout`, section 5.6.10.
    ///
    /// @param session the session
    record Logout(@Means(Meaning.SESSION) long session) implements Sessions<Void> {}

    /// `C_LoginUser`, section 5.6.9.
    ///
    /// @param session the session
    /// @param userType `CKU_…`
    /// @param pin the PIN
    /// @param userName the name of the user, UTF-8
    record LoginUser(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.USER_TYPE) long userType,
            @Secret Bytes pin,
            Bytes userName)
            implements Sessions<Void> {}

    /// `C_SessionCancel`, section 5.6.5.
    ///
    /// @param session the session
    /// @param flags flags of the function
    record SessionCancel(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.FLAGS) long flags) implements Sessions<Void> {}

    /// `C_GetSessionValidationFlags`, section 5.6.11.
    ///
    /// @param session the session
    /// @param type which one
    /// @param found where the flags go
    record GetSessionValidationFlags(
            @Means(Meaning.SESSION) long session,
            @Means(Meaning.VALIDATION_TYPE) long type,
            Out<Long> found) implements Sessions<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GetSessionValidationFlags(long session, long type) {
            this(session, type, Out.here());
        }
    }
}
