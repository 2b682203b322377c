package dev.tokki.emulator.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import java.util.List;
import java.util.function.Predicate;

/// The validations of a token, which tell of operations and keys whether they are covered (section 4.17.3): the
/// `CKA_VALIDATION_FLAG` of each that covers it.
///
/// @param all the validations
public record Validations(List<Equipment.Validation> all) {
    /// Copies the list.
    public Validations {
        all = List.copyOf(all);
    }

    /// {@return the flags of an operation}
    ///
    /// @param keys its keys, which must be covered themselves: what is made of them is no better
    public long of(long mechanism, AttributeMap... keys) {
        if (all.isEmpty()) {
            return 0;
        }
        long flags = flags(coverage -> coverage.mechanisms().contains(mechanism));
        for (AttributeMap key : keys) {
            flags &= flags(coverage -> coverage.includes(key)) & key.ulong(Cka.OBJECT_VALIDATION_FLAGS, 0);
        }
        return flags;
    }

    /// {@return the flags of a new key}
    long of(Provenance provenance, AttributeMap made) {
        long large = flags(coverage -> coverage.includes(made));
        return switch (provenance.origin()) {
            case CREATE -> large & flags(Coverage::createdKeys);
            case GENERATE, GENERATE_PAIR -> large & of(provenance.mechanism());
            case UNWRAP, DERIVE, ENCAPSULATE, DECAPSULATE ->
                large
                        & of(
                                provenance.mechanism(),
                                provenance.parent().orElseThrow().attributes());
            case COPY -> made.ulong(Cka.OBJECT_VALIDATION_FLAGS, 0);
        };
    }

    private long flags(Predicate<Coverage> covers) {
        return all.stream()
                .filter(validation -> covers.test(validation.covered()))
                .mapToLong(Equipment.Validation::flag)
                .reduce(0, (one, other) -> one | other);
    }
}
