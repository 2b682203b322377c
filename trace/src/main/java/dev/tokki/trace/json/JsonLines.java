package dev.tokki.trace.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.tokki.api.Function;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.shape.Shapes;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A transcript as lines of JSON: one that says what it is, then one for each call. `schema.json` beside this class
/// says what they hold.
public final class JsonLines {
    private static final int FORM = 1;

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private static final Map<Function, Class<?>> CALLS =
            Shapes.leaves(Call.class).collect(Collectors.toMap(Function::of, call -> call));

    private JsonLines() {}

    /// {@return the first line}
    ///
    /// @param about what is recorded
    /// @param secrets what becomes of secrets
    public static String header(String about, Secrets secrets) {
        JsonObject line = new JsonObject();
        line.addProperty("tokkiTranscript", FORM);
        line.addProperty("about", about);
        line.addProperty("secrets", secrets.name());
        return GSON.toJson(line);
    }

    /// {@return the line of a call}
    public static String line(CallRecord call) {
        return GSON.toJson(json(call));
    }

    static JsonObject json(CallRecord record) {
        JsonObject line = new JsonObject();
        line.addProperty("number", record.number());
        line.addProperty("application", record.application());
        line.addProperty("thread", record.thread());
        line.addProperty("start", record.start().toString());
        line.addProperty("nanos", record.nanos());
        line.addProperty("function", record.function().cName());
        line.add("arguments", JsonForm.write(record.call().getClass(), record.call(), Context.PLAIN));
        Reply<?> reply = record.reply();
        if (reply != null) {
            line.add("rv", Numbers.write(reply.rv().value(), Context.of(Names.CKR)));
            addIfThere(
                    line, "output", JsonForm.write(Shapes.result(record.call()), reply.value(), output(record.call())));
            addIfThere(line, "parameter", JsonForm.write(Parameter.class, reply.parameter(), Context.PLAIN));
            addIfThere(line, "reason", JsonForm.write(Reason.class, reply.reason(), Context.PLAIN));
        }
        if (record.failure() != null) {
            line.addProperty("failure", record.failure());
        }
        if (!record.objects().isEmpty()) {
            JsonObject objects = new JsonObject();
            record.objects().forEach((handle, name) -> objects.addProperty(Long.toUnsignedString(handle), name));
            line.add("objects", objects);
        }
        return line;
    }

    /// {@return a transcript; a last line that was cut short is left out}
    ///
    /// @param lines its lines
    /// @throws MalformedTranscriptException if it is none
    public static Transcript read(List<String> lines) {
        if (lines.isEmpty()) {
            throw new MalformedTranscriptException("the file is empty");
        }
        JsonObject header = object(lines.get(0), 1);
        if (!header.has("tokkiTranscript")) {
            throw new MalformedTranscriptException("the first line does not say that this is a transcript");
        }
        List<CallRecord> calls = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                calls.add(call(object(lines.get(i), i + 1)));
            } catch (RuntimeException e) {
                if (i == lines.size() - 1 && !lines.get(i).endsWith("}")) {
                    break;
                }
                throw e instanceof MalformedTranscriptException known
                        ? known
                        : new MalformedTranscriptException("line " + (i + 1) + " is no call: " + e.getMessage(), e);
            }
        }
        calls.sort(Comparator.comparingLong(CallRecord::number));
        return new Transcript(
                header.get("about").getAsString(),
                Secrets.valueOf(header.get("secrets").getAsString()),
                calls);
    }

    private static JsonObject object(String line, int number) {
        try {
            return JsonParser.parseString(line).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new MalformedTranscriptException("line " + number + " is no JSON object", e);
        }
    }

    private static CallRecord call(JsonObject line) {
        String name = line.get("function").getAsString();
        Class<?> type = CALLS.get(Function.named(name)
                .orElseThrow(() -> new MalformedTranscriptException("no function is named " + name)));
        Call<?> call = (Call<?>) java.util.Objects.requireNonNull(
                JsonForm.read(java.util.Objects.requireNonNull(type), line.get("arguments"), Context.PLAIN));
        Map<Long, String> objects = new HashMap<>();
        if (line.has("objects")) {
            line.getAsJsonObject("objects")
                    .entrySet()
                    .forEach(entry -> objects.put(
                            Long.parseUnsignedLong(entry.getKey()),
                            entry.getValue().getAsString()));
        }
        return new CallRecord(
                line.get("number").getAsLong(),
                line.get("application").getAsString(),
                line.get("thread").getAsLong(),
                Instant.parse(line.get("start").getAsString()),
                line.get("nanos").getAsLong(),
                call,
                reply(line, call),
                line.has("failure") ? line.get("failure").getAsString() : null,
                objects);
    }

    private static @Nullable Reply<?> reply(JsonObject line, Call<?> call) {
        if (!line.has("rv")) {
            return null;
        }
        return new Reply<>(
                new Rv(Numbers.read(line.get("rv"), Context.of(Names.CKR))),
                line.has("output") ? JsonForm.read(Shapes.result(call), line.get("output"), output(call)) : null,
                line.has("parameter")
                        ? (Parameter) JsonForm.read(Parameter.class, line.get("parameter"), Context.PLAIN)
                        : null,
                line.has("reason") ? (Reason) JsonForm.read(Reason.class, line.get("reason"), Context.PLAIN) : null);
    }

    private static Context output(Call<?> call) {
        return call instanceof GetMechanismList ? Context.of(Names.CKM) : Context.PLAIN;
    }

    private static void addIfThere(JsonObject line, String name, JsonElement element) {
        if (!element.isJsonNull()) {
            line.add(name, element);
        }
    }
}
