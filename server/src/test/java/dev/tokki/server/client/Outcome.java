package dev.tokki.server.client;

import java.nio.charset.StandardCharsets;

/// What a program left behind.
///
/// @param command the program and its arguments
/// @param code its exit code
/// @param out its standard output
/// @param err its standard error
record Outcome(String command, int code, String out, String err) {
    /// {@return both outputs, for those who write to either}
    String all() {
        return out + err;
    }

    byte[] bytes() {
        return out.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return command + "\nexit code " + code + "\n" + out + err;
    }
}
