package dev.tokki.nativeadapter;

import dev.tokki.api.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a native module is loaded.
///
/// @param newest the newest version of the function table to ask for; 2.40 uses C_GetFunctionList alone
/// @param environment variables set in this process before the library is loaded, such as `SOFTHSM2_CONF`. They are
///        the process's own: other libraries see them too, and Java's `System.getenv` does not
/// @param reserved text for `pReserved` of every C_Initialize that leaves it NULL_PTR, which is how NSS takes its
///        configuration; null for none
public record Options(
        Version newest,
        Map<String, String> environment,
        @Nullable String reserved) {
    /// Copies the variables.
    public Options {
        environment = Map.copyOf(environment);
    }

    /// {@return the newest table, no variables, nothing reserved}
    public static Options defaults() {
        return new Options(Version.V3_2, Map.of(), null);
    }

    /// {@return these options with another newest version}
    public Options newest(Version version) {
        return new Options(version, environment, reserved);
    }

    /// {@return these options with other variables}
    public Options environment(Map<String, String> variables) {
        return new Options(newest, variables, reserved);
    }

    /// {@return these options with a text for `pReserved`}
    public Options reserved(String text) {
        return new Options(newest, environment, text);
    }
}
