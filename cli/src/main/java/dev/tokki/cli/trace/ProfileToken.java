package dev.tokki.cli.trace;

import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.token.TokenPolicy;

/// A token that says no more of itself than the test cases of the OASIS profiles print: flags are none of what they let
/// vary.
final class ProfileToken {
    private ProfileToken() {}

    static TokenPolicy policy() {
        return TokenPolicy.standard()
                .withFlags(Ckf.RNG | Ckf.LOGIN_REQUIRED | Ckf.RESTORE_KEY_NOT_NEEDED)
                .withMechanism(Ckm.RSA_PKCS, Ckf.ENCRYPT | Ckf.DECRYPT | Ckf.SIGN | Ckf.VERIFY | Ckf.WRAP | Ckf.UNWRAP);
    }
}
