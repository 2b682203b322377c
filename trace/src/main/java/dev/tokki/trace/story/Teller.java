package dev.tokki.trace.story;

import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Objects;
import dev.tokki.api.call.RandomNumbers;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.call.SlotsAndTokens;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.constant.Names;
import dev.tokki.api.text.AttributeText;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Handles;
import dev.tokki.trace.ObjectBook;
import dev.tokki.trace.lesson.Lesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells what one program did. Steps that say the same, and calls that only ask for a length, are told once.
final class Teller {
    private final ObjectBook book = new ObjectBook();
    private final Map<Long, String> tokens = new HashMap<>();
    private final Map<Long, List<Long>> found = new HashMap<>();
    private final Map<Long, String> sought = new HashMap<>();
    private final Deeds deeds = new Deeds(this::named);
    private final List<Sentence> told = new ArrayList<>();
    private final List<Integer> times = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();

    List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Sentence sentence = told.get(i);
            String count = times.get(i) == 1 ? "" : ", " + times.get(i) + " times";
            sentences.add(new Sentence(sentence.first(), sentence.last(), plain.get(i) + count, sentence.lesson()));
        }
        return sentences;
    }

    void hear(CallRecord call, @Nullable Lesson lesson) {
        Reply<?> reply = call.reply();
        if (reply == null) {
            tell(call, "called " + call.function().cName() + ", which did not return: " + call.failure(), lesson);
            return;
        }
        String text = reply.isOk() ? done(call.call(), reply.value()) : failed(call);
        if (!text.isEmpty() || lesson != null) {
            tell(call, text.isEmpty() ? "found nothing" : text, lesson);
        } else if (!told.isEmpty()) {
            Sentence last = told.removeLast();
            told.add(last.until(call, last.text()));
        }
        book.learn(call.call(), reply);
    }

    private void tell(CallRecord call, String text, @Nullable Lesson lesson) {
        boolean again = !plain.isEmpty()
                && plain.getLast().equals(text)
                && (told.getLast().lesson() == null) == (lesson == null);
        if (again) {
            told.add(told.removeLast().until(call, text));
            times.add(times.removeLast() + 1);
        } else {
            told.add(Sentence.of(call, text, lesson));
            plain.add(text);
            times.add(1);
        }
    }

    private String failed(CallRecord call) {
        String about = deeds.about(call.call());
        String objects = Handles.objects(call.call()).stream()
                .map(this::named)
                .distinct()
                .collect(Collectors.joining(" and the ", " on the ", ""));
        return "failed to " + deeds.attempt(call.call()) + about + (objects.equals(" on the ") ? "" : objects) + ": "
                + call.function().cName() + " returned " + call.returned();
    }

    /// {@return what a call did; empty if there is nothing to say}
    private String done(Call<?> call, @Nullable Object value) {
        return switch (call) {
            case GeneralPurpose.Initialize c -> "initialised the library";
            case GeneralPurpose.Finalize c -> "was done with the library";
            case GeneralPurpose<?> c -> "looked at the library";
            case SlotsAndTokens<?> c -> slots(c, value);
            case Sessions<?> c -> sessions(c);
            case Objects<?> c -> objects(c, value);
            case KeyManagement<?> c -> deeds.key(c, value);
            case RandomNumbers.GenerateRandom c -> "got " + c.randomData().length() + " random bytes";
            case RandomNumbers<?> c -> "stirred the random generator";
            default -> value instanceof Output output && output.bytes() == null ? "" : deeds.step(call, value);
        };
    }

    private String slots(SlotsAndTokens<?> call, @Nullable Object value) {
        if (call instanceof SlotsAndTokens.GetTokenInfo asked && value instanceof TokenInfo info) {
            tokens.put(asked.slot(), info.label());
        }
        return switch (call) {
            case SlotsAndTokens.GetSlotList c -> "looked for slots";
            case SlotsAndTokens.GetTokenInfo c -> "looked at the " + token(c.slot());
            case SlotsAndTokens.GetSlotInfo c -> "looked at slot " + Long.toUnsignedString(c.slot());
            case SlotsAndTokens.GetMechanismList c -> "asked what the " + token(c.slot()) + " can do";
            case SlotsAndTokens.GetMechanismInfo c -> "asked what the " + token(c.slot()) + " can do";
            case SlotsAndTokens.InitToken c -> "initialised the token in slot " + Long.toUnsignedString(c.slot());
            case SlotsAndTokens.InitPIN c -> "gave the user a PIN";
            case SlotsAndTokens.SetPIN c -> "changed a PIN";
            case SlotsAndTokens.WaitForSlotEvent c -> "waited for a token to come or go";
        };
    }

    private String sessions(Sessions<?> call) {
        return switch (call) {
            case Sessions.OpenSession c ->
                "opened a " + ((c.flags() & Ckf.RW_SESSION) == 0 ? "read-only" : "read/write") + " session with the "
                        + token(c.slot());
            case Sessions.CloseSession c -> "closed a session";
            case Sessions.CloseAllSessions c -> "closed all sessions with the " + token(c.slot());
            case Sessions.GetSessionInfo c -> "looked at a session";
            case Sessions.Login c -> "logged in as " + user(c.userType());
            case Sessions.LoginUser c -> "logged in as " + user(c.userType()) + " with a name";
            case Sessions.Logout c -> "logged out";
            default -> "called " + dev.tokki.api.Function.of(call.getClass()).cName();
        };
    }

    static String user(long type) {
        return type == Cku.USER ? "the user" : type == Cku.SO ? "the Security Officer" : Names.CKU.of(type);
    }

    private String objects(Objects<?> call, @Nullable Object value) {
        return switch (call) {
            case Objects.CreateObject c ->
                "created the " + ObjectBook.describe(c.template().attributes());
            case Objects.CopyObject c -> "copied the " + named(c.object());
            case Objects.DestroyObject c -> "destroyed the " + named(c.object());
            case Objects.GetObjectSize c -> "asked for the size of the " + named(c.object());
            case Objects.SetAttributeValue c ->
                "changed the " + named(c.object()) + " to "
                        + AttributeText.of(c.template().attributes());
            case Objects.GetAttributeValue c -> read(c);
            case Objects.FindObjectsInit c -> {
                found.put(c.session(), new ArrayList<>());
                sought.put(
                        c.session(),
                        c.template().attributes().isEmpty()
                                ? "all objects"
                                : "objects with "
                                        + AttributeText.of(c.template().attributes()));
                yield "";
            }
            case Objects.FindObjects c -> {
                if (value instanceof ULongs list && list.values() != null) {
                    found.computeIfAbsent(c.session(), key -> new ArrayList<>()).addAll(list.values());
                }
                yield "";
            }
            case Objects.FindObjectsFinal c -> {
                int count = found.getOrDefault(c.session(), List.of()).size();
                yield "looked for " + sought.getOrDefault(c.session(), "objects") + " and found "
                        + (count == 0 ? "none" : Integer.toString(count));
            }
        };
    }

    private String read(Objects.GetAttributeValue call) {
        boolean asks = call.template().queries().stream()
                .allMatch(query -> query.room().isQuery());
        return asks
                ? ""
                : "read "
                        + call.template().queries().stream()
                                .map(AttributeQuery::type)
                                .map(Names.CKA::of)
                                .collect(Collectors.joining(", "))
                        + " of the " + named(call.object());
    }

    private String token(long slot) {
        String label = tokens.getOrDefault(slot, "");
        return label.isBlank() ? "token in slot " + Long.toUnsignedString(slot) : "token \"" + label + '"';
    }

    private String named(long handle) {
        return book.nameOf(handle).orElse("object " + Long.toUnsignedString(handle));
    }
}
