package dev.tokki.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/// Runs commands in this process, each in surroundings made for it, on stores below a folder.
final class Shell {
    static final String PIN = "7391-user";
    static final String SO_PIN = "8642-officer";

    private final Map<String, String> environment = new HashMap<>();
    private final Queue<String> typed = new ArrayDeque<>();
    private boolean attended;
    private byte[] input = new byte[0];

    Shell(Path folder) {
        environment.put("XDG_DATA_HOME", folder.toAbsolutePath().toString());
    }

    /// What a command left behind.
    record Outcome(int code, ByteArrayOutputStream written, String err) {
        String out() {
            return written.toString(StandardCharsets.UTF_8);
        }

        String all() {
            return out() + err;
        }

        byte[] bytes() {
            return written.toByteArray();
        }
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell withPins() {
        return with("TOKKI_PIN", PIN).with("TOKKI_SO_PIN", SO_PIN);
    }

    /// Somebody sits at the terminal and types these, one for each question.
    Shell typing(String... answers) {
        attended = true;
        typed.addAll(List.of(answers));
        return this;
    }

    Shell input(byte[] bytes) {
        input = bytes;
        return this;
    }

    Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.copyOf(environment),
                attended ? Optional.of(question -> Optional.ofNullable(typed.poll())) : Optional.empty(),
                false,
                100);
        int code = Tokki.run(surroundings, args);
        return new Outcome(code, out, err.toString(StandardCharsets.UTF_8));
    }
}
