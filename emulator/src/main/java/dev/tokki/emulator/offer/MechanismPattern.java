package dev.tokki.emulator.offer;

import dev.tokki.api.constant.Names;
import java.util.Locale;
import java.util.regex.Pattern;

/// Mechanisms by name, `*` standing for anything: `CKM_AES_GCM`, `CKM_MD5*`, and as other tools write them, `AES-GCM`.
///
/// @param name upper case, with the prefix
record MechanismPattern(String name) {
    /// {@return the pattern that somebody wrote}
    ///
    /// @throws IllegalArgumentException if no mechanism has such a name
    static MechanismPattern of(String written) {
        String upper = written.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        boolean isComplete = upper.startsWith("CKM_") || upper.startsWith("0X") || upper.startsWith("*");
        MechanismPattern pattern = new MechanismPattern(isComplete ? upper : "CKM_" + upper);
        if (!pattern.isNumber() && Names.CKM.entries().keySet().stream().noneMatch(pattern::matches)) {
            throw new IllegalArgumentException("no mechanism is called " + written);
        }
        return pattern;
    }

    /// {@return whether it is the name of one mechanism}
    boolean isSingle() {
        return !name.contains("*");
    }

    /// {@return whether a mechanism has such a name}
    boolean covers(long type) {
        return isNumber()
                ? Long.decode(name) == type
                : Names.CKM.all(type).stream().anyMatch(this::matches);
    }

    private boolean isNumber() {
        return name.matches("0X[0-9A-F]{1,8}");
    }

    private boolean matches(String mechanism) {
        return mechanism.matches(Pattern.quote(name).replace("*", "\\E.*\\Q"));
    }

    @Override
    public String toString() {
        return name;
    }
}
