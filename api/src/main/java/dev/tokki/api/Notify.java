package dev.tokki.api;

/// The notification callback of a session (`CK_NOTIFY`, sections 3.6 and 5.22).
@FunctionalInterface
public interface Notify {
    /// @param session the session's handle
    /// @param event one of [dev.tokki.api.constant.Ckn]
    /// @param application the pointer given to C_OpenSession
    /// @return `CKR_OK`, or `CKR_CANCEL` to cancel
    long notify(long session, long event, long application);
}
