package dev.tokki.trace.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.tokki.api.constant.Names;
import dev.tokki.api.text.FlagNames;

/// Unsigned longs: numbers as far as every reader of JSON keeps them, else hexadecimal; names where they are meant.
final class Numbers {
    /// Readers that know only doubles keep these exactly.
    private static final long EXACT = 1L << 53;

    private Numbers() {}

    static JsonElement write(long number, Context context) {
        if (context.flags().isPresent()) {
            String text = FlagNames.of(context.flags().get(), number);
            return text.equals("0") ? new JsonPrimitive(0) : new JsonPrimitive(text);
        }
        return context.names()
                .flatMap(names -> names.find(number))
                .map(JsonPrimitive::new)
                .orElseGet(() -> plain(number));
    }

    static long read(JsonElement element, Context context) {
        JsonPrimitive primitive = element.getAsJsonPrimitive();
        if (primitive.isNumber()) {
            return primitive.getAsLong();
        }
        long number = 0;
        for (String word : primitive.getAsString().split("\\|")) {
            number |= word(word, context);
        }
        return number;
    }

    private static long word(String word, Context context) {
        if (word.startsWith("0x")) {
            return Long.parseUnsignedLong(word.substring(2), 16);
        }
        Names names = context.flags().isPresent()
                ? Names.CKF
                : context.names().orElseThrow(() -> new MalformedTranscriptException("\"" + word + "\" is no number"));
        return names.value(word)
                .orElseThrow(() -> new MalformedTranscriptException("\"" + word + "\" is no " + names + "_ name"));
    }

    private static JsonPrimitive plain(long number) {
        return number >= 0 && number <= EXACT
                ? new JsonPrimitive(number)
                : new JsonPrimitive("0x" + Long.toHexString(number));
    }
}
