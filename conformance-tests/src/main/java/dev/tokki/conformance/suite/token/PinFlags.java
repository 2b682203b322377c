package dev.tokki.conformance.suite.token;

import dev.tokki.api.constant.Ckf;
import dev.tokki.conformance.suite.User;

/// The flags of `CK_TOKEN_INFO` that tell of wrong PINs.
enum PinFlags {
    USER(User.USER, Ckf.USER_PIN_COUNT_LOW, Ckf.USER_PIN_FINAL_TRY, Ckf.USER_PIN_LOCKED),
    SO(User.SO, Ckf.SO_PIN_COUNT_LOW, Ckf.SO_PIN_FINAL_TRY, Ckf.SO_PIN_LOCKED);

    private final User user;
    private final long countLow;
    private final long finalTry;
    private final long locked;

    PinFlags(User user, long countLow, long finalTry, long locked) {
        this.user = user;
        this.countLow = countLow;
        this.finalTry = finalTry;
        this.locked = locked;
    }

    User user() {
        return user;
    }

    long countLow() {
        return countLow;
    }

    long finalTry() {
        return finalTry;
    }

    long locked() {
        return locked;
    }

    @Override
    public String toString() {
        return this == USER ? "the user's" : "the SO's";
    }
}
