package dev.tokki.emulator.mechanism.mac;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.digest.TruncatedHash;
import dev.tokki.emulator.mechanism.generic.GenericMechanisms;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import java.util.ArrayList;
import java.util.List;

/// Message authentication codes after HMAC, section 6.22, over every [Hash].
public final class HmacMechanisms {
    private static final String SECTION = "6.22.3";
    private static final String GENERAL = "6.22.2";
    private static final String GENERATION = "6.22.4";
    // The text sets no bounds to HMAC keys, and RFC 2104 gives a meaning to every length; section 6.22.4 counts them in
    // bytes.
    private static final KeySize ANY_SIZE = KeySize.bytes(0, Integer.MAX_VALUE);
    private static final KeySize GENERATED = KeySize.bytes(1, SecretKeyType.LONGEST_GENERATED);
    private static final KeySize UNUSED = new KeySize(0, 0, KeySize.Unit.FIXED);

    private static final KeyRule TRUNCATED_KEYS = KeyRule.secret(ANY_SIZE, Ckk.GENERIC_SECRET, Ckk.SHA512_T_HMAC);

    private HmacMechanisms() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>();
        for (Hash hash : Hash.values()) {
            all.add(MacSigner.of(
                    Declaration.of(hash.macs().hmac(), SECTION, keys(hash), ParameterRule.none(SECTION)),
                    (crypto, none, key) -> hmac(crypto, hash.algorithm(), key, hash.length())));
            all.add(MacSigner.of(
                    Declaration.of(
                            hash.macs().hmacGeneral(),
                            GENERAL,
                            keys(hash),
                            ParameterRule.macLength(hash.length(), GENERAL)),
                    (crypto, part, key) -> hmac(crypto, hash.algorithm(), key, part)));
            if (hash.macs().keyGen() != Hash.NONE) {
                all.add(GenericMechanisms.generation(
                        hash.macs().keyGen(), GENERATION, hash.macs().keyType(), GENERATED));
            }
        }
        all.add(MacSigner.of(
                Declaration.of(Ckm.SHA512_T_HMAC, SECTION, TRUNCATED_KEYS, TruncatedHash.RULE),
                (crypto, hash, key) -> hmac(crypto, hash.algorithm(), key, hash.length())));
        all.add(MacSigner.of(
                Declaration.of(Ckm.SHA512_T_HMAC_GENERAL, GENERAL, TRUNCATED_KEYS, TruncatedHash.BY_BYTES),
                (crypto, hash, key) -> hmac(crypto, hash.algorithm(), key, hash.length())));
        all.add(GenericMechanisms.generation(Ckm.SHA512_T_KEY_GEN, GENERATION, Ckk.SHA512_T_HMAC, GENERATED));
        all.add(MacSigner.of(
                Declaration.of(
                        Ckm.GOSTR3411_HMAC,
                        "6.45.4",
                        KeyRule.secret(UNUSED, Ckk.GENERIC_SECRET),
                        ParameterRule.none("6.45.4")),
                (crypto, none, key) -> hmac(crypto, "GOST3411", key, 32)));
        return List.copyOf(all);
    }

    private static KeyRule keys(Hash hash) {
        return hash.macs().keyType() == Hash.NONE
                ? KeyRule.secret(ANY_SIZE, Ckk.GENERIC_SECRET)
                : KeyRule.secret(ANY_SIZE, Ckk.GENERIC_SECRET, hash.macs().keyType());
    }

    static MacSigner hmac(Crypto crypto, String digest, KeyView key, int length) {
        return new MacSigner(crypto.hmac(digest, SecretKeys.of(key)), length);
    }
}
