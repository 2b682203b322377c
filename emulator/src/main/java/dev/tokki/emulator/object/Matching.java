package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.OtherReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A search template (section 5.7.7): "an exact byte-for-byte match with all attributes in the template".
///
/// What an object would not reveal never matches, since a search would reveal it by trying. An attribute that
/// no object has, and a value that none can have, match nothing.
final class Matching {
    private final List<Attribute> wanted;
    private final boolean isPossible;

    private Matching(List<Attribute> wanted, boolean isPossible) {
        this.wanted = wanted;
        this.isPossible = isPossible;
    }

    /// {@return what a template looks for}
    ///
    /// @param readings how the token reads what can be read in two ways
    static Matching of(Template template, Set<OtherReading> readings) {
        List<Attribute> wanted = new ArrayList<>(template.attributes().size());
        boolean isPossible = true;
        for (Attribute attribute : template.attributes()) {
            Optional<Value> value = Values.of(AttributeKind.of(attribute.type()), attribute.value(), readings);
            value.ifPresent(known -> wanted.add(new Attribute(attribute.type(), known)));
            isPossible &= value.isPresent();
        }
        return new Matching(wanted, isPossible);
    }

    /// {@return the values looked for}
    List<Attribute> wanted() {
        return wanted;
    }

    /// {@return whether the template says of what class the objects are}
    boolean namesClass() {
        return wanted.stream().anyMatch(attribute -> attribute.type() == Cka.CLASS);
    }

    /// {@return whether any object can match}
    boolean isPossible() {
        return isPossible;
    }

    /// {@return whether an object matches}
    boolean matches(LiveObject object) {
        AttributeMap attributes = object.attributes();
        return attributes.matches(wanted)
                && wanted.stream().noneMatch(attribute -> object.type().hides(attributes, attribute.type()));
    }
}
