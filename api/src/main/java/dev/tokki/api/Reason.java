package dev.tokki.api;

/// Why a module of ours refused a call: what was wrong, which rule says so, and what would have made it succeed.
///
/// No field ever holds a PIN, a key value or any other secret.
///
/// @param subject the argument, attribute, key or state at fault, for example `CKA_VALUE_LEN (pTemplate[3])`
/// @param rule what the specification demands and what was found instead, as a sentence
/// @param section the section of PKCS#11 v3.2 that says so, for example `5.13.1`
/// @param remedy what would make the call succeed, as a sentence
public record Reason(String subject, String rule, String section, String remedy) {
    /// {@return one line: subject, rule, section and remedy}
    @Override
    public String toString() {
        return subject + ": " + rule + " (PKCS#11 v3.2, section " + section + ") " + remedy;
    }
}
