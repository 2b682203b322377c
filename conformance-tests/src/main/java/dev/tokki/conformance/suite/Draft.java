package dev.tokki.conformance.suite;

import dev.tokki.api.Attribute;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A template in the making: attributes that a test adds to, replaces and takes away.
///
/// @param attributes the attributes so far
public record Draft(List<Attribute> attributes) {
    /// Copies the list.
    public Draft {
        attributes = List.copyOf(attributes);
    }

    /// {@return a draft of these attributes}
    public static Draft of(Attribute... attributes) {
        return new Draft(List.of(attributes));
    }

    /// {@return this draft with an attribute added or replaced}
    public Draft with(long type, Value value) {
        List<Attribute> changed = new ArrayList<>(attributes);
        Attribute attribute = new Attribute(type, value);
        int at = position(type);
        if (at < 0) {
            changed.add(attribute);
        } else {
            changed.set(at, attribute);
        }
        return new Draft(changed);
    }

    /// {@return this draft with a `CK_BBOOL` added or replaced}
    public Draft with(long type, boolean value) {
        return with(type, Value.of(value));
    }

    /// {@return this draft with a `CK_ULONG` added or replaced}
    public Draft with(long type, long value) {
        return with(type, Value.of(value));
    }

    /// {@return this draft with bytes added or replaced}
    public Draft with(long type, byte... value) {
        return with(type, Value.of(value));
    }

    /// {@return this draft with text added or replaced}
    public Draft with(long type, String value) {
        return with(type, Value.of(value));
    }

    /// {@return this draft and all attributes of another}
    public Draft with(Draft other) {
        return new Draft(
                Stream.concat(attributes.stream(), other.attributes.stream()).toList());
    }

    /// {@return this draft without an attribute}
    public Draft without(long type) {
        return new Draft(attributes.stream()
                .filter(attribute -> attribute.type() != type)
                .toList());
    }

    /// {@return this draft with `CKA_TOKEN` true: the object outlives its session}
    public Draft onToken() {
        return with(Cka.TOKEN, true);
    }

    /// {@return this draft as an argument of a call}
    public Template template() {
        return Template.of(attributes);
    }

    private int position(long type) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).type() == type) {
                return i;
            }
        }
        return -1;
    }
}
