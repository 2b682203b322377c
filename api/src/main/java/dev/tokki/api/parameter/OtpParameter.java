package dev.tokki.api.parameter;

import java.util.List;

/// Parameters of one-time passwords, section 6.39.
public sealed interface OtpParameter extends Structure {
    /// `CK_OTP_PARAM`, section 6.39.2.
    ///
    /// @param type what it is, `CK_OTP_…`
    /// @param value bytes or a number, as the type says
    @Struct("CK_OTP_PARAM")
    record Entry(long type, Parameter value) implements OtpParameter {}

    /// `CK_OTP_PARAMS`, section 6.39.3.
    ///
    /// @param entries the parameters
    @Struct("CK_OTP_PARAMS")
    record Entries(List<Entry> entries) implements OtpParameter {
        /// Copies the list.
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /// `CK_OTP_SIGNATURE_INFO`, section 6.39.4. It is no parameter but what C_Sign writes: its bytes point into the
    /// same buffer.
    ///
    /// @param entries the password and what it depends on
    @Struct("CK_OTP_SIGNATURE_INFO")
    record SignatureInfo(List<Entry> entries) implements OtpParameter {
        /// Copies the list.
        public SignatureInfo {
            entries = List.copyOf(entries);
        }
    }
}
