package dev.tokki.trace.xml;

import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Notify;
import dev.tokki.api.Out;
import dev.tokki.api.Output;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.shape.RecordAccess;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A call as the two elements of the XML representation.
final class CallWriter {
    private static final Set<String> TEXTS = Set.of("pin", "oldPin", "newPin", "label", "userName");

    private CallWriter() {}

    static boolean isText(String component) {
        return TEXTS.contains(component);
    }

    static Element call(Call<?> call) {
        Element element = Element.of(Function.of(call.getClass()).cName());
        components((Record) call, element);
        return element;
    }

    static Element reply(Call<?> call, Reply<?> reply) {
        Element element = Element.of(Function.of(call.getClass()).cName())
                .with("rv", Scalars.name(Names.CKR, reply.rv().value()));
        Object value = reply.value();
        if (value != null) {
            outputs(call, value).forEach(element::with);
        }
        return element;
    }

    private static void components(Record holder, Element element) {
        RecordAccess access = RecordAccess.of(holder.getClass());
        for (int i = 0; i < access.components().size(); i++) {
            RecordComponent component = access.components().get(i);
            Element child = component(holder, component, access.get(holder, i));
            if (child != null) {
                element.with(child);
            }
        }
    }

    private static @Nullable Element component(Record holder, RecordComponent component, @Nullable Object value) {
        String name = ElementNames.of(holder.getClass(), component);
        Means means = component.getAnnotation(Means.class);
        if (value == null || value instanceof Out || value instanceof Notify) {
            return value == null && component.getType() == Mechanism.class ? Element.of(name) : null;
        } else if (means != null && means.value() == Means.Meaning.POINTER) {
            return null;
        }
        return switch (value) {
            case Buffer room ->
                room.kind() == Buffer.Kind.ROOM
                        ? Element.of(name).with("length", Scalars.number(room.capacity()))
                        : Element.of(name);
            case Fill fill -> Element.of(name).with("length", Scalars.number(fill.length()));
            case Bytes bytes -> bytes(name, component.getName(), bytes);
            case Long number -> Element.value(name, number(holder.getClass(), component, number));
            case Mechanism mechanism -> mechanism(name, mechanism);
            case Parameter parameter -> parameter(name, parameter);
            case Template template -> Attributes.write(name, template.attributes());
            case QueryTemplate template -> Attributes.queries(name, template.queries());
            case Version version -> version(name, version);
            case List<?> list -> {
                Element element = Element.of(name);
                list.forEach(each -> {
                    if (each instanceof Record record) {
                        Element item = Element.of(record.getClass().getSimpleName());
                        components(record, item);
                        element.with(item);
                    } else if (each instanceof Long number) {
                        element.with(Element.value("Value", Scalars.number(number)));
                    }
                });
                yield element;
            }
            case Record structure -> {
                Element element = Element.of(name);
                components(structure, element);
                yield element;
            }
            default -> Element.value(name, value.toString());
        };
    }

    private static Element bytes(String name, String component, Bytes bytes) {
        if (bytes.isHidden()) {
            return Element.value(name, "${" + name + "}").with("length", Scalars.number(bytes.length()));
        } else if (bytes.isNull()) {
            return Element.of(name);
        }
        return Element.value(name, isText(component) ? Scalars.text(bytes) : bytes.hex());
    }

    private static String number(Class<?> holder, RecordComponent component, long number) {
        Means means = component.getAnnotation(Means.class);
        if (component.getName().equals("flags")) {
            return Scalars.flags(holder, number);
        } else if (component.getName().equals("state")) {
            return Scalars.name(Names.CKS, number);
        } else if (component.getName().equals("hashAlg")) {
            return Scalars.name(Names.CKM, number);
        } else if (means == null) {
            return Scalars.number(number);
        }
        return switch (means.value()) {
            case USER_TYPE -> Scalars.name(Names.CKU, number);
            case MECHANISM_TYPE -> Scalars.name(Names.CKM, number);
            case FLAGS, SESSION, OBJECT, SLOT, VALIDATION_TYPE, COUNT, POINTER, OPERATION_ID -> Scalars.number(number);
        };
    }

    private static Element mechanism(String name, Mechanism mechanism) {
        Element element = Element.of(name).with(Element.value("Type", Scalars.name(Names.CKM, mechanism.type())));
        return mechanism.parameter() instanceof Parameter.None
                ? element
                : element.with(parameter("Parameter", mechanism.parameter()));
    }

    private static Element parameter(String name, Parameter parameter) {
        return switch (parameter) {
            case Parameter.None none -> Element.of(name);
            case Parameter.Raw raw -> bytes(name, "", raw.bytes());
            case Parameter.ULong number -> Element.value(name, Scalars.number(number.value()));
            case dev.tokki.api.parameter.Structure structure -> {
                Element element = Element.of(name);
                components((Record) structure, element);
                yield element;
            }
        };
    }

    private static Element version(String name, Version version) {
        return Element.of(name)
                .with("major", Integer.toString(version.major()))
                .with("minor", Integer.toString(version.minor()));
    }

    private static List<Element> outputs(Call<?> call, Object value) {
        String first = outputName(call, 0);
        return switch (value) {
            case Output output -> List.of(output(first, output));
            case Bytes bytes -> List.of(bytes(first, "", bytes));
            case ULongs list -> List.of(list(call, first, list));
            case KeyPair pair ->
                List.of(
                        Element.value("PublicKey", Scalars.number(pair.publicKey())),
                        Element.value("PrivateKey", Scalars.number(pair.privateKey())));
            case Encapsulation both ->
                List.of(output(first, both.ciphertext()), Element.value("Key", Scalars.number(both.key())));
            case List<?> replies ->
                List.of(Attributes.replies(
                        "Template",
                        replies.stream().map(AttributeReply.class::cast).toList()));
            case Version version -> List.of(version(first, version));
            case Record structure -> {
                Element element = Element.of(first);
                components(structure, element);
                yield List.of(element);
            }
            case Long number -> List.of(Element.value(first, Scalars.number(number)));
            default -> List.of(Element.value(first, value.toString()));
        };
    }

    private static Element output(String name, Output output) {
        Bytes bytes = output.bytes();
        return bytes == null
                ? Element.of(name).with("length", Scalars.number(output.length()))
                : bytes(name, "", bytes);
    }

    private static Element list(Call<?> call, String name, ULongs list) {
        Element element = Element.of(name);
        List<Long> values = list.values();
        if (values == null) {
            return element.with("length", Scalars.number(list.count()));
        }
        boolean mechanisms = call instanceof GetMechanismList;
        String item = mechanisms ? "Type" : name.equals("SlotList") ? "SlotID" : name;
        values.forEach(value ->
                element.with(Element.value(item, mechanisms ? Scalars.name(Names.CKM, value) : Scalars.number(value))));
        return element;
    }

    private static String outputName(Call<?> call, int which) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : RecordAccess.of(call.getClass()).components()) {
            if (component.getType() == Buffer.class || component.getType() == Fill.class) {
                names.add(0, ElementNames.of(call.getClass(), component));
            } else if (component.getType() == Out.class) {
                names.add(ElementNames.of(call.getClass(), component));
            }
        }
        return names.size() > which ? names.get(which) : "Value";
    }
}
