package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.TlsParameter.RandomData;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.kdf.Prf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The pseudo-random functions of SSL 3.0 (RFC 6101, 6.1), TLS 1.0 (RFC 2246, 5), TLS 1.2 (RFC 5246, 5) and WTLS.
@FunctionalInterface
interface TlsPrf {
    /// TLS 1.0 and 1.1: MD5 over the first half of the secret, SHA-1 over the second, mixed.
    TlsPrf TLS_1_0 = (crypto, secret, label, seed, length) -> {
        int half = (secret.length + 1) / 2;
        byte[] both = expanded(crypto, Hash.MD5, Arrays.copyOf(secret, half), joined(label, seed), length);
        byte[] other = expanded(
                crypto,
                Hash.SHA_1,
                Arrays.copyOfRange(secret, secret.length - half, secret.length),
                joined(label, seed),
                length);
        for (int i = 0; i < length; i++) {
            both[i] ^= other[i];
        }
        return both;
    };

    /// SSL 3.0, which knows no labels.
    TlsPrf SSL_3_0 = (crypto, secret, label, seed, length) -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1; out.size() < length; i++) {
            byte[] letters = new byte[i];
            Arrays.fill(letters, (byte) ('A' + i - 1));
            byte[] inner = crypto.digest("SHA-1").digest(joined(letters, joined(secret, seed)));
            out.writeBytes(crypto.digest("MD5").digest(joined(secret, inner)));
        }
        return Arrays.copyOf(out.toByteArray(), length);
    };

    /// {@return bytes of a secret, a label and a seed}
    byte[] apply(Crypto crypto, byte[] secret, byte[] label, byte[] seed, int length);

    /// {@return the function over one hash, as in TLS 1.2 and WTLS}
    static TlsPrf over(Hash hash) {
        return (crypto, secret, label, seed, length) -> expanded(crypto, hash, secret, joined(label, seed), length);
    }

    /// {@return the function that a member of a structure names: a hash, or `CKM_TLS_PRF` for that of TLS 1.0}
    static TlsPrf of(long mechanism, ParameterRule<?> rule, String member) {
        if (mechanism == Ckm.TLS_PRF) {
            return TLS_1_0;
        }
        return Hash.byDigest(mechanism)
                .or(() -> Hash.by(hash -> hash.macs().hmac(), mechanism))
                .map(TlsPrf::over)
                .orElseThrow(() -> rule.wrong(
                        member,
                        "It must be a hash; it is " + Names.CKM.of(mechanism) + ".",
                        "Pass CKM_SHA256 for example, or CKM_TLS_PRF for TLS 1.0."));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// {@return both parties' random bytes, the client's first}
    static byte[] clientFirst(RandomData random, ParameterRule<?> rule) {
        return joined(
                ParameterRule.bytes(rule, "pClientRandom", random.client()),
                ParameterRule.bytes(rule, "pServerRandom", random.server()));
    }

    private static byte[] expanded(Crypto crypto, Hash hash, byte[] secret, byte[] seed, int length) {
        Prf prf = Prf.hmac(hash);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] a = seed;
        while (out.size() < length) {
            a = prf.apply(crypto, secret, a);
            out.writeBytes(prf.apply(crypto, secret, a, seed));
        }
        return Arrays.copyOf(out.toByteArray(), length);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
