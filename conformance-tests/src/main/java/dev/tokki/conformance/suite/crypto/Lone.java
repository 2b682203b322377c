package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.DualFunction;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.Verification;
import java.util.function.LongFunction;

/// Calls that belong into an operation, made without one.
enum Lone {
    ENCRYPT("C_Encrypt", session -> new Encryption.Encrypt(session, Given.DATA, Given.ROOM)),
    ENCRYPT_UPDATE("C_EncryptUpdate", session -> new Encryption.EncryptUpdate(session, Given.DATA, Given.ROOM)),
    ENCRYPT_FINAL("C_EncryptFinal", session -> new Encryption.EncryptFinal(session, Given.ROOM)),
    DECRYPT("C_Decrypt", session -> new Decryption.Decrypt(session, Given.DATA, Given.ROOM)),
    DECRYPT_UPDATE("C_DecryptUpdate", session -> new Decryption.DecryptUpdate(session, Given.DATA, Given.ROOM)),
    DECRYPT_FINAL("C_DecryptFinal", session -> new Decryption.DecryptFinal(session, Given.ROOM)),
    DIGEST("C_Digest", session -> new Digesting.Digest(session, Given.DATA, Given.ROOM)),
    DIGEST_UPDATE("C_DigestUpdate", session -> new Digesting.DigestUpdate(session, Given.DATA)),
    DIGEST_FINAL("C_DigestFinal", session -> new Digesting.DigestFinal(session, Given.ROOM)),
    SIGN("C_Sign", session -> new Signing.Sign(session, Given.DATA, Given.ROOM)),
    SIGN_UPDATE("C_SignUpdate", session -> new Signing.SignUpdate(session, Given.DATA)),
    SIGN_FINAL("C_SignFinal", session -> new Signing.SignFinal(session, Given.ROOM)),
    SIGN_RECOVER("C_SignRecover", session -> new Signing.SignRecover(session, Given.DATA, Given.ROOM)),
    VERIFY("C_Verify", session -> new Verification.Verify(session, Given.DATA, Given.DATA)),
    VERIFY_UPDATE("C_VerifyUpdate", session -> new Verification.VerifyUpdate(session, Given.DATA)),
    VERIFY_FINAL("C_VerifyFinal", session -> new Verification.VerifyFinal(session, Given.DATA)),
    VERIFY_RECOVER("C_VerifyRecover", session -> new Verification.VerifyRecover(session, Given.DATA, Given.ROOM)),
    VERIFY_SIGNATURE(
            "C_VerifySignature", Version.V3_2, session -> new Verification.VerifySignature(session, Given.DATA)),
    VERIFY_SIGNATURE_UPDATE(
            "C_VerifySignatureUpdate",
            Version.V3_2,
            session -> new Verification.VerifySignatureUpdate(session, Given.DATA)),
    VERIFY_SIGNATURE_FINAL(
            "C_VerifySignatureFinal", Version.V3_2, session -> new Verification.VerifySignatureFinal(session)),
    DIGEST_ENCRYPT_UPDATE(
            "C_DigestEncryptUpdate", session -> new DualFunction.DigestEncryptUpdate(session, Given.DATA, Given.ROOM)),
    DECRYPT_DIGEST_UPDATE(
            "C_DecryptDigestUpdate", session -> new DualFunction.DecryptDigestUpdate(session, Given.DATA, Given.ROOM)),
    SIGN_ENCRYPT_UPDATE(
            "C_SignEncryptUpdate", session -> new DualFunction.SignEncryptUpdate(session, Given.DATA, Given.ROOM)),
    DECRYPT_VERIFY_UPDATE(
            "C_DecryptVerifyUpdate", session -> new DualFunction.DecryptVerifyUpdate(session, Given.DATA, Given.ROOM));

    private final String function;
    private final Version since;
    private final LongFunction<Call<?>> call;

    Lone(String function, LongFunction<Call<?>> call) {
        this(function, Version.V2_40, call);
    }

    Lone(String function, Version since, LongFunction<Call<?>> call) {
        this.function = function;
        this.since = since;
        this.call = call;
    }

    /// {@return the version of PKCS#11 that brought the function}
    Version since() {
        return since;
    }

    /// {@return the call}
    Call<?> in(long session) {
        return call.apply(session);
    }

    /// {@return the function's name}
    @Override
    public String toString() {
        return function;
    }

    /// What the calls are given.
    private static final class Given {
        static final Bytes DATA = Bytes.of(Data.counting(32));
        static final Buffer ROOM = Buffer.of(256);

        private Given() {}
    }
}
