package dev.tokki.cli.profile;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.Out;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.shape.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at a token: which profiles it says it conforms to, and what it lacks for the others.
///
/// @param claimed the profiles that have an object on the token
/// @param mechanisms what it lists
/// @param lacking the functions that it does not have
record Examination(Set<Long> claimed, Set<Long> mechanisms, Set<Function> lacking) {
    private static final int SHOWN = 6;

    /// Functions that end the examination, wait, change a token, or are used before it.
    private static final Set<Function> NOT_TRIED = EnumSet.of(
            Function.INITIALIZE,
            Function.FINALIZE,
            Function.WAIT_FOR_SLOT_EVENT,
            Function.INIT_TOKEN,
            Function.GET_FUNCTION_LIST,
            Function.GET_INTERFACE_LIST,
            Function.GET_INTERFACE);

    private static final Map<Function, Class<?>> CALLS =
            Shapes.leaves(Call.class).collect(Collectors.toMap(Function::of, call -> call));

    static Examination of(Application application, Token token) {
        Set<Long> claimed;
        try (Session session = token.openReadOnly()) {
            claimed = session.find(Attribute.of(Cka.CLASS, Cko.PROFILE)).stream()
                    .map(object -> object.ulong(Cka.PROFILE_ID))
                    .collect(Collectors.toSet());
        }
        Set<Long> mechanisms = Arrays.stream(token.mechanisms()).boxed().collect(Collectors.toSet());
        Set<Function> lacking = EnumSet.allOf(Function.class);
        lacking.removeAll(NOT_TRIED);
        lacking.removeIf(function -> has(application.module(), function));
        return new Examination(claimed, mechanisms, lacking);
    }

    /// {@return what a token lacks for a profile; nothing if it is there}
    List<String> lacks(Profile profile) {
        List<String> lacks = new ArrayList<>();
        List<Long> absent = profile.mechanisms().stream()
                .filter(mechanism -> !mechanisms.contains(mechanism))
                .toList();
        List<String> functions = profile.functions().stream()
                .filter(lacking::contains)
                .map(Function::cName)
                .toList();
        if (!functions.isEmpty()) {
            lacks.add("does not have " + some(functions));
        }
        if (!absent.isEmpty()) {
            lacks.add(
                    "does not offer " + some(absent.stream().map(Names.CKM::of).toList()));
        }
        if (!claimed.contains(profile.id()) && lacks.isEmpty()) {
            lacks.add(profile.further().isEmpty() ? "has no object that says so" : profile.further());
        }
        return lacks;
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? first : first + " and " + (names.size() - SHOWN) + " more";
    }

    /// Called with nothing, a function that is there complains of that.
    private static boolean has(Cryptoki module, Function function) {
        RecordAccess access = RecordAccess.of(java.util.Objects.requireNonNull(CALLS.get(function)));
        @Nullable
        Object[] values = access.components().stream()
                .map(component -> nothing(component.getType()))
                .toArray();
        return !module.call((Call<?>) access.make(values)).rv().is(Ckr.FUNCTION_NOT_SUPPORTED);
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == long.class) {
            return 0L;
        } else if (type == boolean.class) {
            return false;
        } else if (type == Bytes.class) {
            return Bytes.NULL;
        } else if (type == Buffer.class) {
            return Buffer.query();
        } else if (type == Fill.class) {
            return Fill.of(0);
        } else if (type == Out.class) {
            return Out.here();
        } else if (type == Template.class) {
            return Template.NULL;
        } else if (type == QueryTemplate.class) {
            return QueryTemplate.nullOf(0);
        }
        return type == Parameter.class ? Parameter.none() : null;
    }
}
