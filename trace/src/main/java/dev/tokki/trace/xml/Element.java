package dev.tokki.trace.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An element of XML: attributes and children; text between them has no meaning in this representation.
///
/// @param name its name
/// @param attributes its attributes, in order
/// @param children its children, in order
record Element(String name, Map<String, String> attributes, List<Element> children) {
    static Element of(String name) {
        return new Element(name, new LinkedHashMap<>(), new ArrayList<>());
    }

    static Element value(String name, String value) {
        return of(name).with("value", value);
    }

    Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Element with(Element child) {
        children.add(child);
        return this;
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    Optional<Element> child(String child) {
        return children.stream().filter(each -> each.name().equals(child)).findFirst();
    }
}
