package dev.tokki.cli.token;

import dev.tokki.api.TokenInfo;
import dev.tokki.api.constant.Ckf;
import java.util.ArrayList;
import java.util.List;

/// What matters first about a token's flags, in words.
final class TokenState {
    private TokenState() {}

    /// {@return `ready`, `blank`, `user PIN locked`, …}
    static String of(TokenInfo info) {
        List<String> words = new ArrayList<>();
        if (!has(info, Ckf.TOKEN_INITIALIZED)) {
            words.add("blank");
        } else if (has(info, Ckf.LOGIN_REQUIRED) && !has(info, Ckf.USER_PIN_INITIALIZED)) {
            words.add("no user PIN yet");
        }
        pin(info, words, "user", Ckf.USER_PIN_COUNT_LOW, Ckf.USER_PIN_FINAL_TRY, Ckf.USER_PIN_LOCKED);
        pin(info, words, "SO", Ckf.SO_PIN_COUNT_LOW, Ckf.SO_PIN_FINAL_TRY, Ckf.SO_PIN_LOCKED);
        if (has(info, Ckf.USER_PIN_TO_BE_CHANGED)) {
            words.add("user PIN to be changed");
        }
        if (has(info, Ckf.WRITE_PROTECTED)) {
            words.add("write-protected");
        }
        return words.isEmpty() ? "ready" : String.join(", ", words);
    }

    private static void pin(TokenInfo info, List<String> words, String whose, long low, long last, long locked) {
        if (has(info, locked)) {
            words.add(whose + " PIN locked");
        } else if (has(info, last)) {
            words.add("last try for the " + whose + " PIN");
        } else if (has(info, low)) {
            words.add("wrong " + whose + " PINs were given");
        }
    }

    private static boolean has(TokenInfo info, long flag) {
        return (info.flags() & flag) != 0;
    }
}
