package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Where a new object comes from: what its history attributes and the templates of its parent depend on.
///
/// @param origin the way it comes to be
/// @param mechanism the mechanism that makes it; `CK_UNAVAILABLE_INFORMATION` for created objects
/// @param parent the unwrapping, base, encapsulating or decapsulating key, if there is one
/// @param implied what the mechanism says of the new object beforehand (`CKA_CLASS`, `CKA_KEY_TYPE`,
///         `CKA_VALUE_LEN` where it has one length only), so that a template can be refused before a key is
///         made; may be empty
public record Provenance(Origin origin, long mechanism, Optional<KeyView> parent, List<Attribute> implied) {
    /// An object of `C_CreateObject`.
    static final Provenance CREATED =
            new Provenance(Origin.CREATE, Ck.UNAVAILABLE_INFORMATION, Optional.empty(), List.of());

    /// A copy, or an object changed: nothing comes to be that was not there.
    static final Provenance COPIED =
            new Provenance(Origin.COPY, Ck.UNAVAILABLE_INFORMATION, Optional.empty(), List.of());

    /// Copies the list.
    public Provenance {
        implied = List.copyOf(implied);
    }

    /// {@return a key of `C_GenerateKey`}
    public static Provenance generated(long mechanism, List<Attribute> implied) {
        return new Provenance(Origin.GENERATE, mechanism, Optional.empty(), implied);
    }

    /// {@return one of the keys of `C_GenerateKeyPair`; what is implied must name its `CKA_CLASS`}
    public static Provenance generatedPair(long mechanism, List<Attribute> implied) {
        return new Provenance(Origin.GENERATE_PAIR, mechanism, Optional.empty(), implied);
    }

    /// {@return a key made from another one: unwrapped, derived, encapsulated, decapsulated}
    public static Provenance of(Origin origin, long mechanism, KeyView parent) {
        return new Provenance(origin, mechanism, Optional.of(parent), List.of());
    }

    /// {@return the same, with what the mechanism says of the new object beforehand}
    public Provenance implying(List<Attribute> said) {
        return new Provenance(origin, mechanism, parent, said);
    }

    /// {@return the C name of the argument that holds the template}
    String argument() {
        if (origin != Origin.GENERATE_PAIR) {
            return "pTemplate";
        }
        boolean isPrivate = AttributeMap.of(implied).ulong(Cka.CLASS, Cko.PUBLIC_KEY) == Cko.PRIVATE_KEY;
        return isPrivate ? "pPrivateKeyTemplate" : "pPublicKeyTemplate";
    }

    /// {@return whether nothing but the template says what kind of object it is}
    boolean isUntyped() {
        return origin == Origin.CREATE || origin == Origin.UNWRAP;
    }

    /// {@return the attribute of the parent whose template adds to that of the caller (sections 5.18.4, 5.18.5,
    /// 5.18.9)}
    OptionalLong addingTemplate() {
        return switch (origin) {
            case UNWRAP -> OptionalLong.of(Cka.UNWRAP_TEMPLATE);
            case DERIVE -> OptionalLong.of(Cka.DERIVE_TEMPLATE);
            case DECAPSULATE -> OptionalLong.of(Cka.DECAPSULATE_TEMPLATE);
            case CREATE, GENERATE, GENERATE_PAIR, ENCAPSULATE, COPY -> OptionalLong.empty();
        };
    }

    /// {@return the template that the new key must match (section 5.18.8); empty if there is none}
    List<Attribute> matchingTemplate() {
        return origin == Origin.ENCAPSULATE ? parentTemplate(Cka.ENCAPSULATE_TEMPLATE) : List.of();
    }

    /// {@return the template with what the parent adds}
    Given merge(Given given) {
        OptionalLong attribute = addingTemplate();
        return attribute.isEmpty()
                ? given
                : given.with(parentTemplate(attribute.getAsLong()), Names.CKA.of(attribute.getAsLong()));
    }

    private List<Attribute> parentTemplate(long attribute) {
        return parent.flatMap(key -> key.attributes().find(attribute))
                .map(value -> value instanceof Value.Template template ? template.attributes() : List.<Attribute>of())
                .orElse(List.of());
    }
}
