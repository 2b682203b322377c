package dev.tokki.trace.xml;

import dev.tokki.trace.json.MalformedTranscriptException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the `${…}` of a test case stand for.
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, String> values = new HashMap<>();

    Variables(Map<String, String> given) {
        values.putAll(given);
    }

    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }

    /// {@return whether a text stands for a handle, a slot or a length; not for bytes that are hidden}
    static boolean isBinding(String text) {
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.matches()
                && (matcher.group(1).contains("[")
                        || matcher.group(1).contains(".")
                        || matcher.group(1).equals("Session"));
    }

    void bind(String variable, String value) {
        values.put(variable.substring(2, variable.length() - 1), value);
    }

    /// {@return a text with its variables replaced}
    ///
    /// @throws MalformedTranscriptException if one is not known
    String resolve(String text) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new MalformedTranscriptException("nothing is known about " + text);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
