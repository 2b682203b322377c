package dev.tokki.emulator.mechanism.kdf;

import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RunningMac;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.mac.XcbcMac;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// A pseudo-random function: a MAC named by its mechanism.
///
/// @param length the length of its output in bytes
/// @param begin begins it with a key
public record Prf(int length, Begin begin) {
    /// Begins a MAC.
    @FunctionalInterface
    public interface Begin {
        RunningMac with(Crypto crypto, byte[] key);
    }

    private static final int BLOCK = 16;

    /// {@return the function of a mechanism}
    ///
    /// @param rule refuses others
    /// @param member the member of the structure that names it
    public static Prf of(long mechanism, ParameterRule<?> rule, String member) {
        return find(mechanism)
                .orElseThrow(() -> rule.wrong(
                        member,
                        "It is no pseudo-random function that is served: " + Names.CKM.of(mechanism) + ".",
                        "Pass CKM_SHA256_HMAC for example."));
    }

    static Optional<Prf> find(long mechanism) {
        if (mechanism == Ckm.AES_CMAC) {
            return Optional.of(new Prf(BLOCK, (crypto, key) -> crypto.mac("AESCMAC", new SecretKeySpec(key, "AES"))));
        }
        if (mechanism == Ckm.DES3_CMAC) {
            return Optional.of(new Prf(8, (crypto, key) -> crypto.mac("DESEDECMAC", new SecretKeySpec(key, "DESede"))));
        }
        if (mechanism == Ckm.AES_XCBC_MAC) {
            return Optional.of(new Prf(
                    BLOCK,
                    (crypto, key) -> new XcbcMac(crypto.cipher("AES/ECB/NoPadding"), new SecretKeySpec(key, "AES"))));
        }
        return Hash.by(hash -> hash.macs().hmac(), mechanism).map(Prf::hmac);
    }

    /// {@return HMAC over a hash}
    public static Prf hmac(Hash hash) {
        return new Prf(
                hash.length(),
                (crypto, key) ->
                        crypto.hmac(hash.algorithm(), new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HMAC")));
    }

    /// {@return the function of pieces of data one after the other}
    public byte[] apply(Crypto crypto, byte[] key, byte[]... pieces) {
        RunningMac mac = begin.with(crypto, key);
        for (byte[] piece : pieces) {
            mac.update(piece);
        }
        return mac.finish();
    }

    /// {@return as many bytes as wanted: T1 = f(seed, 1), T2 = f(T1, seed, 2) … (prf+ of IKEv2, HKDF-Expand)}
    public byte[] plus(Crypto crypto, byte[] key, byte[] seed, int wanted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] last = {};
        for (int i = 1; out.size() < wanted; i++) {
            last = apply(crypto, key, last, seed, new byte[] {(byte) i});
            out.writeBytes(last);
        }
        return Arrays.copyOf(out.toByteArray(), wanted);
    }
}
