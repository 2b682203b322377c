package dev.tokki.conformance.result;

import dev.tokki.api.Reason;

/// Why a module of ours refused a call; foreign modules give no reasons.
///
/// @param subject the argument, attribute, key or state at fault
/// @param rule what the specification demands and what was found instead
/// @param section section of PKCS#11 v3.2
/// @param remedy what would make the call succeed
public record Why(String subject, String rule, String section, String remedy) {
    /// {@return a reason as part of a result}
    public static Why of(Reason reason) {
        return new Why(reason.subject(), reason.rule(), reason.section(), reason.remedy());
    }
}
