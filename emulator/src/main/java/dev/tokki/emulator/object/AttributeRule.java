package dev.tokki.emulator.object;

import dev.tokki.api.AttributeKind;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A row of an attribute table: one attribute of one kind of object, and everything the specification says of
/// it.
///
/// @param attribute the attribute, one of [dev.tokki.api.constant.Cka]
/// @param kind the data type of its value
/// @param notes its footnotes
/// @param origin where its value comes from if nobody gives one
/// @param limit which values it can have at all
/// @param section the section of the table
record AttributeRule(
        long attribute, AttributeKind kind, Set<Footnote> notes, Default origin, Limit limit, String section) {
    AttributeRule {
        notes = Collections.unmodifiableSet(notes);
    }

    /// {@return a row as the tables write it; its section comes from the table}
    ///
    /// @param footnotes the numbers of its footnotes
    static AttributeRule row(long attribute, AttributeKind kind, int... footnotes) {
        return new AttributeRule(attribute, kind, Footnote.numbered(footnotes), new Default.None(), Limit.NONE, "");
    }

    /// {@return this row with a default that the table states}
    AttributeRule otherwise(boolean value) {
        return with(new Default.Fixed(Value.of(value)));
    }

    /// {@return this row with a default that the table states}
    AttributeRule otherwise(long value) {
        return with(new Default.Fixed(Value.of(value)));
    }

    /// {@return this row with the default "empty"}
    AttributeRule otherwiseEmpty() {
        return with(new Default.Fixed(Values.empty(kind)));
    }

    /// {@return this row with a default that this token chooses}
    AttributeRule chosen(Choice choice) {
        return with(new Default.Chosen(choice));
    }

    /// {@return this row with a value that the token makes where nobody gave one}
    AttributeRule made(Function<Making, Optional<Value>> how) {
        return with(new Default.Made(how));
    }

    /// {@return this row with a value that follows from the rest of the object, and which a given one must
    /// equal}
    ///
    /// @param mismatch the return value if it does not
    AttributeRule follows(Function<Making, Optional<Value>> how, long mismatch) {
        return with(new Default.Follows(how, mismatch, Ckr.OK, false));
    }

    /// {@return this row with a value that follows from the rest of the object; a given one must equal it, or
    /// be empty, which means that the object shall have none}
    ///
    /// @param untold the return value if a value is given and none can be told; `CKR_OK` if what is given is
    ///         ignored
    AttributeRule followsUnlessEmpty(Function<Making, Optional<Value>> how, long untold) {
        return with(new Default.Follows(how, Ckr.ATTRIBUTE_VALUE_INVALID, untold, true));
    }

    /// {@return this row with a limit of its values}
    AttributeRule limit(Limit limits) {
        return new AttributeRule(attribute, kind, notes, origin, limits, section);
    }

    /// {@return this row with nothing said of C_GenerateKey: its mechanisms differ, and check it themselves}
    AttributeRule freeToGenerate() {
        return noted(Footnote.FREE_TO_GENERATE);
    }

    /// {@return this row, changeable in the process of copying although no footnote says so (section 4.1.3)}
    AttributeRule changesInCopy() {
        return noted(Footnote.CHANGES_IN_COPY);
    }

    private AttributeRule noted(Footnote note) {
        Set<Footnote> more = EnumSet.of(note);
        more.addAll(notes);
        return new AttributeRule(attribute, kind, more, origin, limit, section);
    }

    /// {@return this row of the table of a section}
    AttributeRule in(String tableSection) {
        return new AttributeRule(attribute, kind, notes, origin, limit, tableSection);
    }

    /// {@return whether the row has a footnote}
    boolean has(Footnote note) {
        return notes.contains(note);
    }

    /// {@return whether a template must give the attribute}
    boolean mustBeGiven(Origin way) {
        return switch (way) {
            case CREATE -> has(Footnote.GIVEN_TO_CREATE);
            case GENERATE, GENERATE_PAIR -> has(Footnote.GIVEN_TO_GENERATE) && !has(Footnote.FREE_TO_GENERATE);
            case UNWRAP -> has(Footnote.GIVEN_TO_UNWRAP);
            case DERIVE, ENCAPSULATE, DECAPSULATE, COPY -> false;
        };
    }

    /// {@return whether a template must not give the attribute}
    ///
    /// No footnote speaks of deriving and of encapsulation; what an unwrapped key must not be given is made by
    /// the mechanism there too.
    boolean mustNotBeGiven(Origin way) {
        return switch (way) {
            case CREATE -> has(Footnote.KEPT_FROM_CREATE);
            case GENERATE, GENERATE_PAIR -> has(Footnote.KEPT_FROM_GENERATE) && !has(Footnote.FREE_TO_GENERATE);
            case UNWRAP, DERIVE, ENCAPSULATE, DECAPSULATE -> has(Footnote.KEPT_FROM_UNWRAP);
            case COPY -> !isModifiable() && !has(Footnote.CHANGES_IN_COPY);
        };
    }

    /// {@return whether `C_SetAttributeValue` may change the attribute in some direction}
    boolean isModifiable() {
        return has(Footnote.MODIFIABLE)
                || has(Footnote.TRUE_BY_SO_ONLY)
                || has(Footnote.STAYS_TRUE)
                || has(Footnote.STAYS_FALSE);
    }

    /// {@return the attribute's name, `CKA_…`}
    String name() {
        return Names.CKA.of(attribute);
    }

    private AttributeRule with(Default other) {
        return new AttributeRule(attribute, kind, notes, other, limit, section);
    }
}
