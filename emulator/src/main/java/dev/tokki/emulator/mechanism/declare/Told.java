package dev.tokki.emulator.mechanism.declare;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;

/// What is refused only because the token was told to: the engine could do it.
public final class Told {
    /// How a token is told otherwise, as the end of a sentence.
    public static final String OTHERWISE =
            "tell the token to offer it: \"tokki token offer\", or TokenPolicy.withOffer in Java.";

    private Told() {}

    /// {@return the refusal of a mechanism that the token was told not to offer, or not for this}
    ///
    /// @param what "offer CKM_MD5", "let CKM_RSA_PKCS encrypt"
    /// @param section the section of the function
    public static Refusal mechanism(String what, String section) {
        return Refusal.of(
                Ckr.MECHANISM_INVALID,
                "pMechanism->mechanism",
                "This token was told not to " + what + ".",
                section,
                "Choose a mechanism that C_GetMechanismList and C_GetMechanismInfo tell, or " + OTHERWISE);
    }

    /// {@return the refusal of a mechanism underneath another that the token was told not to offer for this}
    ///
    /// @param member the member of the parameter that names it
    public static Refusal underneath(String member, String what, String section) {
        return Refusal.of(
                Ckr.MECHANISM_PARAM_INVALID,
                member,
                "This token was told not to " + what + ", and the mechanism underneath is one of the token's own.",
                section,
                "Name a mechanism that C_GetMechanismList and C_GetMechanismInfo tell, or " + OTHERWISE);
    }
}
