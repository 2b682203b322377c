package dev.tokki.bench;

import dev.tokki.api.constant.Ckm;
import dev.tokki.api.fluent.Session;

/// What people use most: by a module's calls (Init and the one-part call), and as the bare call of the provider that is
/// fastest at it.
public enum Work {
    SHA256_32(session -> Calls.digest(session, Ckm.SHA256, 32), () -> Raw.digest("SHA-256", 32)),
    SHA256_1K(session -> Calls.digest(session, Ckm.SHA256, Sizes.KIB), () -> Raw.digest("SHA-256", Sizes.KIB)),
    SHA256_16K(
            session -> Calls.digest(session, Ckm.SHA256, 16 * Sizes.KIB), () -> Raw.digest("SHA-256", 16 * Sizes.KIB)),
    SHA256_1M(session -> Calls.digest(session, Ckm.SHA256, Sizes.MIB), () -> Raw.digest("SHA-256", Sizes.MIB)),
    HMAC_SHA256_1K(session -> Calls.hmac(session, Sizes.KIB), () -> Raw.hmac(Sizes.KIB)),
    HMAC_SHA256_16K(session -> Calls.hmac(session, 16 * Sizes.KIB), () -> Raw.hmac(16 * Sizes.KIB)),
    HMAC_SHA256_1M(session -> Calls.hmac(session, Sizes.MIB), () -> Raw.hmac(Sizes.MIB)),
    AES256_CBC_1K(session -> Calls.cbc(session, Sizes.KIB), () -> Raw.cbc(Sizes.KIB)),
    AES256_CBC_16K(session -> Calls.cbc(session, 16 * Sizes.KIB), () -> Raw.cbc(16 * Sizes.KIB)),
    AES256_CBC_1M(session -> Calls.cbc(session, Sizes.MIB), () -> Raw.cbc(Sizes.MIB)),
    AES256_GCM_1K(session -> Calls.gcm(session, Sizes.KIB), () -> Raw.gcm(Sizes.KIB)),
    AES256_GCM_16K(session -> Calls.gcm(session, 16 * Sizes.KIB), () -> Raw.gcm(16 * Sizes.KIB)),
    AES256_GCM_1M(session -> Calls.gcm(session, Sizes.MIB), () -> Raw.gcm(Sizes.MIB)),
    RSA2048_SIGN(session -> Calls.sign(Calls.rsa(session, 2048), Calls.RSA), () -> Raw.rsaSign(2048)),
    RSA2048_VERIFY(session -> Calls.verify(Calls.rsa(session, 2048), Calls.RSA), () -> Raw.rsaVerify(2048)),
    RSA4096_SIGN(session -> Calls.sign(Calls.rsa(session, 4096), Calls.RSA), () -> Raw.rsaSign(4096)),
    RSA4096_VERIFY(session -> Calls.verify(Calls.rsa(session, 4096), Calls.RSA), () -> Raw.rsaVerify(4096)),
    P256_SIGN(session -> Calls.sign(Calls.p256(session), Calls.ECDSA), () -> Raw.ecdsaSign("secp256r1")),
    P256_VERIFY(session -> Calls.verify(Calls.p256(session), Calls.ECDSA), () -> Raw.ecdsaVerify("secp256r1")),
    P384_SIGN(session -> Calls.sign(Calls.p384(session), Calls.ECDSA), () -> Raw.ecdsaSign("secp384r1")),
    P384_VERIFY(session -> Calls.verify(Calls.p384(session), Calls.ECDSA), () -> Raw.ecdsaVerify("secp384r1")),
    P256_ECDH(session -> Calls.ecdh(session), () -> Raw.ecdh("secp256r1")),
    ED25519_SIGN(session -> Calls.sign(Calls.ed25519(session), Calls.EDDSA), Raw::ed25519Sign),
    ED25519_VERIFY(session -> Calls.verify(Calls.ed25519(session), Calls.EDDSA), Raw::ed25519Verify),
    ML_DSA_65_SIGN(session -> Calls.sign(Calls.mlDsa(session), Calls.ML_DSA), Raw::mlDsaSign),
    ML_DSA_65_VERIFY(session -> Calls.verify(Calls.mlDsa(session), Calls.ML_DSA), Raw::mlDsaVerify),
    ML_KEM_768_ENCAPSULATE(session -> Calls.encapsulate(session), Raw::encapsulate),
    ML_KEM_768_DECAPSULATE(session -> Calls.decapsulate(session), Raw::decapsulate),
    AES256_KEY_GENERATION(session -> Calls.aesGeneration(session), Raw::aesGeneration),
    P256_KEY_GENERATION(session -> () -> Calls.destroyed(Calls.p256(session)), () -> Raw.ecGeneration("secp256r1")),
    ED25519_KEY_GENERATION(session -> () -> Calls.destroyed(Calls.ed25519(session)), Raw::ed25519Generation),
    RSA2048_KEY_GENERATION(session -> () -> Calls.destroyed(Calls.rsa(session, 2048)), () -> Raw.rsaGeneration(2048));

    /// Sets a case up in a session.
    @FunctionalInterface
    private interface ByCalls {
        Prepared in(Session session);
    }

    /// Sets a case up without a module.
    @FunctionalInterface
    private interface Bare {
        Prepared prepare() throws Exception;
    }

    private final ByCalls calls;
    private final Bare bare;

    Work(ByCalls calls, Bare bare) {
        this.calls = calls;
        this.bare = bare;
    }

    Prepared in(Session session) {
        return calls.in(session);
    }

    Prepared bare() throws Exception {
        return bare.prepare();
    }

    /// Sizes of data in bytes.
    private static final class Sizes {
        static final int KIB = 1024;
        static final int MIB = 1024 * 1024;
    }
}
