package dev.tokki.api;

import dev.tokki.api.constant.Ck;
import org.jspecify.annotations.Nullable;

/// What C_GetAttributeValue left in one entry of the template (section 5.7.5).
///
/// @param type the attribute
/// @param length `ulValueLen` afterwards: the length in bytes of C, or [Ck#UNAVAILABLE_INFORMATION]
/// @param value the value where there was room for it; null otherwise
public record AttributeReply(
        long type, long length, @Nullable Value value) {
    /// {@return the entry of an attribute that cannot be revealed, does not exist, or did not fit}
    public static AttributeReply unavailable(long type) {
        return new AttributeReply(type, Ck.UNAVAILABLE_INFORMATION, null);
    }

    /// {@return whether the module said "unavailable" for this attribute}
    public boolean isUnavailable() {
        return length == Ck.UNAVAILABLE_INFORMATION;
    }
}
