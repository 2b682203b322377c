package dev.tokki.emulator.object;

import dev.tokki.emulator.attribute.AttributeMap;
import java.util.Optional;

/// A template that was accepted as far as it can be before the key it describes exists.
///
/// Hand [#template] to the mechanism and what that makes to [ApplicationObjects#add].
public final class Draft {
    private final Caller caller;
    private final Provenance provenance;
    private final Given given;
    private final AttributeMap template;
    private final Optional<ObjectType> type;

    /// @param given what the caller asks for, and what the parent's template adds
    /// @param template the same with what the mechanism implies
    /// @param type the type of the object, if that is known by now
    Draft(Caller caller, Provenance provenance, Given given, AttributeMap template, Optional<ObjectType> type) {
        this.caller = caller;
        this.provenance = provenance;
        this.given = given;
        this.template = template;
        this.type = type;
    }

    /// {@return what the caller asks for, with what the parent's template adds (`CKA_UNWRAP_TEMPLATE` and its
    /// kin) and what the mechanism implies}
    public AttributeMap template() {
        return template;
    }

    Caller caller() {
        return caller;
    }

    Provenance provenance() {
        return provenance;
    }

    Given given() {
        return given;
    }

    Optional<ObjectType> type() {
        return type;
    }
}
