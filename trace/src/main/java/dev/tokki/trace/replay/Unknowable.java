package dev.tokki.trace.replay;

import dev.tokki.api.Bytes;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.shape.RecordAccess;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Failures that say nothing about a module: what the call needs is not in the transcript.
final class Unknowable {
    /// What is said of bytes that another key made.
    private static final Set<Long> WRONG_BYTES = Set.of(
            Ckr.ENCRYPTED_DATA_INVALID,
            Ckr.ENCRYPTED_DATA_LEN_RANGE,
            Ckr.AEAD_DECRYPT_FAILED,
            Ckr.WRAPPED_KEY_INVALID,
            Ckr.WRAPPED_KEY_LEN_RANGE,
            Ckr.SIGNATURE_INVALID);

    private static final Set<String> MADE_BY_KEYS =
            Set.of("encryptedData", "encryptedPart", "ciphertext", "ciphertextPart", "wrappedKey", "signature");

    private Unknowable() {}

    /// {@return why two replies cannot be compared; empty if they can}
    static Optional<String> why(Call<?> recordedCall, Reply<?> recorded, Reply<?> reply, MadeUp madeUp) {
        if (!recorded.isOk() || reply.isOk()) {
            return Optional.empty();
        } else if (arguments(recordedCall).anyMatch(Unknowable::holdsHidden)) {
            return Optional.of("it needs what the transcript hides");
        } else if (WRONG_BYTES.contains(reply.rv().value()) && isForeign(recordedCall, madeUp)) {
            return Optional.of("its bytes were made outside of the transcript, for a key that is another one now");
        }
        return Optional.empty();
    }

    private static boolean isForeign(Call<?> call, MadeUp madeUp) {
        RecordAccess access = RecordAccess.of(call.getClass());
        return IntStream.range(0, access.components().size())
                .filter(i -> MADE_BY_KEYS.contains(access.components().get(i).getName()))
                .mapToObj(i -> access.get(call, i))
                .anyMatch(value -> value instanceof Bytes bytes
                        && !bytes.isHidden()
                        && madeUp.now(bytes).isEmpty());
    }

    private static boolean holdsHidden(Object argument) {
        return switch (argument) {
            case Bytes bytes -> bytes.isHidden();
            case Template template ->
                template.attributes().stream()
                        .anyMatch(attribute -> attribute.value() instanceof Value.Raw(Bytes bytes) && bytes.isHidden());
            default -> false;
        };
    }

    /// All but PINs, which are given.
    private static Stream<Object> arguments(Call<?> call) {
        RecordAccess access = RecordAccess.of(call.getClass());
        return IntStream.range(0, access.components().size())
                .filter(i -> !access.components()
                        .get(i)
                        .getName()
                        .toLowerCase(Locale.ROOT)
                        .endsWith("pin"))
                .mapToObj(i -> Optional.ofNullable(access.get(call, i)))
                .flatMap(Optional::stream)
                .map(Object.class::cast);
    }
}
