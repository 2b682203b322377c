package dev.tokki.emulator.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keys of ML-DSA that a provider took (the JDK's, from 24 on, twice as fast as Bouncy Castle at signing).
///
/// JCA knows no context and no hash made before: for those the key stays with Bouncy Castle.
final class MlDsaOfProvider {
    /// What FIPS 204, algorithm 2, line 10 puts before a message without context.
    private static final int FRONT = 2;

    private MlDsaOfProvider() {}

    /// {@return a private key, with a provider for what it can}
    static PqSignature.Signing signing(Crypto crypto, MlDsa set, byte[] key) {
        PqSignature.Signing light = set.signing(key);
        return PqKeyOfProvider.privateKey(crypto, set.label(), set.oid(), key)
                .<PqSignature.Signing>map(parsed -> (formed, random) ->
                        isPlain(formed) ? sign(crypto, set, parsed, formed, random) : light.sign(formed, random))
                .orElse(light);
    }

    /// {@return a public key, with a provider for what it can}
    static PqSignature.Verifying verifying(Crypto crypto, MlDsa set, byte[] key) {
        Later<PqSignature.Verifying> light = new Later<>(() -> set.verifying(key));
        return PqKeyOfProvider.publicKey(crypto, set.label(), set.oid(), key)
                .<PqSignature.Verifying>map(parsed -> (formed, signature) -> isPlain(formed)
                        ? verify(crypto, set, parsed, formed, signature)
                        : light.get().verify(formed, signature))
                .orElseGet(light);
    }

    private static boolean isPlain(byte[] formed) {
        return formed[0] == 0 && formed[1] == 0;
    }

    private static byte[] sign(Crypto crypto, MlDsa set, PrivateKey key, byte[] formed, Optional<SecureRandom> random) {
        try {
            Signature signature = crypto.signature(set.label());
            signature.initSign(key, random.orElseGet(Zeros::new));
            signature.update(formed, FRONT, formed.length - FRONT);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verify(Crypto crypto, MlDsa set, PublicKey key, byte[] formed, byte[] signed) {
        try {
            Signature signature = crypto.signature(set.label());
            signature.initVerify(key);
            signature.update(formed, FRONT, formed.length - FRONT);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // some providers throw for a signature that cannot be one
        }
    }

    /// What is made when it is first needed: most keys never see a context.
    private static final class Later<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private volatile @Nullable T made;

        Later(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public T get() {
            T known = made;
            if (known == null) {
                known = maker.get();
                made = known;
            }
            return known;
        }
    }

    /// The "random" bytes of a deterministic signature (FIPS 204, algorithm 2, line 5).
    private static final class Zeros extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
