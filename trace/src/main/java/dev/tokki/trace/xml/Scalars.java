package dev.tokki.trace.xml;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Names;
import dev.tokki.api.text.FlagNames;
import dev.tokki.trace.json.MalformedTranscriptException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Numbers, flags, names and bytes as the values of XML attributes.
final class Scalars {
    private static final String UNAVAILABLE = "UnavailableInformation";

    private Scalars() {}

    static String number(long number) {
        return number == Ck.UNAVAILABLE_INFORMATION ? UNAVAILABLE : Long.toUnsignedString(number);
    }

    static String name(Names names, long number) {
        return names.find(number)
                .map(name -> name.substring(names.name().length() + 1))
                .orElse("0x" + Long.toHexString(number));
    }

    static String flags(Class<?> holder, long flags) {
        String text = FlagNames.of(holder, flags);
        return text.equals("0") ? "0x0" : text.replace("CKF_", "");
    }

    static long number(String text, Names names) {
        long number = 0;
        for (String word : text.trim().split("[ |]+")) {
            number |= word(word, names);
        }
        return number;
    }

    private static long word(String word, Names names) {
        try {
            if (word.startsWith("0x")) {
                return Long.parseUnsignedLong(word.substring(2), 16);
            } else if (word.equals(UNAVAILABLE)) {
                return Ck.UNAVAILABLE_INFORMATION;
            } else if (Character.isDigit(word.charAt(0))) {
                return Long.parseUnsignedLong(word);
            }
        } catch (NumberFormatException e) {
            throw new MalformedTranscriptException("\"" + word + "\" is no number", e);
        }
        return names.value(word)
                .orElseThrow(() -> new MalformedTranscriptException("\"" + word + "\" is no " + names + "_ name"));
    }

    static boolean truth(String text) {
        return text.toLowerCase(Locale.ROOT).equals("true");
    }

    /// {@return bytes as text, as the test cases have them, without a zero byte at the end; in hexadecimal if they are
    /// none}
    static String text(Bytes bytes) {
        String text = bytes.text();
        String shown = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        boolean printable = shown.chars().noneMatch(Character::isISOControl)
                && Bytes.of(text.getBytes(StandardCharsets.UTF_8)).equals(bytes);
        return printable ? shown : bytes.hex();
    }
}
