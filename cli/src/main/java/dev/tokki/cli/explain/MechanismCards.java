package dev.tokki.cli.explain;

import dev.tokki.api.Function;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Token;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import dev.tokki.api.parameter.Struct;
import dev.tokki.cli.Flags;
import dev.tokki.cli.explain.Card.Row;
import dev.tokki.emulator.Emulator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Explains mechanisms: where the specification has them and what for, which parameter they take, and what our own
/// engine offers of them.
final class MechanismCards {
    private static final int PARTS = 3;

    private final Texts texts = Texts.of("mechanisms");

    /// {@return the explanation of `CKM_…`}
    ///
    /// @param canonical the name that is no alias
    Card card(String name, String canonical, long value) {
        // section|title of the section|operations; empty if the text no longer has it
        String[] facts = texts.find(canonical.substring("CKM_".length()))
                .map(line -> line.split("\\|", PARTS))
                .orElse(new String[] {"", "", ""});
        String summary = facts[0].isEmpty()
                ? "In the headers of PKCS#11 v3.2, not or no longer in a chapter of its text (historical)."
                : facts[1];
        return new Card(
                name,
                Hex.of(value),
                "mechanism",
                facts[0],
                summary,
                List.of(
                        Row.of("Also called", name.equals(canonical) ? "" : canonical),
                        Row.of("For", operations(facts[2])),
                        new Row("Parameter", parameters(value)),
                        Row.of("This engine", offered(value))));
    }

    private static String operations(String operations) {
        return Arrays.stream(operations.split(";"))
                .map(String::strip)
                .filter(operation -> !operation.isEmpty())
                .map(operation -> operation.replace('-', '/'))
                .collect(Collectors.joining(", "));
    }

    /// The C structures of the parameter, with the functions that want another one than most do.
    private static List<String> parameters(long mechanism) {
        String usual = structures(ParameterTypes.of(mechanism));
        Map<String, Set<String>> others = new LinkedHashMap<>();
        for (Function function : Function.values()) {
            String structures = structures(ParameterTypes.of(mechanism, function));
            if (!structures.equals(usual)) {
                others.computeIfAbsent(structures, _ -> new LinkedHashSet<>()).add(function.cName());
            }
        }
        return Stream.concat(
                        Stream.of(usual),
                        others.entrySet().stream()
                                .map(other -> other.getKey() + " in " + String.join(", ", other.getValue())))
                .toList();
    }

    private static String structures(List<Class<? extends Parameter>> types) {
        return types.isEmpty()
                ? "none"
                : types.stream().map(MechanismCards::structure).collect(Collectors.joining(", or "));
    }

    private static String structure(Class<? extends Parameter> type) {
        Optional<Struct> struct = Optional.ofNullable(type.getAnnotation(Struct.class));
        return struct.map(names -> names.value()[0]).orElseGet(() -> plain(type));
    }

    private static String plain(Class<? extends Parameter> type) {
        return type == Parameter.None.class ? "none" : type == Parameter.ULong.class ? "a CK_ULONG" : "bytes";
    }

    private static String offered(long mechanism) {
        try (Emulator engine = Emulator.builder().slot(0).build();
                Application application = Application.initialise(engine.connect())) {
            Token token = application.token(0);
            return Arrays.stream(token.mechanisms()).anyMatch(listed -> listed == mechanism)
                    ? offered(token.mechanism(mechanism))
                    : "does not offer it";
        }
    }

    private static String offered(MechanismInfo info) {
        String uses = Flags.words(MechanismInfo.class, info.flags());
        return info.maxKeySize() == 0
                ? uses
                : "%s; key sizes %s to %s"
                        .formatted(
                                uses,
                                Long.toUnsignedString(info.minKeySize()),
                                Long.toUnsignedString(info.maxKeySize()));
    }
}
