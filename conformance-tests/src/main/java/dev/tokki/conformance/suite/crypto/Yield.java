package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.KeyManagement.WrapKey;
import dev.tokki.api.call.Signing;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.conformance.suite.Session;
import java.util.function.Function;

/// The functions that yield bytes by the convention of section 5.2, each in a state in which it yields some.
enum Yield {
    ENCRYPT("C_Encrypt", Ckm.AES_CBC, Ckf.ENCRYPT, 32, set -> {
        set.encryption(set.cbc());
        return room -> new Encryption.Encrypt(set.handle(), Bytes.of(Kind.DATA), room);
    }),
    ENCRYPT_UPDATE("C_EncryptUpdate", Ckm.AES_CBC, Ckf.ENCRYPT, 32, set -> {
        set.encryption(set.cbc());
        return room -> new Encryption.EncryptUpdate(set.handle(), Bytes.of(Kind.DATA), room);
    }),
    ENCRYPT_FINAL("C_EncryptFinal", Ckm.AES_CBC_PAD, Ckf.ENCRYPT, 16, set -> {
        set.encryption(set.padded());
        set.perform(new Encryption.EncryptUpdate(set.handle(), Bytes.of(Data.counting(5)), Buffer.of(64)));
        return room -> new Encryption.EncryptFinal(set.handle(), room);
    }),
    DECRYPT("C_Decrypt", Ckm.AES_CBC, Ckf.DECRYPT, 32, set -> {
        set.decryption(set.cbc());
        return room -> new Decryption.Decrypt(set.handle(), Bytes.of(Kind.DATA), room);
    }),
    DECRYPT_UPDATE("C_DecryptUpdate", Ckm.AES_CBC, Ckf.DECRYPT, 32, set -> {
        set.decryption(set.cbc());
        return room -> new Decryption.DecryptUpdate(set.handle(), Bytes.of(Kind.DATA), room);
    }),
    DECRYPT_FINAL("C_DecryptFinal", Ckm.AES_CBC_PAD, Ckf.DECRYPT, 5, set -> {
        set.decryption(set.padded());
        byte[] ciphertext =
                Jdk.aesCbcPadded(javax.crypto.Cipher.ENCRYPT_MODE, Keys.aesValue(), new byte[16], Data.counting(5));
        set.perform(new Decryption.DecryptUpdate(set.handle(), Bytes.of(ciphertext), Buffer.of(64)));
        return room -> new Decryption.DecryptFinal(set.handle(), room);
    }),
    DIGEST("C_Digest", Ckm.SHA256, Ckf.DIGEST, 32, set -> {
        set.perform(new Digesting.DigestInit(set.handle(), Mechanism.of(Ckm.SHA256)));
        return room -> new Digesting.Digest(set.handle(), Bytes.of(Kind.DATA), room);
    }),
    DIGEST_FINAL("C_DigestFinal", Ckm.SHA256, Ckf.DIGEST, 32, set -> {
        set.perform(new Digesting.DigestInit(set.handle(), Mechanism.of(Ckm.SHA256)));
        set.perform(new Digesting.DigestUpdate(set.handle(), Bytes.of(Kind.DATA)));
        return room -> new Digesting.DigestFinal(set.handle(), room);
    }),
    SIGN("C_Sign", Ckm.SHA256_HMAC, Ckf.SIGN, 32, set -> {
        set.signature();
        return room -> new Signing.Sign(set.handle(), Bytes.of(Kind.DATA), room);
    }),
    SIGN_FINAL("C_SignFinal", Ckm.SHA256_HMAC, Ckf.SIGN, 32, set -> {
        set.signature();
        set.perform(new Signing.SignUpdate(set.handle(), Bytes.of(Kind.DATA)));
        return room -> new Signing.SignFinal(set.handle(), room);
    }),
    SIGN_RSA("C_Sign with RSA", Ckm.SHA256_RSA_PKCS, Ckf.SIGN, 256, set -> {
        long key = set.session().create(Keys.rsaPrivate(Cka.SIGN));
        set.perform(new Signing.SignInit(set.handle(), Mechanism.of(Ckm.SHA256_RSA_PKCS), key));
        return room -> new Signing.Sign(set.handle(), Bytes.of(Kind.DATA), room);
    }),
    WRAP_KEY("C_WrapKey", Ckm.AES_KEY_WRAP, Ckf.WRAP, 24, set -> {
        long wrapping = set.session().create(Keys.aes(Cka.WRAP, Cka.UNWRAP));
        long wrapped = set.session().create(Keys.aes(Data.counting(16), Cka.ENCRYPT));
        return room -> new WrapKey(set.handle(), Mechanism.of(Ckm.AES_KEY_WRAP), wrapping, wrapped, room);
    });

    private final String function;
    private final long mechanism;
    private final long use;
    private final int length;
    private final Function<Setting, Sized> state;

    Yield(String function, long mechanism, long use, int length, Function<Setting, Sized> state) {
        this.function = function;
        this.mechanism = mechanism;
        this.use = use;
        this.length = length;
        this.state = state;
    }

    /// {@return the mechanism that it is shown with}
    long mechanism() {
        return mechanism;
    }

    /// {@return what the mechanism must be for}
    long use() {
        return use;
    }

    /// {@return how many bytes there are to be had}
    int length() {
        return length;
    }

    /// {@return whether the text lets the module ask for more room than is needed: the padding is not removed yet}
    boolean mayAskForMore() {
        return this == DECRYPT_FINAL;
    }

    /// {@return the function in a state in which it yields bytes}
    Sized in(Session session) {
        return state.apply(new Setting(session));
    }

    /// {@return the function's name}
    @Override
    public String toString() {
        return function;
    }

    /// A call that lacks only the room for its output.
    interface Sized {
        /// {@return the call}
        Call<Output> into(Buffer room);
    }

    /// Brings about the states.
    ///
    /// @param session where
    private record Setting(Session session) {
        long handle() {
            return session.handle();
        }

        void perform(Call<?> call) {
            session.token()
                    .bench()
                    .arrange(() -> session.token().bench().expect(call).succeeds());
        }

        Mechanism cbc() {
            return Mechanism.iv(Ckm.AES_CBC, new byte[16]);
        }

        Mechanism padded() {
            return Mechanism.iv(Ckm.AES_CBC_PAD, new byte[16]);
        }

        void encryption(Mechanism mechanism) {
            perform(new Encryption.EncryptInit(handle(), mechanism, session.create(Keys.aes(Cka.ENCRYPT))));
        }

        void decryption(Mechanism mechanism) {
            perform(new Decryption.DecryptInit(handle(), mechanism, session.create(Keys.aes(Cka.DECRYPT))));
        }

        void signature() {
            perform(new Signing.SignInit(
                    handle(), Mechanism.of(Ckm.SHA256_HMAC), session.create(Keys.generic(Cka.SIGN))));
        }
    }
}
