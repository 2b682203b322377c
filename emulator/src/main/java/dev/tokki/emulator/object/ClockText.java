package dev.tokki.emulator.object;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/// Times as `CK_TOKEN_INFO` and clock objects tell them (section 4.4.3.2): `YYYYMMDDhhmmss` in UTC and two
/// zeros.
public final class ClockText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final String RESERVED = "00";

    private ClockText() {}

    /// {@return the text of a time}
    public static String of(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC)) + RESERVED;
    }

    /// {@return the time of a text, if it is one}
    static Optional<Instant> parse(String text) {
        if (!text.endsWith(RESERVED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text.substring(0, text.length() - RESERVED.length()), TIME)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
