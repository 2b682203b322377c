package dev.tokki.cli.use;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.Usage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;

/// What is meant if no mechanism is named: what suits the key and is sound today.
///
/// @param argument the mechanism
/// @param hashed whether the data must be hashed with SHA-256 before it reaches the token
record UsualMechanism(MechanismArgument argument, boolean hashed) {
    private static final Map<Long, Long> SIGNATURES = Map.of(
            Ckk.RSA, Ckm.SHA256_RSA_PKCS,
            Ckk.EC, Ckm.ECDSA_SHA256,
            Ckk.EC_EDWARDS, Ckm.EDDSA,
            Ckk.AES, Ckm.AES_CMAC,
            Ckk.GENERIC_SECRET, Ckm.SHA256_HMAC);

    private static final Map<Long, Long> CIPHERS = Map.of(Ckk.RSA, Ckm.RSA_PKCS_OAEP, Ckk.AES, Ckm.AES_GCM);

    private static final Map<Long, Long> WRAPS = Map.of(Ckk.RSA, Ckm.RSA_PKCS_OAEP, Ckk.AES, Ckm.AES_KEY_WRAP_KWP);

    /// {@return how a key signs; ECDSA with the hash outside the token where the token does not hash}
    static UsualMechanism signature(Key key, Token token) {
        MechanismArgument argument = of(SIGNATURES, key, "sign");
        boolean offered = Arrays.stream(token.mechanisms()).anyMatch(type -> type == argument.type());
        return argument.type() == Ckm.ECDSA_SHA256 && !offered
                ? new UsualMechanism(MechanismArgument.of(Ckm.ECDSA), true)
                : new UsualMechanism(argument, false);
    }

    /// {@return how a key encrypts}
    static MechanismArgument cipher(Key key) {
        return of(CIPHERS, key, "encrypt");
    }

    /// {@return how a key wraps others}
    static MechanismArgument wrap(Key key) {
        return of(WRAPS, key, "wrap");
    }

    /// {@return the data as the token is to get it}
    byte[] prepared(byte[] data) {
        if (!hashed) {
            return data;
        }
        try {
            return MessageDigest.getInstance(HashChoice.SHA256.algorithm()).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static MechanismArgument of(Map<Long, Long> table, Key key, String use) {
        long type = key.ulong(Cka.KEY_TYPE);
        Long mechanism = table.get(type);
        if (mechanism == null) {
            throw new Usage("say with --mechanism how to " + use + " with a " + Names.CKK.of(type));
        }
        return MechanismArgument.of(mechanism);
    }
}
