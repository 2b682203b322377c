package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A secret key to be derived: its type, its length and what its base keys dictate.
///
/// @param keyType the type, `CKK_…`
/// @param asked the length that the template gives, in bytes
/// @param isTypeGiven whether the template gives the type
/// @param section the section of the mechanism
public record DerivedKey(long keyType, OptionalLong asked, boolean isTypeGiven, String section) {
    /// {@return the key a template asks for; its type must be given}
    public static DerivedKey ofTemplate(AttributeMap template, String section) {
        if (!template.has(Cka.KEY_TYPE)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    "CKA_KEY_TYPE",
                    "The mechanism says nothing of the type of the derived key, and neither does the template.",
                    section,
                    "Add CKA_KEY_TYPE, CKK_GENERIC_SECRET for example, to the template.");
        }
        return ofTemplateOrGeneric(template, section);
    }

    /// {@return the key a template asks for; without a type a generic secret key}
    public static DerivedKey ofTemplateOrGeneric(AttributeMap template, String section) {
        long type = template.ulong(Cka.KEY_TYPE, Ckk.GENERIC_SECRET);
        Templates.agree(template, Cko.SECRET_KEY, type, section);
        OptionalLong asked =
                template.has(Cka.VALUE_LEN) ? OptionalLong.of(template.ulong(Cka.VALUE_LEN, -1)) : OptionalLong.empty();
        DerivedKey key = new DerivedKey(type, asked, template.has(Cka.KEY_TYPE), section);
        asked.ifPresent(key::checkAllowed);
        return key;
    }

    /// {@return the length in bytes, which template or type must tell}
    public int length() {
        long length = asked.orElseGet(() -> fixedLength().orElseThrow(this::unknownLength));
        if (length > SecretKeyType.LONGEST_GENERATED) {
            throw tooLong(length, SecretKeyType.LONGEST_GENERATED);
        }
        return (int) length;
    }

    /// {@return the length in bytes, which template or type must tell, at most `available`}
    public int lengthAtMost(int available) {
        if (length() > available) {
            throw tooLong(length(), available);
        }
        return length();
    }

    /// {@return the length in bytes, at most `available`; where neither template nor type tell it, all of
    /// them}
    public int lengthWithin(int available) {
        long length = asked.orElseGet(() -> fixedLength().orElseGet(() -> {
            if (!type().map(known -> known.allows(available)).orElse(true)) {
                throw unknownLength();
            }
            return (long) available;
        }));
        if (length > available) {
            throw tooLong(length, available);
        }
        return (int) length;
    }

    /// {@return the first bytes of a buffer, after the rules of the simple derivations: a type that is given
    /// must have a length, a type that is not gets all}
    public byte[] firstOf(byte[] buffer) {
        if (isTypeGiven && asked.isEmpty() && fixedLength().isEmpty()) {
            throw unknownLength();
        }
        return Arrays.copyOf(buffer, lengthWithin(buffer.length));
    }

    /// {@return the attributes of a key that was agreed upon or hashed: free to be sensitive or extractable,
    /// but never more innocent than its base keys}
    public List<Attribute> agreed(byte[] value, KeyView... bases) {
        List<Attribute> attributes = new ArrayList<>(SecretKeys.attributes(keyType, fitted(value)));
        for (long history : new long[] {Cka.ALWAYS_SENSITIVE, Cka.NEVER_EXTRACTABLE}) {
            if (!Stream.of(bases).allMatch(base -> base.attributes().bool(history, false))) {
                attributes.add(Attribute.of(history, false));
            }
        }
        return List.copyOf(attributes);
    }

    /// {@return the attributes of a key made of the bytes of others: as sensitive and as bound as they are
    /// (section 6.29)}
    public List<Attribute> inherited(byte[] value, KeyView... bases) {
        List<Attribute> attributes = new ArrayList<>(SecretKeys.attributes(keyType, fitted(value)));
        if (Stream.of(bases).anyMatch(base -> base.attributes().bool(Cka.SENSITIVE, false))) {
            attributes.add(Attribute.of(Cka.SENSITIVE, true));
        }
        if (Stream.of(bases).anyMatch(base -> !base.attributes().bool(Cka.EXTRACTABLE, true))) {
            attributes.add(Attribute.of(Cka.EXTRACTABLE, false));
        }
        for (long history : new long[] {Cka.ALWAYS_SENSITIVE, Cka.NEVER_EXTRACTABLE}) {
            attributes.add(Attribute.of(
                    history, Stream.of(bases).allMatch(base -> base.attributes().bool(history, false))));
        }
        return List.copyOf(attributes);
    }

    private byte[] fitted(byte[] value) {
        return type().map(known -> known.fitted(value.clone())).orElse(value);
    }

    private Optional<SecretKeyType> type() {
        return SecretKeyType.of(keyType);
    }

    private Optional<Long> fixedLength() {
        return type().filter(known -> known.lengths().size() == 1)
                .map(known -> (long) known.lengths().get(0));
    }

    private void checkAllowed(long length) {
        if (length < 0 || !type().map(known -> known.allows(length)).orElse(true)) {
            throw Refusal.of(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    "CKA_VALUE_LEN",
                    "A key of type " + Names.CKK.of(keyType) + " has "
                            + type().map(SecretKeyType::lengthsText).orElse("some") + " bytes; the template says "
                            + Long.toUnsignedString(length) + ".",
                    section,
                    "Ask for such a length.");
        }
    }

    private Refusal unknownLength() {
        return Refusal.of(
                Ckr.TEMPLATE_INCOMPLETE,
                "CKA_VALUE_LEN",
                "Neither the mechanism nor the type " + Names.CKK.of(keyType) + " tells how long the derived key is.",
                section,
                "Add CKA_VALUE_LEN, the length in bytes, to the template.");
    }

    private Refusal tooLong(long length, long most) {
        return Refusal.of(
                Ckr.KEY_SIZE_RANGE,
                "CKA_VALUE_LEN",
                "The derivation yields " + most + " bytes at most; the template asks for " + length + ".",
                section,
                "Ask for a shorter key.");
    }
}
