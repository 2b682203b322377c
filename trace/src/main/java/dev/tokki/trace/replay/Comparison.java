package dev.tokki.trace.replay;

import dev.tokki.api.AttributeReply;
import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Output;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Names;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.text.CallText;
import dev.tokki.api.text.FlagNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What two replies to the same call do not have in common. What may differ between two modules that are both right is
/// passed over: handles, random values, who made the module; the profiles list the same ("Variable items").
final class Comparison {
    private static final Set<String> VARYING = Set.of(
            "manufacturer",
            "description",
            "libraryVersion",
            "hardwareVersion",
            "firmwareVersion",
            "label",
            "model",
            "serialNumber",
            "utcTime",
            "slot",
            "deviceError",
            // Counts of sessions and of memory, which a token need not tell.
            "sessionCount",
            "rwSessionCount",
            "maxSessionCount",
            "maxRwSessionCount",
            "totalPublicMemory",
            "freePublicMemory",
            "totalPrivateMemory",
            "freePrivateMemory");

    /// Key material, and what a module makes up.
    private static final Set<Long> VARYING_ATTRIBUTES = Set.of(
            Cka.VALUE,
            Cka.MODULUS,
            Cka.PUBLIC_EXPONENT,
            Cka.PRIVATE_EXPONENT,
            Cka.PRIME_1,
            Cka.PRIME_2,
            Cka.EXPONENT_1,
            Cka.EXPONENT_2,
            Cka.COEFFICIENT,
            Cka.PRIME,
            Cka.SUBPRIME,
            Cka.BASE,
            Cka.EC_POINT,
            Cka.PUBLIC_KEY_INFO,
            Cka.CHECK_VALUE,
            Cka.UNIQUE_ID);

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
            comparison.add("return value", first.rv().toString(), second.rv().toString());
        } else {
            comparison.outputs(first.value(), second.value(), first, second);
        }
        return comparison.found;
    }

    private void outputs(@Nullable Object first, @Nullable Object second, Reply<?> one, Reply<?> other) {
        if (first == null || second == null) {
            if (first != null || second != null) {
                add(
                        "outputs",
                        CallText.outputs(call, one).toString(),
                        CallText.outputs(call, other).toString());
            }
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
        } else if (!VARYING_ATTRIBUTES.contains(first.type())
                && !isHidden(first.value())
                && !isHidden(second.value())
                && (first.length() != second.length() || !Objects.equals(first.value(), second.value()))) {
            add(name, told(first), told(second));
        }
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
            if (VARYING.contains(name) || handle || Objects.equals(one, other)) {
                continue;
            }
            if (one instanceof Record inner && other instanceof Record same && !name.endsWith("ersion")) {
                structure(inner, same);
            } else if (one instanceof Long flags && other instanceof Long more && name.equals("flags")) {
                add(name, FlagNames.of(first.getClass(), flags), FlagNames.of(first.getClass(), more));
            } else {
                add(name, String.valueOf(one), String.valueOf(other));
            }
        }
    }

    private void add(String what, String first, String second) {
        found.add(new Difference(number, Function.of(call.getClass()), what, first, second, reason));
    }
}
