package dev.tokki.emulator.object;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import java.util.Optional;
import java.util.UUID;

/// What the token itself records of an object when it comes to be; no template may give it (footnotes 2, 4 and
/// 6).
///
/// A mechanism that derives a key knows how its base key bears on the new one and contributes
/// `CKA_ALWAYS_SENSITIVE` and `CKA_NEVER_EXTRACTABLE` itself where that matters; then these are not asked.
final class History {
    private History() {}

    /// `CKA_UNIQUE_ID`, section 4.2.2: unlike that of any other object, of this token or another.
    static Optional<Value> uniqueId(Making making) {
        return Optional.of(newUniqueId());
    }

    /// {@return a value of `CKA_UNIQUE_ID` that no object has}
    static Value newUniqueId() {
        return Value.of(UUID.randomUUID().toString());
    }

    /// `CKA_LOCAL`, section 4.9.2: made of nothing, on this token.
    static Optional<Value> local(Making making) {
        return Optional.of(Value.of(isGenerated(making)));
    }

    /// `CKA_KEY_GEN_MECHANISM`, section 4.9.2: only of keys generated here.
    static Optional<Value> keyGenMechanism(Making making) {
        return Optional.of(
                Value.of(isGenerated(making) ? making.provenance().mechanism() : Ck.UNAVAILABLE_INFORMATION));
    }

    /// `CKA_ALWAYS_SENSITIVE`, sections 4.11, 4.12 and 5.18: false for a value that came from outside.
    static Optional<Value> alwaysSensitive(Making making) {
        return Optional.of(Value.of(isFromWithin(making) && making.object().bool(Cka.SENSITIVE, false)));
    }

    /// `CKA_NEVER_EXTRACTABLE`, sections 4.11, 4.12 and 5.18: false for a value that came from outside.
    static Optional<Value> neverExtractable(Making making) {
        return Optional.of(Value.of(isFromWithin(making) && !making.object().bool(Cka.EXTRACTABLE, true)));
    }

    /// `CKA_OBJECT_VALIDATION_FLAGS`, sections 4.9.2 and 4.17.3.
    static Optional<Value> validationFlags(Making making) {
        return Optional.of(Value.of(making.validations().of(making.provenance(), making.object())));
    }

    private static boolean isGenerated(Making making) {
        return switch (making.provenance().origin()) {
            case GENERATE, GENERATE_PAIR -> true;
            case CREATE, UNWRAP, DERIVE, ENCAPSULATE, DECAPSULATE, COPY -> false;
        };
    }

    private static boolean isFromWithin(Making making) {
        return switch (making.provenance().origin()) {
            case GENERATE, GENERATE_PAIR, DERIVE -> true;
            case CREATE, UNWRAP, ENCAPSULATE, DECAPSULATE, COPY -> false;
        };
    }
}
