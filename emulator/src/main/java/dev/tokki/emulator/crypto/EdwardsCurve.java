package dev.tokki.emulator.crypto;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Xof;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed448;
import org.jspecify.annotations.Nullable;

/// The curves of EdDSA (RFC 8032), computed by Bouncy Castle unless a provider is faster.
public enum EdwardsCurve implements ByteKeyCurve {
    /// edwards25519.
    ED25519("edwards25519", "1.3.101.112", 255, Ed25519.SECRET_KEY_SIZE, Ed25519.SIGNATURE_SIZE) {
        @Override
        void publicKey(byte[] secret, byte[] out) {
            Ed25519.generatePublicKey(secret, 0, out, 0);
        }

        @Override
        Signing signing(byte[] secret) {
            Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(secret);
            return (scheme, context, data) -> {
                byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
                byte[] message = message(scheme, data);
                key.sign(algorithm(scheme), context(scheme, context), message, 0, message.length, signature, 0);
                return signature;
            };
        }

        @Override
        Optional<Verifying> verifying(byte[] publicKey) {
            if (!Ed25519.validatePublicKeyPartial(publicKey, 0)) {
                return Optional.empty();
            }
            Ed25519PublicKeyParameters key = new Ed25519PublicKeyParameters(publicKey);
            return Optional.of((scheme, context, data, signature) -> {
                byte[] message = message(scheme, data);
                return key.verify(
                        algorithm(scheme), context(scheme, context), message, 0, message.length, signature, 0);
            });
        }

        @Override
        byte[] prehash(byte[] data) {
            Digest digest = Ed25519.createPrehash();
            byte[] hash = new byte[Ed25519.PREHASH_SIZE];
            digest.update(data, 0, data.length);
            digest.doFinal(hash, 0);
            return hash;
        }

        private byte @Nullable [] context(Scheme scheme, byte[] context) {
            return scheme == Scheme.PURE ? null : context;
        }

        private int algorithm(Scheme scheme) {
            return switch (scheme) {
                case PURE -> Ed25519.Algorithm.Ed25519;
                case WITH_CONTEXT -> Ed25519.Algorithm.Ed25519ctx;
                case PREHASHED -> Ed25519.Algorithm.Ed25519ph;
            };
        }
    },
    /// edwards448.
    ED448("edwards448", "1.3.101.113", 448, Ed448.SECRET_KEY_SIZE, Ed448.SIGNATURE_SIZE) {
        @Override
        void publicKey(byte[] secret, byte[] out) {
            Ed448.generatePublicKey(secret, 0, out, 0);
        }

        @Override
        Signing signing(byte[] secret) {
            Ed448PrivateKeyParameters key = new Ed448PrivateKeyParameters(secret);
            return (scheme, context, data) -> {
                byte[] signature = new byte[Ed448.SIGNATURE_SIZE];
                byte[] message = message(scheme, data);
                key.sign(algorithm(scheme), context, message, 0, message.length, signature, 0);
                return signature;
            };
        }

        @Override
        Optional<Verifying> verifying(byte[] publicKey) {
            if (!Ed448.validatePublicKeyPartial(publicKey, 0)) {
                return Optional.empty();
            }
            Ed448PublicKeyParameters key = new Ed448PublicKeyParameters(publicKey);
            return Optional.of((scheme, context, data, signature) -> {
                byte[] message = message(scheme, data);
                return key.verify(algorithm(scheme), context, message, 0, message.length, signature, 0);
            });
        }

        @Override
        byte[] prehash(byte[] data) {
            Xof xof = Ed448.createPrehash();
            byte[] hash = new byte[Ed448.PREHASH_SIZE];
            xof.update(data, 0, data.length);
            xof.doFinal(hash, 0, hash.length);
            return hash;
        }

        private int algorithm(Scheme scheme) {
            return scheme == Scheme.PREHASHED ? Ed448.Algorithm.Ed448ph : Ed448.Algorithm.Ed448;
        }
    };

    /// The signature schemes of RFC 8032.
    public enum Scheme {
        /// Ed25519, Ed448.
        PURE,
        /// Ed25519ctx; Ed448 with a context.
        WITH_CONTEXT,
        /// Ed25519ph, Ed448ph.
        PREHASHED
    }

    /// Signs.
    @FunctionalInterface
    public interface Signing {
        /// {@return the signature}
        byte[] sign(Scheme scheme, byte[] context, byte[] data);
    }

    /// Verifies.
    @FunctionalInterface
    public interface Verifying {
        /// {@return whether the signature belongs to the data}
        boolean verify(Scheme scheme, byte[] context, byte[] data, byte[] signature);
    }

    private final String curveName;
    private final String oid;
    private final int fieldBits;
    private final int keyLength;
    private final int signatureLength;

    EdwardsCurve(String curveName, String oid, int fieldBits, int keyLength, int signatureLength) {
        this.curveName = curveName;
        this.oid = oid;
        this.fieldBits = fieldBits;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
    }

    @Override
    public String curveName() {
        return curveName;
    }

    @Override
    public String oid() {
        return oid;
    }

    @Override
    public int fieldBits() {
        return fieldBits;
    }

    @Override
    public int keyLength() {
        return keyLength;
    }

    /// {@return the length of a signature in bytes}
    public int signatureLength() {
        return signatureLength;
    }

    @Override
    public byte[] generate(SecureRandom random) {
        byte[] secret = new byte[keyLength];
        random.nextBytes(secret);
        return secret;
    }

    /// {@return a private key made ready}
    public Signing signing(Crypto crypto, byte[] secret) {
        Signing light = signing(secret);
        return EdwardsOfProvider.of(crypto, this)
                .map(provided -> provided.signing(secret, light))
                .orElse(light);
    }

    abstract Signing signing(byte[] secret);

    /// {@return a public key made ready; nothing where the bytes are no point, or one of small order}
    public Optional<Verifying> verifying(Crypto crypto, byte[] publicKey) {
        return verifying(publicKey)
                .map(light -> EdwardsOfProvider.of(crypto, this)
                        .map(provided -> provided.verifying(publicKey, light))
                        .orElse(light));
    }

    /// {@return whether bytes are a public key: a point, and none of small order}
    public boolean isPublicKey(byte[] publicKey) {
        return verifying(publicKey).isPresent();
    }

    abstract Optional<Verifying> verifying(byte[] publicKey);

    /// Puts the public key of a private key into a buffer.
    abstract void publicKey(byte[] secret, byte[] out);

    abstract byte[] prehash(byte[] data);

    @Override
    public byte[] publicKey(byte[] secret) {
        byte[] key = new byte[keyLength];
        publicKey(secret, key);
        return key;
    }

    /// {@return what is signed: the data, or their hash}
    byte[] message(Scheme scheme, byte[] data) {
        return scheme == Scheme.PREHASHED ? prehash(data) : data;
    }
}
