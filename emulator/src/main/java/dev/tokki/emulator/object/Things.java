package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.storage.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What a token keeps beside its objects, by number: in the store each is a row like an object's, whose
/// `CKA_CLASS` is a number of ours.
final class Things {
    private static final long CLASS = 0x8054_4B02L;
    private static final long NUMBER = 0x8054_4B03L;

    /// One of them.
    record Thing(StoredObject stored, AttributeMap content) {}

    private final Map<Long, Thing> byNumber = new ConcurrentHashMap<>();

    /// {@return something with its number}
    static AttributeMap numbered(long number, boolean isPrivate, AttributeMap content) {
        return content.with(List.of(
                Attribute.of(Cka.CLASS, CLASS), Attribute.of(Cka.PRIVATE, isPrivate), Attribute.of(NUMBER, number)));
    }

    /// Takes what is no object.
    ///
    /// @return whether it is none
    boolean add(StoredObject stored, AttributeMap content) {
        if (content.ulong(Cka.CLASS, 0) != CLASS) {
            return false;
        }
        byNumber.put(content.ulong(NUMBER, 0), new Thing(stored, content));
        return true;
    }

    Optional<Thing> find(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    Optional<Thing> remove(long number) {
        return Optional.ofNullable(byNumber.remove(number));
    }
}
