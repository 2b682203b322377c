package dev.tokki.cli.target;

import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.emulator.token.PinPad;
import dev.tokki.emulator.token.PinPolicy;
import dev.tokki.emulator.token.TokenPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what the engine's tokens demand of PINs.
final class PinOptions {
    @Option(
            names = "--pin-length",
            paramLabel = "MIN-MAX",
            description = "How many bytes a new PIN has (ulMinPinLen, ulMaxPinLen). Default: 4-255.")
    private @Nullable String length;

    @Option(
            names = "--pin-characters",
            paramLabel = "SET",
            description = "What a new PIN is made of: any, digits, letters-and-digits or ascii. Default: any.")
    private @Nullable String characters;

    @Option(
            names = "--pin-tries",
            paramLabel = "USER,SO",
            description = "How many wrong PINs in a row lock the user's and the SO's (CKF_USER_PIN_LOCKED,"
                    + " CKF_SO_PIN_LOCKED); 0 for no lock. Default: 10,10.")
    private @Nullable String tries;

    @Option(
            names = "--pins-expire",
            description = "A user PIN that the SO has set must be changed first (CKF_USER_PIN_TO_BE_CHANGED).")
    private boolean expire;

    @Option(
            names = "--pin-pad",
            description = "Ask for PINs at this terminal where a program passes none"
                    + " (CKF_PROTECTED_AUTHENTICATION_PATH).")
    private boolean pad;

    boolean isGiven() {
        return length != null || characters != null || tries != null || expire || pad;
    }

    /// {@return a policy with these demands}
    ///
    /// @param surroundings who is asked for PINs
    TokenPolicy on(TokenPolicy policy, Surroundings surroundings) {
        TokenPolicy changed = policy;
        if (length != null) {
            int[] limits = two(length, "-", "--pin-length wants MIN-MAX, such as 6-12");
            if (limits[0] < 1 || limits[1] < limits[0]) {
                throw new Usage("--pin-length: PINs of " + limits[0] + " to " + limits[1] + " bytes cannot be");
            }
            changed = changed.withPinLengths(limits[0], limits[1]);
        }
        if (characters != null) {
            changed = changed.withPinCharacters(characters(characters));
        }
        if (tries != null) {
            int[] limits = two(tries, ",", "--pin-tries wants USER,SO, such as 3,5");
            changed = changed.withTries(limits[0], limits[1]);
        }
        if (expire) {
            changed = changed.withExpiringInitialPins();
        }
        return pad ? changed.withPinPad(pad(surroundings)) : changed;
    }

    private static PinPad pad(Surroundings surroundings) {
        Surroundings.Person person =
                surroundings.person().orElseThrow(() -> new Usage("--pin-pad wants somebody at a terminal to ask"));
        return (prompt, label) -> person.secret(question(prompt) + " of \"" + label + "\"")
                .filter(typed -> !typed.isEmpty())
                .map(typed -> typed.getBytes(StandardCharsets.UTF_8));
    }

    private static String question(PinPad.Prompt prompt) {
        return switch (prompt) {
            case SO_PIN -> "SO PIN";
            case USER_PIN -> "User PIN";
            case NEW_SO_PIN -> "New SO PIN";
            case NEW_USER_PIN -> "New user PIN";
        };
    }

    private static PinPolicy.Characters characters(String name) {
        return Arrays.stream(PinPolicy.Characters.values())
                .filter(set -> label(set).equals(name))
                .findFirst()
                .orElseThrow(() -> new Usage("--pin-characters: there is no set \"" + name + "\"; there are "
                        + Arrays.stream(PinPolicy.Characters.values())
                                .map(PinOptions::label)
                                .collect(Collectors.joining(", "))));
    }

    private static String label(PinPolicy.Characters set) {
        return set.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// {@return two numbers that are not negative}
    static int[] two(String text, String between, String wanted) {
        String[] parts = text.split(between, -1);
        if (parts.length != 2 || !Arrays.stream(parts).allMatch(part -> part.matches("[0-9]{1,9}"))) {
            throw new Usage(wanted + "; it is \"" + text + "\"");
        }
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
    }
}
