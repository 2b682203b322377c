package dev.tokki.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a command sees of the world: streams, environment, the person at the terminal. Tests bring their own.
///
/// @param in standard input, bytes
/// @param out standard output, text and bytes
/// @param err standard error
/// @param environment environment variables
/// @param person who can be asked, if somebody sits at a terminal
/// @param colours whether output goes to a terminal that shows colours
/// @param columns how wide lines may be
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Optional<Person> person,
        boolean colours,
        int columns) {
    private static final int COLUMNS = 100;

    /// Somebody at a terminal.
    @FunctionalInterface
    public interface Person {
        /// {@return what was typed unseen; nothing at the end of input}
        ///
        /// @param question what is wanted
        Optional<String> secret(String question);
    }

    /// {@return the surroundings of this process}
    public static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return new Surroundings(
                System.in,
                utf8(System.out),
                utf8(System.err),
                environment,
                terminal.map(console -> question -> ask(console, question)),
                terminal.isPresent()
                        && !environment.containsKey("NO_COLOR")
                        && !Objects.equals(environment.get("TERM"), "dumb"),
                columns(environment));
    }

    /// {@return an environment variable that is set and not empty}
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static int columns(Map<String, String> environment) {
        String told = environment.getOrDefault("COLUMNS", "");
        return told.matches("[1-9][0-9]{1,3}") ? Math.max(40, Integer.parseInt(told)) : COLUMNS;
    }

    private static Optional<String> ask(Console console, String question) {
        return Optional.ofNullable(console.readPassword("%s: ", question)).map(String::new);
    }
}
