package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Iso9796;
import dev.tokki.emulator.crypto.RsaKey;
import dev.tokki.emulator.mechanism.key.RsaKeys;
import dev.tokki.emulator.mechanism.work.Recoverer;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;

/// Signatures that give message recovery, ISO/IEC 9796, section 6.1.11.
final class Iso9796Signatures {
    static final String SECTION = "6.1.11";

    private Iso9796Signatures() {}

    static Signer sign(Crypto crypto, KeyView key) {
        RsaKey<PrivateKey> rsa = RsaKeys.privateKey(crypto, key);
        Iso9796 block = new Iso9796(rsa.modulus());
        return new WholeSigner(rsa.length(), data -> {
            checkData(block, data);
            return SmallerRoot.sign(rsa, block.encode(data));
        });
    }

    static Verifier verify(Crypto crypto, KeyView key) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        return new WholeVerifier((data, signature) -> {
            checkData(new Iso9796(rsa.modulus()), data);
            if (!MessageDigest.isEqual(data, recovered(rsa, signature))) {
                throw Signatures.invalid(SECTION);
            }
        });
    }

    static Recoverer recover(Crypto crypto, KeyView key) {
        RsaKey<PublicKey> rsa = RsaKeys.publicKey(crypto, key);
        return signature -> recovered(rsa, signature);
    }

    private static byte[] recovered(RsaKey<PublicKey> rsa, byte[] signature) {
        BigInteger opened = SmallerRoot.open(rsa, signature, SECTION);
        BigInteger signed = Iso9796.mayBe(opened) ? opened : rsa.modulus().subtract(opened);
        return new Iso9796(rsa.modulus()).decode(signed).orElseThrow(() -> Signatures.invalid(SECTION));
    }

    private static void checkData(Iso9796 block, byte[] data) {
        Signatures.checkData(data, block.capacity(), "half the length of the modulus", SECTION);
        if (data.length == 0) {
            throw Refusal.of(
                    Ckr.DATA_LEN_RANGE,
                    "pData",
                    "The standard repeats the data to fill the block; no data fill none.",
                    SECTION,
                    "Pass 1 byte at least.");
        }
    }
}
