package dev.tokki.emulator.background;

import dev.tokki.api.Attribute;
import dev.tokki.api.Function;
import dev.tokki.api.Output;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A call that is over as attributes and back, so that the token keeps it as it keeps objects: sealed, and that
/// of a user under his PIN.
final class KeptCall {
    /// Numbers of ours (`CKA_VENDOR_DEFINED` is 0x80000000). No application meets them.
    private static final long FUNCTION = 0x8054_4B10L;

    private static final long SESSION_STATE = 0x8054_4B11L;
    private static final long USER = 0x8054_4B12L;
    private static final long LENGTH = 0x8054_4B13L;
    private static final long RETURN_VALUE = 0x8054_4B14L;
    private static final long OUTPUT = 0x8054_4B15L;
    private static final long OBJECTS = 0x8054_4B16L;
    private static final long REASON = 0x8054_4B17L;

    private KeptCall() {}

    static AttributeMap encode(BackgroundCall.Facts facts, BackgroundCall.Result result) {
        Reply<?> reply = result.reply();
        List<Attribute> attributes = new ArrayList<>(List.of(
                text(FUNCTION, facts.function().cName()),
                Attribute.of(SESSION_STATE, facts.sessionState()),
                text(USER, facts.user()),
                Attribute.of(LENGTH, facts.length()),
                Attribute.of(RETURN_VALUE, reply.rv().value()),
                new Attribute(
                        OBJECTS,
                        Value.ofTemplate(result.objects().stream()
                                .map(id -> new Attribute(Cka.UNIQUE_ID, id))
                                .toList()))));
        result.output().ifPresent(bytes -> attributes.add(new Attribute(OUTPUT, new Value.Raw(bytes))));
        reply.why()
                .ifPresent(reason -> attributes.add(new Attribute(
                        REASON,
                        Value.ofTemplate(List.of(
                                text(1, reason.subject()),
                                text(2, reason.rule()),
                                text(3, reason.section()),
                                text(4, reason.remedy()))))));
        return AttributeMap.of(attributes);
    }

    static BackgroundCall decode(AttributeMap kept) {
        BackgroundCall.Facts facts = new BackgroundCall.Facts(
                Function.named(text(kept, FUNCTION)).orElseThrow(),
                kept.ulong(SESSION_STATE, 0),
                text(kept, USER),
                kept.ulong(LENGTH, 0),
                true);
        Rv rv = new Rv(kept.ulong(RETURN_VALUE, 0));
        Reply<?> reply = kept.find(REASON).isPresent()
                ? new Reply<>(rv, null, null, reason(AttributeMap.of(nested(kept, REASON))))
                : new Reply<>(rv, kept.has(OUTPUT) ? Output.of(kept.bytes(OUTPUT)) : null, null, null);
        List<Value> objects =
                nested(kept, OBJECTS).stream().map(Attribute::value).toList();
        return BackgroundCall.over(facts, new BackgroundCall.Result(reply, List.of(), objects));
    }

    private static Reason reason(AttributeMap kept) {
        return new Reason(text(kept, 1), text(kept, 2), text(kept, 3), text(kept, 4));
    }

    private static List<Attribute> nested(AttributeMap kept, long type) {
        return kept.find(type).orElse(null) instanceof Value.Template template ? template.attributes() : List.of();
    }

    private static Attribute text(long type, String text) {
        return Attribute.of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(AttributeMap kept, long type) {
        return new String(kept.bytes(type), StandardCharsets.UTF_8);
    }
}
