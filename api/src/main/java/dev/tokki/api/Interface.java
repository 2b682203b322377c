package dev.tokki.api;

/// An interface that a module offers (`CK_INTERFACE`, section 3.6).
///
/// @param name `PKCS 11` for the standard's own; a vendor's begins with `Vendor `
/// @param version the version at the head of its function list
/// @param flags `CKF_INTERFACE_FORK_SAFE`
public record Interface(String name, Version version, long flags) {
    /// The name of the standard's own interface.
    public static final String PKCS_11 = "PKCS 11";
}
