package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;

/// What a template says of the class and type of a new key, held against what the mechanism makes.
public final class Templates {
    private Templates() {}

    /// Refuses a template that asks for another class or type than the mechanism makes.
    public static void agree(AttributeMap template, long keyClass, long keyType, String section) {
        if (template.ulong(Cka.CLASS, keyClass) != keyClass) {
            throw inconsistent(
                    "CKA_CLASS", Names.CKO.of(keyClass), Names.CKO.of(template.ulong(Cka.CLASS, keyClass)), section);
        }
        if (template.ulong(Cka.KEY_TYPE, keyType) != keyType) {
            throw inconsistent(
                    "CKA_KEY_TYPE",
                    Names.CKK.of(keyType),
                    Names.CKK.of(template.ulong(Cka.KEY_TYPE, keyType)),
                    section);
        }
    }

    private static Refusal inconsistent(String attribute, String made, String asked, String section) {
        return Refusal.of(
                Ckr.TEMPLATE_INCONSISTENT,
                attribute,
                "The mechanism makes a " + made + "; the template asks for a " + asked + ".",
                section,
                "Leave " + attribute + " out, or say " + made + ".");
    }
}
