package dev.tokki.trace.json;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Means;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Names;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What numbers and bytes mean at a place of a record.
///
/// @param names what a number is a name of; empty for plain numbers
/// @param flags the record whose flags a number holds; empty if it holds none
/// @param text whether bytes are text
record Context(Optional<Names> names, Optional<Class<?>> flags, boolean text) {
    static final Context PLAIN = new Context(Optional.empty(), Optional.empty(), false);

    private static final Map<Long, Names> OF_VALUES = Map.of(
            Cka.CLASS, Names.CKO,
            Cka.KEY_TYPE, Names.CKK,
            Cka.CERTIFICATE_TYPE, Names.CKC,
            Cka.KEY_GEN_MECHANISM, Names.CKM,
            Cka.MECHANISM_TYPE, Names.CKM,
            Cka.NAME_HASH_ALGORITHM, Names.CKM,
            Cka.ALLOWED_MECHANISMS, Names.CKM);

    private static final Set<Class<?>> TYPED_BY_ATTRIBUTE =
            Set.of(Attribute.class, AttributeQuery.class, AttributeReply.class);

    static Context of(Names names) {
        return new Context(Optional.of(names), Optional.empty(), false);
    }

    /// {@return the meaning of a component}
    ///
    /// @param holder the class of the record that has it
    static Context of(Class<?> holder, RecordComponent component) {
        Means means = component.getAnnotation(Means.class);
        String name = component.getName();
        if (means != null) {
            return switch (means.value()) {
                case USER_TYPE -> of(Names.CKU);
                case MECHANISM_TYPE -> of(Names.CKM);
                case FLAGS -> flags(holder);
                case SESSION, OBJECT, SLOT, VALIDATION_TYPE, COUNT, POINTER, OPERATION_ID -> PLAIN;
            };
        } else if (name.equals("flags")) {
            return flags(holder);
        } else if (name.equals("hashAlg") || (name.equals("type") && holder == Mechanism.class)) {
            return of(Names.CKM);
        } else if (name.equals("type") && TYPED_BY_ATTRIBUTE.contains(holder)) {
            return of(Names.CKA);
        } else if (name.equals("label") || name.equals("userName")) {
            return new Context(Optional.empty(), Optional.empty(), true);
        }
        return PLAIN;
    }

    /// {@return the meaning of the value of an attribute}
    static Context ofAttribute(long type) {
        AttributeKind kind = AttributeKind.of(type);
        return new Context(
                Optional.ofNullable(OF_VALUES.get(type)),
                Optional.empty(),
                kind == AttributeKind.TEXT || kind == AttributeKind.DATE);
    }

    private static Context flags(Class<?> holder) {
        return new Context(Optional.empty(), Optional.of(holder), false);
    }
}
