package dev.tokki.cli.target;

import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where PINs come from: an option, a file, the environment, or the person at the terminal, in this order.
public final class Credentials {
    private final Surroundings surroundings;

    @Option(
            names = "--pin",
            paramLabel = "PIN",
            description = "The user's PIN. Others on this machine may see it, and the shell remembers it: rather use"
                    + " --pin-file, TOKKI_PIN, or the question that is asked otherwise.")
    private @Nullable String pin;

    @Option(names = "--pin-file", paramLabel = "FILE", description = "A file whose first line is the user's PIN.")
    private @Nullable Path pinFile;

    @Option(names = "--so-pin", paramLabel = "PIN", description = "The Security Officer's PIN; see --pin.")
    private @Nullable String soPin;

    @Option(names = "--so-pin-file", paramLabel = "FILE", description = "A file whose first line is the SO's PIN.")
    private @Nullable Path soPinFile;

    /// @param surroundings the environment and the person
    public Credentials(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// {@return whether the user's PIN was given without asking anybody}
    public boolean userPinIsGiven() {
        return givenUserPin().isPresent();
    }

    /// {@return whether the SO's PIN was given without asking anybody}
    public boolean soPinIsGiven() {
        return givenSoPin().isPresent();
    }

    /// {@return the user's PIN; a person is asked once}
    ///
    /// @param token the token's label, for the question
    public String userPin(String token) {
        pin = givenUserPin().orElseGet(() -> ask("User PIN of \"" + token + "\"", "--pin-file", "TOKKI_PIN"));
        return pin;
    }

    /// {@return the SO's PIN; a person is asked once}
    ///
    /// @param token the token's label, for the question
    public String soPin(String token) {
        soPin = givenSoPin().orElseGet(() -> ask("SO PIN of \"" + token + "\"", "--so-pin-file", "TOKKI_SO_PIN"));
        return soPin;
    }

    /// {@return the user's PIN to be: as given, or asked for twice}
    public String newUserPin(String token) {
        return givenUserPin().orElseGet(() -> askTwice("New user PIN of \"" + token + "\"", "--pin-file", "TOKKI_PIN"));
    }

    /// {@return the SO's PIN to be: as given, or asked for twice}
    public String newSoPin(String token) {
        return givenSoPin()
                .orElseGet(() -> askTwice("New SO PIN of \"" + token + "\"", "--so-pin-file", "TOKKI_SO_PIN"));
    }

    /// {@return whether there is a PIN for the user, or somebody to ask for one}
    public boolean canHaveUserPin() {
        return userPinIsGiven() || surroundings.person().isPresent();
    }

    /// {@return a PIN that replaces another: told, from a file, the environment, or asked for twice}
    ///
    /// @param told the PIN, or null
    /// @param file the file, or null
    /// @param question what to ask
    String replacement(@Nullable String told, @Nullable Path file, String question) {
        return first(told, file, "TOKKI_NEW_PIN")
                .orElseGet(() -> askTwice(question, "--new-pin-file", "TOKKI_NEW_PIN"));
    }

    /// {@return a secret that is not a PIN of the token at hand: told, from a file, the environment, or asked for}
    ///
    /// @param told the secret, or null
    /// @param file the file, or null
    /// @param option the option that names a file
    /// @param variable the environment variable
    /// @param question what to ask
    public String other(@Nullable String told, @Nullable Path file, String option, String variable, String question) {
        return first(told, file, variable).orElseGet(() -> ask(question, option, variable));
    }

    private Optional<String> givenUserPin() {
        return first(pin, pinFile, "TOKKI_PIN");
    }

    private Optional<String> givenSoPin() {
        return first(soPin, soPinFile, "TOKKI_SO_PIN");
    }

    private Optional<String> first(@Nullable String told, @Nullable Path file, String variable) {
        if (told != null) {
            return Optional.of(told);
        }
        return file == null ? surroundings.variable(variable) : Optional.of(firstLine(file));
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Usage("the PIN file " + file + " cannot be read");
        }
    }

    private String ask(String question, String option, String variable) {
        return surroundings
                .person()
                .orElseThrow(() ->
                        new Usage("a PIN is needed and nobody is there to ask: give " + option + " or " + variable))
                .secret(question)
                .orElseThrow(() -> new Usage("no PIN was typed"));
    }

    private String askTwice(String question, String option, String variable) {
        String first = ask(question, option, variable);
        if (!first.equals(ask("The same again", option, variable))) {
            throw new Usage("the two PINs typed differ; nothing was changed");
        }
        return first;
    }
}
