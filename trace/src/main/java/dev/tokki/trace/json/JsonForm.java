package dev.tokki.trace.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Bytes;
import dev.tokki.api.Notify;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.shape.Shapes;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values as JSON, derived from their records: a record is an object, one of a sealed family says which in `is`.
final class JsonForm {
    private static final String WHICH = "is";

    /// What stands for a callback, which cannot be written down.
    private static final Notify CALLBACK = (session, event, application) -> 0;

    private JsonForm() {}

    /// {@return a value as JSON}
    ///
    /// @param type its declared type
    /// @param context what numbers and bytes mean there
    static JsonElement write(Type type, @Nullable Object value, Context context) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Long number -> Numbers.write(number, context);
            case Integer number -> new JsonPrimitive(number);
            case Boolean truth -> new JsonPrimitive(truth);
            case String text -> new JsonPrimitive(text);
            case Bytes bytes -> bytes(bytes, context.text());
            case Notify callback -> new JsonPrimitive("callback");
            case Enum<?> constant -> new JsonPrimitive(constant.name());
            case List<?> list -> {
                JsonArray array = new JsonArray();
                list.forEach(element -> array.add(write(Shapes.argument(type), element, context)));
                yield array;
            }
            case Record structure -> structure(type, structure, context);
            default -> throw new IllegalArgumentException("no JSON form of " + value.getClass());
        };
    }

    /// {@return a value from its JSON}
    ///
    /// @throws MalformedTranscriptException if it is none of that type
    static @Nullable Object read(Type type, JsonElement json, Context context) {
        Class<?> raw = Shapes.raw(type);
        if (json.isJsonNull()) {
            return null;
        } else if (raw == long.class || raw == Long.class) {
            return Numbers.read(json, context);
        } else if (raw == int.class) {
            return json.getAsInt();
        } else if (raw == boolean.class) {
            return json.getAsBoolean();
        } else if (raw == String.class) {
            return json.getAsString();
        } else if (raw == Bytes.class) {
            return bytes(json);
        } else if (raw == Notify.class) {
            return CALLBACK;
        } else if (raw.isEnum()) {
            return constant(raw, json.getAsString());
        } else if (raw == List.class) {
            List<Object> list = new ArrayList<>();
            for (JsonElement element : json.getAsJsonArray()) {
                list.add(present(read(Shapes.argument(type), element, context)));
            }
            return list;
        }
        return structure(raw, json.getAsJsonObject(), context);
    }

    private static JsonObject structure(Type type, Record value, Context inherited) {
        JsonObject object = new JsonObject();
        if (Shapes.raw(type).isSealed()) {
            object.addProperty(WHICH, name(value.getClass()));
        }
        RecordAccess access = RecordAccess.of(value.getClass());
        for (int i = 0; i < access.components().size(); i++) {
            RecordComponent component = access.components().get(i);
            Context context = isValueOfAttribute(value.getClass(), i) && access.get(value, 0) instanceof Long attribute
                    ? Context.ofAttribute(attribute)
                    : context(value.getClass(), component, inherited);
            JsonElement element = write(component.getGenericType(), access.get(value, i), context);
            if (!element.isJsonNull()) {
                object.add(component.getName(), element);
            }
        }
        return object;
    }

    private static Object structure(Class<?> raw, JsonObject object, Context inherited) {
        Class<?> type = raw.isSealed() ? leaf(raw, object) : raw;
        RecordAccess access = RecordAccess.of(type);
        @Nullable Object[] values = new @Nullable Object[access.components().size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = access.components().get(i);
            JsonElement element = object.has(component.getName()) ? object.get(component.getName()) : JsonNull.INSTANCE;
            Context context = isValueOfAttribute(type, i) && values[0] instanceof Long attribute
                    ? Context.ofAttribute(attribute)
                    : context(type, component, inherited);
            values[i] = read(component.getGenericType(), element, context);
            if (values[i] == null && component.getType().isPrimitive()) {
                throw new MalformedTranscriptException(name(type) + " lacks \"" + component.getName() + "\"");
            }
        }
        return access.make(values);
    }

    private static boolean isValueOfAttribute(Class<?> holder, int component) {
        return (holder == Attribute.class && component == 1) || (holder == AttributeReply.class && component == 2);
    }

    /// The value of an attribute and a list of numbers mean what the place around them means.
    private static Context context(Class<?> holder, RecordComponent component, Context inherited) {
        boolean transparent = (Value.class.isAssignableFrom(holder) && holder != Value.Template.class)
                || (holder == ULongs.class && component.getName().equals("values"));
        return transparent ? inherited : Context.of(holder, component);
    }

    private static Class<?> leaf(Class<?> family, JsonObject object) {
        String name = object.has(WHICH) ? object.get(WHICH).getAsString() : "";
        return Shapes.leaves(family)
                .filter(leaf -> name(leaf).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new MalformedTranscriptException("\"" + name + "\" is no " + family.getSimpleName()));
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }

    private static JsonElement bytes(Bytes bytes, boolean isText) {
        if (bytes.isHidden() || bytes.isNull()) {
            JsonObject object = new JsonObject();
            object.add(bytes.isHidden() ? "hidden" : "null", Numbers.write(bytes.length(), Context.PLAIN));
            return object;
        }
        if (isText && bytes.length() > 0) {
            String text = bytes.text();
            if (Bytes.of(text.getBytes(StandardCharsets.UTF_8)).equals(bytes)) {
                JsonObject object = new JsonObject();
                object.addProperty("text", text);
                return object;
            }
        }
        return new JsonPrimitive(bytes.hex());
    }

    private static Bytes bytes(JsonElement json) {
        if (json.isJsonPrimitive()) {
            return Bytes.hex(json.getAsString());
        }
        JsonObject object = json.getAsJsonObject();
        if (object.has("text")) {
            return Bytes.utf8(object.get("text").getAsString());
        }
        return object.has("hidden")
                ? Bytes.hidden(Numbers.read(object.get("hidden"), Context.PLAIN))
                : Bytes.nullOf(Numbers.read(object.get("null"), Context.PLAIN));
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new MalformedTranscriptException("\"" + name + "\" is no " + type.getSimpleName());
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw new MalformedTranscriptException("a list has a hole");
        }
        return value;
    }
}
