package dev.tokki.conformance;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.tokki.conformance.result.RecordedCall;
import dev.tokki.conformance.result.TestResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a [TestProcess] tells its parent: one of the three, as a line that no library prints by chance.
///
/// @param begun a call is about to be made
/// @param ended a call returned
/// @param result a test is over
record Message(
        @Nullable RecordedCall begun,
        @Nullable RecordedCall ended,
        @Nullable TestResult result) {
    private static final String MARK = "\u0001tokki ";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    static Message begun(RecordedCall call) {
        return new Message(call, null, null);
    }

    static Message ended(RecordedCall call) {
        return new Message(null, call, null);
    }

    static Message result(TestResult result) {
        return new Message(null, null, result);
    }

    String line() {
        return MARK + GSON.toJson(this);
    }

    /// {@return the message in a line, if it is one}
    static Optional<Message> of(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(GSON.fromJson(line.substring(MARK.length()), Message.class));
        } catch (JsonParseException e) {
            return Optional.empty(); // cut short by a crash
        }
    }
}
