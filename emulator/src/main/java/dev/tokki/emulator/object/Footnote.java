package dev.tokki.emulator.object;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The footnotes of the specification's attribute tables (section 4.2, table 13), by number, and one rule of
/// the text that has none.
enum Footnote {
    GIVEN_TO_CREATE(1, "MUST be given to C_CreateObject."),
    KEPT_FROM_CREATE(2, "MUST NOT be given to C_CreateObject."),
    GIVEN_TO_GENERATE(3, "MUST be given to C_GenerateKey or C_GenerateKeyPair."),
    KEPT_FROM_GENERATE(4, "MUST NOT be given to C_GenerateKey or C_GenerateKeyPair."),
    GIVEN_TO_UNWRAP(5, "MUST be given to C_UnwrapKey."),
    KEPT_FROM_UNWRAP(6, "MUST NOT be given to C_UnwrapKey."),
    HIDDEN_IF_SENSITIVE(7, "Not revealed if CKA_SENSITIVE is CK_TRUE or CKA_EXTRACTABLE is CK_FALSE."),
    MODIFIABLE(8, "May be changed by C_SetAttributeValue and by C_CopyObject."),
    TOKEN_CHOOSES(9, "The default is the token's choice."),
    TRUE_BY_SO_ONLY(10, "Only the SO can set it to CK_TRUE."),
    STAYS_TRUE(11, "Cannot be changed once CK_TRUE."),
    STAYS_FALSE(12, "Cannot be changed once CK_FALSE."),
    MADE_WITH_PAIR(13, "Made by the module in C_GenerateKeyPair."),
    /// No footnote: the four attributes that `C_CopyObject` alone may change (section 4.1.3).
    CHANGES_IN_COPY(0, "May be changed by C_CopyObject alone."),
    /// No footnote: mechanisms that make a part of a domain take and leave out what the others make (sections 6.2.8
    /// to 6.2.10).
    FREE_TO_GENERATE(0, "May be given to C_GenerateKey, and missing in what it makes, as the mechanism says.");

    private final int number;
    private final String text;

    Footnote(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /// {@return the footnotes of these numbers, as the tables write them}
    static Set<Footnote> numbered(int... numbers) {
        Set<Footnote> notes = EnumSet.noneOf(Footnote.class);
        for (Footnote note : values()) {
            if (Arrays.stream(numbers).anyMatch(number -> number == note.number)) {
                notes.add(note);
            }
        }
        return notes;
    }

    /// {@return the number in table 13; 0 for the rule that has none}
    int number() {
        return number;
    }

    /// {@return the rule, in a sentence}
    String text() {
        return text;
    }
}
