package dev.tokki.emulator.crypto;

import dev.tokki.api.Bytes;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.generators.XMSSKeyPairGenerator;
import org.bouncycastle.crypto.generators.XMSSMTKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.XMSSKeyGenerationParameters;
import org.bouncycastle.crypto.params.XMSSMTKeyGenerationParameters;
import org.bouncycastle.crypto.params.XMSSMTParameters;
import org.bouncycastle.crypto.params.XMSSMTPrivateKeyParameters;
import org.bouncycastle.crypto.params.XMSSMTPublicKeyParameters;
import org.bouncycastle.crypto.params.XMSSParameters;
import org.bouncycastle.crypto.params.XMSSPrivateKeyParameters;
import org.bouncycastle.crypto.params.XMSSPublicKeyParameters;
import org.bouncycastle.crypto.signers.XMSSMTSigner;
import org.bouncycastle.crypto.signers.XMSSSigner;
import org.bouncycastle.util.Encodable;

/// XMSS and XMSS^MT (RFC 8391, NIST SP 800-208): Bouncy Castle's classes of the one and of the other have the same
/// methods, and no common type.
final class XmssSignature implements StatefulSignature {
    private final int signatureLength;
    private final Function<SecureRandom, AsymmetricCipherKeyPair> generation;
    private final Keys keys;
    private final Signers signers;

    /// Bouncy Castle's keys.
    ///
    /// @param privateKey of bytes
    /// @param publicKey of bytes
    /// @param half the public key of a private key
    /// @param remaining how many signatures a private key has left
    private record Keys(
            Function<byte[], AsymmetricKeyParameter> privateKey,
            Function<byte[], AsymmetricKeyParameter> publicKey,
            UnaryOperator<AsymmetricKeyParameter> half,
            ToLongFunction<AsymmetricKeyParameter> remaining) {}

    /// Bouncy Castle's signers.
    ///
    /// @param fresh a new one
    /// @param updated the key that one has after a signature
    private record Signers(Supplier<Signer> fresh, Function<Signer, AsymmetricKeyParameter> updated) {}

    private XmssSignature(
            int signatureLength,
            Function<SecureRandom, AsymmetricCipherKeyPair> generation,
            Keys keys,
            Signers signers) {
        this.signatureLength = signatureLength;
        this.generation = generation;
        this.keys = keys;
        this.signers = signers;
    }

    /// {@return XMSS with the parameters of a set}
    static XmssSignature of(XMSSParameters set) {
        return new XmssSignature(
                4 + set.getTreeDigestSize() * (1 + set.getLen() + set.getHeight()),
                random -> {
                    XMSSKeyPairGenerator generator = new XMSSKeyPairGenerator();
                    generator.init(new XMSSKeyGenerationParameters(set, random));
                    return generator.generateKeyPair();
                },
                new Keys(
                        bytes -> new XMSSPrivateKeyParameters.Builder(set)
                                .withPrivateKey(bytes)
                                .build(),
                        bytes -> new XMSSPublicKeyParameters.Builder(set)
                                .withPublicKey(bytes)
                                .build(),
                        key -> new XMSSPublicKeyParameters.Builder(set)
                                .withRoot(((XMSSPrivateKeyParameters) key).getRoot())
                                .withPublicSeed(((XMSSPrivateKeyParameters) key).getPublicSeed())
                                .build(),
                        key -> ((XMSSPrivateKeyParameters) key).getUsagesRemaining()),
                new Signers(XMSSSigner::new, signer -> ((XMSSSigner) signer).getUpdatedPrivateKey()));
    }

    /// {@return XMSS^MT with the parameters of a set}
    static XmssSignature of(XMSSMTParameters set) {
        int nodes = 1 + set.getLayers() * set.getLen() + set.getHeight();
        return new XmssSignature(
                (set.getHeight() + 7) / 8 + set.getTreeDigestSize() * nodes,
                random -> {
                    XMSSMTKeyPairGenerator generator = new XMSSMTKeyPairGenerator();
                    generator.init(new XMSSMTKeyGenerationParameters(set, random));
                    return generator.generateKeyPair();
                },
                new Keys(
                        bytes -> new XMSSMTPrivateKeyParameters.Builder(set)
                                .withPrivateKey(bytes)
                                .build(),
                        bytes -> new XMSSMTPublicKeyParameters.Builder(set)
                                .withPublicKey(bytes)
                                .build(),
                        key -> new XMSSMTPublicKeyParameters.Builder(set)
                                .withRoot(((XMSSMTPrivateKeyParameters) key).getRoot())
                                .withPublicSeed(((XMSSMTPrivateKeyParameters) key).getPublicSeed())
                                .build(),
                        key -> ((XMSSMTPrivateKeyParameters) key).getUsagesRemaining()),
                new Signers(XMSSMTSigner::new, signer -> ((XMSSMTSigner) signer).getUpdatedPrivateKey()));
    }

    @Override
    public Pair generate(SecureRandom random) {
        AsymmetricCipherKeyPair pair = generation.apply(random);
        return new Pair(
                encoded(pair.getPublic()), encoded(pair.getPrivate()), keys.remaining.applyAsLong(pair.getPrivate()));
    }

    @Override
    public Optional<Signed> sign(byte[] privateKey, byte[] message) {
        AsymmetricKeyParameter key = keys.privateKey.apply(privateKey);
        if (keys.remaining.applyAsLong(key) <= 0) {
            return Optional.empty();
        }
        Signer signer = signers.fresh.get();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        byte[] signature;
        try {
            signature = signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
        AsymmetricKeyParameter next = signers.updated.apply(signer);
        return Optional.of(new Signed(Bytes.of(signature), encoded(next), keys.remaining.applyAsLong(next)));
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            Signer verifier = signers.fresh.get();
            verifier.init(false, keys.publicKey.apply(publicKey));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (RuntimeException wrong) {
            return false;
        }
    }

    @Override
    public int signatureLength() {
        return signatureLength;
    }

    @Override
    public Optional<Bytes> publicKey(byte[] privateKey) {
        try {
            return Optional.of(encoded(keys.half.apply(keys.privateKey.apply(privateKey))));
        } catch (RuntimeException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Long> remaining(byte[] privateKey) {
        try {
            return Optional.of(keys.remaining.applyAsLong(keys.privateKey.apply(privateKey)));
        } catch (RuntimeException notOne) {
            return Optional.empty();
        }
    }

    private static Bytes encoded(AsymmetricKeyParameter key) {
        try {
            return Bytes.of(((Encodable) key).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
