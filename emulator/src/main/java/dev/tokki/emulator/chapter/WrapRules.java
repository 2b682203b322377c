package dev.tokki.emulator.chapter;

import dev.tokki.api.Attribute;
import dev.tokki.api.Function;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.Optional;

/// Which key may be wrapped by which (section 5.18.3).
final class WrapRules {
    private WrapRules() {}

    static void check(KeyView wrapping, KeyView wrapped, TokenPolicy policy) {
        checkClass(wrapped.attributes());
        checkExtractable(wrapped.attributes());
        checkTrusted(wrapping.attributes(), wrapped.attributes());
        checkTemplate(
                wrapping.attributes(),
                wrapped.attributes(),
                policy.reads(OtherReading.WRAP_TEMPLATE_NOT_WRAPPABLE)
                        ? Ckr.KEY_NOT_WRAPPABLE
                        : Ckr.KEY_HANDLE_INVALID);
    }

    private static void checkClass(AttributeMap key) {
        long objectClass = key.ulong(Cka.CLASS, Ck.UNAVAILABLE_INFORMATION);
        if (objectClass != Cko.SECRET_KEY && objectClass != Cko.PRIVATE_KEY) {
            throw Refusal.of(
                    Ckr.KEY_NOT_WRAPPABLE,
                    "hKey",
                    "Secret and private keys are wrapped; this is a " + Names.CKO.of(objectClass) + ".",
                    Function.WRAP_KEY.section(),
                    "Read a public key's attributes instead.");
        }
    }

    private static void checkExtractable(AttributeMap key) {
        if (!key.bool(Cka.EXTRACTABLE, false)) {
            throw Refusal.of(
                    Ckr.KEY_UNEXTRACTABLE,
                    "CKA_EXTRACTABLE of hKey",
                    "It must be CK_TRUE for a key to be wrapped and is not.",
                    Function.WRAP_KEY.section(),
                    "Make the key with CKA_EXTRACTABLE true; it cannot be set later.");
        }
    }

    private static void checkTrusted(AttributeMap wrapping, AttributeMap key) {
        if (key.bool(Cka.WRAP_WITH_TRUSTED, false) && !wrapping.bool(Cka.TRUSTED, false)) {
            throw Refusal.of(
                    Ckr.KEY_NOT_WRAPPABLE,
                    "CKA_TRUSTED of hWrappingKey",
                    "The key to be wrapped has CKA_WRAP_WITH_TRUSTED, and the wrapping key has not CKA_TRUSTED.",
                    "4.12",
                    "Wrap with a key that the Security Officer has marked as trusted.");
        }
    }

    /// The key must match as an object matches in a search: every attribute of the template is there and
    /// equal.
    private static void checkTemplate(AttributeMap wrapping, AttributeMap key, long mismatch) {
        if (!(wrapping.find(Cka.WRAP_TEMPLATE).orElse(null) instanceof Value.Template template)) {
            return;
        }
        for (Attribute wanted : template.attributes()) {
            if (!key.find(wanted.type()).equals(Optional.of(wanted.value()))) {
                throw Refusal.of(
                        mismatch,
                        "CKA_WRAP_TEMPLATE of hWrappingKey",
                        "It asks for another " + Names.CKA.of(wanted.type()) + " than the key to be wrapped has.",
                        Function.WRAP_KEY.section(),
                        "Use another wrapping key.");
            }
        }
    }
}
