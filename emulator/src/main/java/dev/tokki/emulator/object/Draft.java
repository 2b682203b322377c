package dev.tokki.emulator.object;

/// A template that was accepted as far as it can be before the key it describes exists.
///
/// Hand [#template] to the mechanism and what that makes to [ApplicationObjects#add].
public final class Draft {
    private final Caller caller;
    private final Provenance provenance;
    private final AttributeMap template;

    Draft(Caller caller, Provenance provenance, AttributeMap template) {
        this.caller = caller;
        this.provenance = provenance;
        this.template = template;
    }

    /// {@return what the caller asks for, with what the parent's template adds (`CKA_UNWRAP_TEMPLATE` and its kin)}
    public AttributeMap template() {
        return template;
    }

    Caller caller() {
        return caller;
    }

    Provenance provenance() {
        return provenance;
    }
}
