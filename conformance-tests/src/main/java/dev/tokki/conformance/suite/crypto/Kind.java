package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.conformance.suite.Draft;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The kinds of operations that have single and multiple parts, each with a mechanism, a key and data that suit it.
///
/// What holds for all of them is written once over this.
enum Kind {
    ENCRYPT("C_Encrypt", Ckf.ENCRYPT, Mechanism.iv(Ckm.AES_CBC, new byte[16])) {
        @Override
        Optional<Draft> key() {
            return Optional.of(Keys.aes(Cka.ENCRYPT));
        }

        @Override
        Call<Void> init(long session, @Nullable Mechanism mechanism, long key) {
            return new Encryption.EncryptInit(session, mechanism, key);
        }

        @Override
        Call<?> onePart(long session, Bytes data) {
            return new Encryption.Encrypt(session, data, ROOM);
        }

        @Override
        Call<?> update(long session, Bytes part) {
            return new Encryption.EncryptUpdate(session, part, ROOM);
        }

        @Override
        Call<?> last(long session) {
            return new Encryption.EncryptFinal(session, ROOM);
        }

        @Override
        Call<?> mistake(long session) {
            return onePart(session, Bytes.of(Data.part(DATA, 0, 5)));
        }
    },
    DECRYPT("C_Decrypt", Ckf.DECRYPT, Mechanism.iv(Ckm.AES_CBC, new byte[16])) {
        @Override
        Optional<Draft> key() {
            return Optional.of(Keys.aes(Cka.DECRYPT));
        }

        @Override
        Call<Void> init(long session, @Nullable Mechanism mechanism, long key) {
            return new Decryption.DecryptInit(session, mechanism, key);
        }

        @Override
        Call<?> onePart(long session, Bytes data) {
            return new Decryption.Decrypt(session, data, ROOM);
        }

        @Override
        Call<?> update(long session, Bytes part) {
            return new Decryption.DecryptUpdate(session, part, ROOM);
        }

        @Override
        Call<?> last(long session) {
            return new Decryption.DecryptFinal(session, ROOM);
        }

        @Override
        Call<?> mistake(long session) {
            return onePart(session, Bytes.of(Data.part(DATA, 0, 5)));
        }
    },
    DIGEST("C_Digest", Ckf.DIGEST, Mechanism.of(Ckm.SHA256)) {
        @Override
        Optional<Draft> key() {
            return Optional.empty();
        }

        @Override
        Call<Void> init(long session, @Nullable Mechanism mechanism, long key) {
            return new Digesting.DigestInit(session, mechanism);
        }

        @Override
        Call<?> onePart(long session, Bytes data) {
            return new Digesting.Digest(session, data, ROOM);
        }

        @Override
        Call<?> update(long session, Bytes part) {
            return new Digesting.DigestUpdate(session, part);
        }

        @Override
        Call<?> last(long session) {
            return new Digesting.DigestFinal(session, ROOM);
        }

        @Override
        Call<?> mistake(long session) {
            return onePart(session, Bytes.nullOf(DATA.length));
        }
    },
    SIGN("C_Sign", Ckf.SIGN, Mechanism.of(Ckm.SHA256_HMAC)) {
        @Override
        Optional<Draft> key() {
            return Optional.of(Keys.generic(Cka.SIGN));
        }

        @Override
        Call<Void> init(long session, @Nullable Mechanism mechanism, long key) {
            return new Signing.SignInit(session, mechanism, key);
        }

        @Override
        Call<?> onePart(long session, Bytes data) {
            return new Signing.Sign(session, data, ROOM);
        }

        @Override
        Call<?> update(long session, Bytes part) {
            return new Signing.SignUpdate(session, part);
        }

        @Override
        Call<?> last(long session) {
            return new Signing.SignFinal(session, ROOM);
        }

        @Override
        Call<?> mistake(long session) {
            return onePart(session, Bytes.nullOf(DATA.length));
        }
    },
    VERIFY("C_Verify", Ckf.VERIFY, Mechanism.of(Ckm.SHA256_HMAC)) {
        @Override
        Optional<Draft> key() {
            return Optional.of(Keys.generic(Cka.VERIFY));
        }

        @Override
        Call<Void> init(long session, @Nullable Mechanism mechanism, long key) {
            return new Verification.VerifyInit(session, mechanism, key);
        }

        @Override
        Call<?> onePart(long session, Bytes data) {
            return new Verification.Verify(session, data, Bytes.of(mac(data.array())));
        }

        @Override
        Call<?> update(long session, Bytes part) {
            return new Verification.VerifyUpdate(session, part);
        }

        @Override
        Call<?> last(long session) {
            return new Verification.VerifyFinal(session, Bytes.of(mac(DATA)));
        }

        @Override
        Call<?> mistake(long session) {
            return new Verification.Verify(session, Bytes.of(DATA), Bytes.of(Keys.spoiled(mac(DATA), 0)));
        }
    };

    /// Data that every mechanism here accepts: two blocks.
    static final byte[] DATA = Data.counting(32);

    private static final Buffer ROOM = Buffer.of(256);

    private final String function;
    private final long flag;
    private final Mechanism mechanism;

    Kind(String function, long flag, Mechanism mechanism) {
        this.function = function;
        this.flag = flag;
        this.mechanism = mechanism;
    }

    /// {@return the flag of `CK_MECHANISM_INFO` that stands for it}
    long flag() {
        return flag;
    }

    /// {@return a mechanism that most tokens have}
    Mechanism mechanism() {
        return mechanism;
    }

    /// {@return the template of a key for the mechanism, its usage allowed; none for digesting}
    abstract Optional<Draft> key();

    /// {@return the call that begins; the key is ignored for digesting}
    abstract Call<Void> init(long session, @Nullable Mechanism mechanism, long key);

    /// {@return the call that does all at once; verifying gets the right MAC}
    abstract Call<?> onePart(long session, Bytes data);

    /// {@return the call that takes one more part}
    abstract Call<?> update(long session, Bytes part);

    /// {@return the call that ends; verifying gets the MAC of [#DATA]}
    abstract Call<?> last(long session);

    /// {@return a call that does all at once and must fail}
    abstract Call<?> mistake(long session);

    /// {@return the name of the function that does all at once}
    @Override
    public String toString() {
        return function;
    }

    private static byte[] mac(byte[] data) {
        return Jdk.hmac(Hash.SHA256, Keys.genericValue(), data);
    }
}
