package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.emulator.attribute.AttributeMap;
import java.util.List;

/// A rule that looks at several attributes of an object about to be made or changed.
@FunctionalInterface
interface Consistency {
    /// Checks the rule.
    ///
    /// @param object all attributes
    /// @return attributes that the rule makes certain and that the object does not have yet
    /// @throws dev.tokki.emulator.rule.Refusal if the attributes contradict each other
    List<Attribute> complete(AttributeMap object);
}
