package dev.tokki.trace.xml;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Means;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.shape.Shapes;
import dev.tokki.trace.json.MalformedTranscriptException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the call that an element describes.
///
/// @param variables gives a text with its variables replaced
record CallReader(UnaryOperator<String> variables) {
    private static final Map<Function, Class<?>> CALLS =
            Shapes.leaves(Call.class).collect(Collectors.toMap(Function::of, call -> call));

    /// {@return the call}
    ///
    /// @throws MalformedTranscriptException if it is none
    Call<?> read(Element element) {
        Class<?> type = Function.named(element.name())
                .map(CALLS::get)
                .orElseThrow(() -> new MalformedTranscriptException("no function is named " + element.name()));
        return (Call<?>) structure(type, element, element.name());
    }

    Object structure(Class<?> type, Element element, String function) {
        RecordAccess access = RecordAccess.of(type);
        @Nullable Object[] values = new @Nullable Object[access.components().size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = access.components().get(i);
            values[i] = value(component, element.child(ElementNames.of(type, component)), function);
        }
        return access.make(values);
    }

    private @Nullable Object value(RecordComponent component, Optional<Element> child, String function) {
        Class<?> type = component.getType();
        Optional<String> text =
                child.flatMap(element -> element.attribute("value")).map(variables);
        if (type == Out.class) {
            return Out.here();
        } else if (type == Buffer.class) {
            return length(child).map(Buffer::of).orElse(Buffer.query());
        } else if (type == Fill.class) {
            return Fill.of(length(child).orElse(0L));
        } else if (type == Bytes.class) {
            return child.map(element -> bytes(element, component.getName())).orElse(Bytes.NULL);
        } else if (type == long.class) {
            return text.map(value -> Scalars.number(value, names(component))).orElse(0L);
        } else if (type == Long.class) {
            return text.map(value -> Scalars.number(value, Names.CK)).orElse(null);
        } else if (type == boolean.class) {
            return text.map(Scalars::truth).orElse(false);
        } else if (type == String.class) {
            return text.orElse(null);
        } else if (type == Mechanism.class) {
            return child.filter(element -> !element.children().isEmpty())
                    .map(element -> mechanism(element, function))
                    .orElse(null);
        } else if (type == Template.class) {
            return child.map(element -> Attributes.read(element, variables)).orElse(Template.NULL);
        } else if (type == QueryTemplate.class) {
            return child.map(element -> Attributes.readQueries(element, variables))
                    .orElse(QueryTemplate.nullOf(0));
        } else if (type == Version.class) {
            return child.map(element -> new Version(number(element, "major"), number(element, "minor")))
                    .orElse(null);
        } else if (type == InitializeArgs.class) {
            return child.map(element -> InitializeArgs.flags(element.child("Flags")
                            .flatMap(flags -> flags.attribute("value"))
                            .map(value -> Scalars.number(value, Names.CKF))
                            .orElse(0L)))
                    .orElse(null);
        } else if (type == List.class) {
            Class<?> of = Shapes.raw(Shapes.argument(component.getGenericType()));
            return child.stream()
                    .flatMap(element -> element.children().stream())
                    .map(element -> item(of, element, function))
                    .toList();
        } else if (type == Parameter.class) {
            return child.map(element -> inner(element, function)).orElse(Parameter.none());
        }
        return null;
    }

    private Object item(Class<?> type, Element element, String function) {
        if (type == Long.class) {
            return Scalars.number(variables.apply(element.attribute("value").orElse("0")), Names.CK);
        }
        Class<?> leaf = Shapes.leaves(type)
                .filter(each -> each.getSimpleName().equals(element.name()))
                .findFirst()
                .orElseThrow(() ->
                        new MalformedTranscriptException("<" + element.name() + "> is no " + type.getSimpleName()));
        return structure(leaf, element, function);
    }

    /// {@return the bytes of an element}
    ///
    /// @param component what they are for, which tells whether they are text
    Bytes bytes(Element element, String component) {
        return element.attribute("value")
                .map(variables)
                .map(value -> Variables.isVariable(value)
                        ? hidden(element)
                        : CallWriter.isText(component) ? Bytes.utf8(value) : Bytes.hex(value))
                .orElse(Bytes.NULL);
    }

    static Bytes hidden(Element element) {
        return Bytes.hidden(element.attribute("length")
                .map(length -> Scalars.number(length, Names.CK))
                .orElse(0L));
    }

    private Mechanism mechanism(Element element, String function) {
        long type = element.child("Type")
                .flatMap(each -> each.attribute("value"))
                .map(variables)
                .map(value -> Scalars.number(value, Names.CKM))
                .orElseThrow(() -> new MalformedTranscriptException("a mechanism without a type"));
        return element.child("Parameter")
                .map(parameter -> Mechanism.of(type, parameter(parameter, type, function)))
                .orElse(Mechanism.of(type));
    }

    private Parameter parameter(Element element, long mechanism, String function) {
        List<Class<? extends Parameter>> types =
                ParameterTypes.of(mechanism, Function.named(function).orElseThrow());
        if (element.children().isEmpty()) {
            return types.contains(Parameter.ULong.class)
                    ? new Parameter.ULong(element.attribute("value")
                            .map(variables)
                            .map(value -> Scalars.number(value, Names.CK))
                            .orElse(0L))
                    : bare(element);
        }
        Class<?> type = types.stream()
                .filter(dev.tokki.api.parameter.Structure.class::isAssignableFrom)
                .findFirst()
                .orElseThrow(() -> new MalformedTranscriptException(
                        Names.CKM.of(mechanism) + " has no structure for its parameter"));
        return (Parameter) structure(type, element, function);
    }

    /// A structure within a structure is told by its members, which no two have in common.
    private Parameter inner(Element element, String function) {
        List<String> names = element.children().stream().map(Element::name).toList();
        return Shapes.leaves(Parameter.class)
                .filter(type -> !names.isEmpty() && type.isRecord())
                .filter(type -> RecordAccess.of(type).components().stream()
                        .map(component -> ElementNames.of(type, component))
                        .toList()
                        .equals(names))
                .findFirst()
                .map(type -> (Parameter) structure(type, element, function))
                .orElseGet(() -> bare(element));
    }

    private Parameter bare(Element element) {
        return element.attribute("value")
                .map(variables)
                .<Parameter>map(value -> new Parameter.Raw(Bytes.hex(value)))
                .orElse(Parameter.none());
    }

    private Optional<Long> length(Optional<Element> child) {
        return child.flatMap(element -> element.attribute("length"))
                .map(variables)
                .map(value -> Scalars.number(value, Names.CK));
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.attribute(attribute).orElse("0"));
    }

    private static Names names(RecordComponent component) {
        Means means = component.getAnnotation(Means.class);
        if (component.getName().equals("hashAlg")) {
            return Names.CKM;
        } else if (means == null) {
            return Names.CK;
        }
        return switch (means.value()) {
            case USER_TYPE -> Names.CKU;
            case MECHANISM_TYPE -> Names.CKM;
            case FLAGS -> Names.CKF;
            case SESSION, OBJECT, SLOT, VALIDATION_TYPE, COUNT, POINTER, OPERATION_ID -> Names.CK;
        };
    }
}
