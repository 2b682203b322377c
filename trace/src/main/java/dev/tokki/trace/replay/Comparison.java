package dev.tokki.trace.replay;

import dev.tokki.api.AttributeReply;
import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.Output;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.text.CallText;
import dev.tokki.api.text.FlagNames;
import dev.tokki.trace.Handles;
import dev.tokki.trace.replay.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What two replies to the same call do not have in common. What may differ between two modules that are both right is
/// passed over: handles, random values, who made the module; the profiles list the same ("Variable items").
final class Comparison {
    /// What differs where return values do.
    static final String RETURN_VALUE = "return value";

    /// Flags of a token that say what it can do, not how it is.
    private static final long ABILITIES = Ckf.RNG
            | Ckf.RESTORE_KEY_NOT_NEEDED
            | Ckf.CLOCK_ON_TOKEN
            | Ckf.DUAL_CRYPTO_OPERATIONS
            | Ckf.ASYNC_SESSION_SUPPORTED;

    private final long number;
    private final Call<?> call;
    private final @Nullable Reason reason;
    private final List<Difference> found = new ArrayList<>();

    private Comparison(long number, Call<?> call, @Nullable Reason reason) {
        this.number = number;
        this.call = call;
        this.reason = reason;
    }

    /// {@return the differences between two replies}
    ///
    /// @param number the call's number
    static List<Difference> of(long number, Call<?> call, Reply<?> first, Reply<?> second) {
        Comparison comparison =
                new Comparison(number, call, second.reason() == null ? first.reason() : second.reason());
        if (!first.rv().equals(second.rv())) {
            boolean ability = call instanceof GetMechanismInfo
                    && (first.rv().is(Ckr.MECHANISM_INVALID) || second.rv().is(Ckr.MECHANISM_INVALID));
            comparison.add(
                    ability ? Kind.ABILITY : Kind.ANSWER,
                    RETURN_VALUE,
                    first.rv().toString(),
                    second.rv().toString());
        } else {
            comparison.outputs(first.value(), second.value(), first, second);
        }
        return comparison.found;
    }

    private void outputs(@Nullable Object first, @Nullable Object second, Reply<?> one, Reply<?> other) {
        if (first == null) {
            // A log may not tell all outputs.
            return;
        } else if (second == null) {
            add(
                    "outputs",
                    CallText.outputs(call, one).toString(),
                    CallText.outputs(call, other).toString());
        } else if (first instanceof Output(long length, Bytes bytes) && second instanceof Output(long l, Bytes b)) {
            if (bytes != null && b != null && length != l) {
                add("length of the output", Long.toUnsignedString(length), Long.toUnsignedString(l));
            }
        } else if (first instanceof ULongs(long count, List<Long> v)
                && second instanceof ULongs(long c, List<Long> w)) {
            if (call instanceof FindObjects && count != c) {
                add("objects found", Long.toUnsignedString(count), Long.toUnsignedString(c));
            }
        } else if (first instanceof List<?> list
                && second instanceof List<?> replies
                && list.size() == replies.size()) {
            for (int i = 0; i < list.size(); i++) {
                attribute((AttributeReply) list.get(i), (AttributeReply) replies.get(i));
            }
        } else if (first instanceof Record structure && first.getClass() == second.getClass()) {
            structure(structure, (Record) second);
        }
    }

    private void attribute(AttributeReply first, AttributeReply second) {
        String name = Names.CKA.of(first.type());
        if (first.isUnavailable() != second.isUnavailable()) {
            add(name, told(first), told(second));
        } else if (!Varying.attribute(first.type())
                && !isHidden(first.value())
                && !isHidden(second.value())
                && (first.length() != second.length() || isOther(first.value(), second.value()))) {
            add(name, told(first), told(second));
        }
    }

    /// Where only one tells the value, there was room for it in only one of the calls.
    private static boolean isOther(@Nullable Value first, @Nullable Value second) {
        return first != null && second != null && !first.equals(second);
    }

    private static boolean isHidden(@Nullable Value value) {
        return value instanceof Value.Raw(Bytes bytes) && bytes.isHidden();
    }

    private static String told(AttributeReply reply) {
        Value value = reply.value();
        if (value == null) {
            return reply.isUnavailable() ? "CK_UNAVAILABLE_INFORMATION" : "length " + reply.length();
        }
        return dev.tokki.api.text.AttributeText.of(reply.type(), value);
    }

    private void structure(Record first, Record second) {
        RecordAccess access = RecordAccess.of(first.getClass());
        for (int i = 0; i < access.components().size(); i++) {
            String name = access.components().get(i).getName();
            boolean handle = first instanceof dev.tokki.api.KeyPair || name.equals("key");
            Object one = access.get(first, i);
            Object other = access.get(second, i);
            if (Varying.member(name) || handle || Objects.equals(one, other)) {
                continue;
            }
            if (one instanceof Record inner && other instanceof Record same && !name.endsWith("ersion")) {
                structure(inner, same);
            } else if (one instanceof Long flags && other instanceof Long more && name.equals("flags")) {
                flags(first.getClass(), flags, more);
            } else {
                boolean ability = first instanceof MechanismInfo || name.endsWith("PinLen");
                add(ability ? Kind.ABILITY : Kind.ANSWER, name, String.valueOf(one), String.valueOf(other));
            }
        }
    }

    private void flags(Class<?> holder, long first, long second) {
        long abilities = holder == MechanismInfo.class ? -1 : holder == TokenInfo.class ? ABILITIES : 0;
        if (((first ^ second) & abilities) != 0) {
            add(
                    Kind.ABILITY,
                    "flags",
                    FlagNames.of(holder, first & abilities),
                    FlagNames.of(holder, second & abilities));
        }
        if (((first ^ second) & ~abilities) != 0) {
            add("flags", FlagNames.of(holder, first & ~abilities), FlagNames.of(holder, second & ~abilities));
        }
    }

    private static String about(Call<?> call) {
        return call instanceof GetAttributeValue read
                ? read.template().queries().stream()
                        .map(query -> Names.CKA.of(query.type()))
                        .distinct()
                        .collect(Collectors.joining(" "))
                : Handles.mechanism(call);
    }

    private void add(String what, String first, String second) {
        add(Kind.ANSWER, what, first, second);
    }

    private void add(Kind kind, String what, String first, String second) {
        found.add(new Difference(number, Function.of(call.getClass()), about(call), kind, what, first, second, reason));
    }
}
