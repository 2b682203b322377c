package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import org.jspecify.annotations.Nullable;

/// The parameter of CMS signatures, section 6.30.
public sealed interface CmsParameter extends Structure {
    /// `CK_CMS_SIG_PARAMS`, section 6.30.3.1.
    ///
    /// @param certificate handle of the signer's certificate, or 0
    /// @param signingMechanism how the attributes are signed
    /// @param digestMechanism how the data is digested; null where the signing mechanism says it
    /// @param contentType MIME type of the data; null where the data is a MIME object
    /// @param requestedAttributes attributes in DER that the token may ignore
    /// @param requiredAttributes attributes in DER that the token must sign as they are
    @Struct("CK_CMS_SIG_PARAMS")
    record Signature(
            long certificate,
            @Nullable Mechanism signingMechanism,
            @Nullable Mechanism digestMechanism,
            @Nullable String contentType,
            Bytes requestedAttributes,
            Bytes requiredAttributes)
            implements CmsParameter {}
}
