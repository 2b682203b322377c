package dev.tokki.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintStream;

/// What `--json` prints: records, lists and maps as they are named.
public final class Json {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Json() {}

    /// Prints a value.
    public static void print(Object value, PrintStream out) {
        out.println(GSON.toJson(value));
    }
}
