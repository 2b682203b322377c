package dev.tokki.emulator.edge;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// The functions that the engine does not offer yet (`CKR_FUNCTION_NOT_SUPPORTED`, section 5.1.6), in one
/// table.
enum Later {
    NAMED_USERS("Users with names are not offered yet.", "Use C_Login.", Function.LOGIN_USER);

    private static final Map<Function, Later> BY_FUNCTION = byFunction();

    private final String rule;
    private final String remedy;
    private final Function[] functions;

    Later(String rule, String remedy, Function... functions) {
        this.rule = rule;
        this.remedy = remedy;
        this.functions = functions;
    }

    /// {@return the refusal of a function of this table}
    static Refusal refusal(Function function) {
        Later later = BY_FUNCTION.get(function);
        if (later == null) {
            throw new IllegalStateException(function + " is missing in the table of functions not offered yet");
        }
        return Refusal.of(Ckr.FUNCTION_NOT_SUPPORTED, function.cName(), later.rule, function.section(), later.remedy);
    }

    private static Map<Function, Later> byFunction() {
        Map<Function, Later> table = new EnumMap<>(Function.class);
        for (Later later : values()) {
            Arrays.stream(later.functions).forEach(function -> table.put(function, later));
        }
        return table;
    }
}
