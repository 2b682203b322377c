package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.EcPrivateKey;
import dev.tokki.emulator.crypto.EcPublicKey;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.work.HashThenSign;
import dev.tokki.emulator.mechanism.work.HashThenVerify;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.Arrays;

/// ECDSA, sections 6.3.12 and 6.3.13.
final class Ecdsa {
    private static final String ENCODING = "6.3.1";

    private Ecdsa() {}

    /// Over a hash made by the caller.
    static Signer sign(Crypto crypto, KeyView key) {
        EcPrivateKey ec = EcKeys.privateKey(key);
        return new WholeSigner(2L * ec.curve().orderLength(), hash -> ec.sign(crypto, hash));
    }

    static Verifier verify(Crypto crypto, KeyView key) {
        EcPublicKey ec = EcKeys.publicKey(key);
        return new WholeVerifier((hash, signature) -> check(crypto, ec, hash, signature));
    }

    /// Over data that are hashed here.
    static Signer sign(Crypto crypto, Hash hash, KeyView key) {
        return new HashThenSign(crypto.digest(hash.algorithm()), sign(crypto, key));
    }

    static Verifier verify(Crypto crypto, Hash hash, KeyView key) {
        return new HashThenVerify(crypto.digest(hash.algorithm()), verify(crypto, key));
    }

    /// A signature is _r_ and _s_, equally long and each at most as long as the order: a verifier takes
    /// shorter ones.
    private static void check(Crypto crypto, EcPublicKey ec, byte[] hash, byte[] signature) {
        int longest = 2 * ec.curve().orderLength();
        if (signature.length == 0 || signature.length % 2 != 0 || signature.length > longest) {
            throw Refusal.of(
                    Ckr.SIGNATURE_LEN_RANGE,
                    "pSignature",
                    "A signature on this curve has an even number of bytes, " + longest + " at most; this one has "
                            + signature.length + ".",
                    ENCODING,
                    "Pass r and s, both as long as the longer of them, without any DER around.");
        }
        int half = signature.length / 2;
        BigInteger r = new BigInteger(1, Arrays.copyOf(signature, half));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length));
        if (!ec.verifies(crypto, hash, r, s)) {
            throw Signatures.invalid(ENCODING);
        }
    }
}
