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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How long the values of secret keys are, by key type, and what the providers call keys of that type.
///
/// @param keyType the key type, `CKK_…`
/// @param section the section that says so
/// @param lengths the lengths in bytes; empty for any length from 1
/// @param algorithm JCA's name of the algorithm
/// @param hasLength whether such keys have a `CKA_VALUE_LEN`
public record SecretKeyType(long keyType, String section, List<Integer> lengths, String algorithm, boolean hasLength) {
    /// The longest value, in bytes, that is generated: what one asks for must fit into memory.
    public static final int LONGEST_GENERATED = 64 * 1024;

    private static final String HMAC = "HMAC";
    private static final String HISTORICAL = "4.12";
    private static final int[] AES_LENGTHS = {16, 24, 32};

    private static final Map<Long, SecretKeyType> ALL = Stream.concat(
                    Stream.of(
                            anyLength(Ckk.GENERIC_SECRET, "6.8.2"),
                            anyLength(Ckk.HKDF, "6.51.1"),
                            anyLength(Ckk.SHA512_T_HMAC, "6.22.1"),
                            sized(Ckk.AES, "6.10.2", "AES", AES_LENGTHS),
                            sized(Ckk.AES_XTS, "6.15.2", "AES", 32, 64),
                            fixed(Ckk.DES2, "6.18.2", "DESede", 16),
                            fixed(Ckk.DES3, "6.18.3", "DESede", 24),
                            sized(Ckk.BLOWFISH, "6.31.2", "Blowfish", upTo(56)),
                            sized(Ckk.TWOFISH, "6.32.2", "Twofish", AES_LENGTHS),
                            sized(Ckk.CAMELLIA, "6.33.2", "Camellia", AES_LENGTHS),
                            sized(Ckk.ARIA, "6.35.2", "ARIA", AES_LENGTHS),
                            fixed(Ckk.SEED, "6.37.2", "SEED", 16),
                            fixed(Ckk.GOST28147, "6.44.2", "GOST28147", 32),
                            sized(Ckk.CHACHA20, "6.47.2", "ChaCha20", 32),
                            sized(Ckk.SALSA20, "6.48.2", "Salsa20", 32),
                            sized(Ckk.POLY1305, "6.49.2", "Poly1305", 32),
                            fixed(Ckk.DES, HISTORICAL, "DES", 8),
                            fixed(Ckk.CDMF, HISTORICAL, "DES", 8),
                            fixed(Ckk.IDEA, HISTORICAL, "IDEA", 16),
                            fixed(Ckk.SKIPJACK, HISTORICAL, "Skipjack", 12),
                            sized(Ckk.CAST128, HISTORICAL, "CAST5", upTo(16)),
                            sized(Ckk.RC2, HISTORICAL, "RC2", upTo(128)),
                            sized(Ckk.RC4, HISTORICAL, "RC4", upTo(256)),
                            sized(Ckk.RC5, HISTORICAL, "RC5", upTo(255))),
                    Arrays.stream(Hash.values())
                            .filter(hash -> hash.macs().keyType() != Hash.NONE)
                            .map(hash -> anyLength(hash.macs().keyType(), "6.22.1")))
            .collect(Collectors.toUnmodifiableMap(SecretKeyType::keyType, Function.identity()));

    private static SecretKeyType anyLength(long keyType, String section) {
        return new SecretKeyType(keyType, section, List.of(), HMAC, true);
    }

    private static SecretKeyType sized(long keyType, String section, String algorithm, int... lengths) {
        return new SecretKeyType(
                keyType, section, Arrays.stream(lengths).boxed().toList(), algorithm, true);
    }

    private static SecretKeyType fixed(long keyType, String section, String algorithm, int length) {
        return new SecretKeyType(keyType, section, List.of(length), algorithm, false);
    }

    private static int[] upTo(int longest) {
        return IntStream.rangeClosed(1, longest).toArray();
    }

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

    /// {@return the shortest value in bytes}
    public int shortest() {
        return isAnyLength() ? 1 : lengths.get(0);
    }

    /// {@return the longest value in bytes that is generated}
    public int longest() {
        return isAnyLength() ? LONGEST_GENERATED : lengths.get(lengths.size() - 1);
    }

    /// {@return a value fit for a new key of this type: every byte of a DES key has odd parity}
    ///
    /// @param value changed in place
    public byte[] fitted(byte[] value) {
        if (algorithm.startsWith("DES")) {
            for (int i = 0; i < value.length; i++) {
                if (Integer.bitCount(value[i] & 0xFF) % 2 == 0) {
                    value[i] ^= 1;
                }
            }
        }
        return value;
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
        if (isAnyLength()) {
            return "at least 1";
        }
        return lengths.size() > AES_LENGTHS.length
                ? shortest() + " to " + longest()
                : lengths.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
