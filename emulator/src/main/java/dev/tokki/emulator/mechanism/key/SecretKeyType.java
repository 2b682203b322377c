package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How long the values of secret keys are, by key type.
///
/// @param keyType the key type, `CKK_…`
/// @param section the section that says so
/// @param lengths the lengths in bytes; empty for any length from 1
public record SecretKeyType(long keyType, String section, List<Integer> lengths) {
    private static final Map<Long, SecretKeyType> ALL = Stream.concat(
                    Stream.of(
                            new SecretKeyType(Ckk.GENERIC_SECRET, "6.8.2", List.of()),
                            new SecretKeyType(Ckk.AES, "6.10.2", List.of(16, 24, 32))),
                    Arrays.stream(Hash.values())
                            .map(hash -> new SecretKeyType(hash.macs().keyType(), "6.22.1", List.of())))
            .collect(Collectors.toUnmodifiableMap(SecretKeyType::keyType, Function.identity()));

    /// The longest value, in bytes, that is generated: what one asks for must fit into memory.
    public static final int LONGEST_GENERATED = 64 * 1024;

    public static Optional<SecretKeyType> of(long keyType) {
        return Optional.ofNullable(ALL.get(keyType));
    }

    /// {@return all key types known here}
    public static Long[] types() {
        return ALL.keySet().toArray(Long[]::new);
    }

    public boolean isAnyLength() {
        return lengths.isEmpty();
    }

    public boolean allows(long length) {
        return isAnyLength() ? length >= 1 : lengths.stream().anyMatch(one -> one == length);
    }

    /// Refuses a key whose value has a length that its type does not allow.
    public void check(AttributeMap key) {
        if (key.has(Cka.VALUE) && !allows(key.bytes(Cka.VALUE).length)) {
            throw Refusal.of(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    "CKA_VALUE",
                    "A key of type " + name() + " has " + lengthsText() + " bytes; the value has "
                            + key.bytes(Cka.VALUE).length + ".",
                    section,
                    "Pass a value of such a length.");
        }
    }

    public String name() {
        return Names.CKK.of(keyType);
    }

    /// {@return the lengths, for sentences}
    public String lengthsText() {
        return isAnyLength()
                ? "at least 1"
                : lengths.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
