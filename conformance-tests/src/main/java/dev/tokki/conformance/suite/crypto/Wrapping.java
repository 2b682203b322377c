package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.conformance.suite.Draft;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// Mechanisms that wrap secret keys, with the keys that do it and what the JDK does to undo it.
enum Wrapping {
    AES_ECB(Mechanism.of(Ckm.AES_ECB)) {
        @Override
        byte[] undone(byte[] wrapped) {
            return Jdk.aes(Cipher.DECRYPT_MODE, "ECB/NoPadding", Keys.aesValue(), null, wrapped);
        }
    },
    AES_CBC(Mechanism.iv(Ckm.AES_CBC, Data.counting(16))) {
        @Override
        byte[] undone(byte[] wrapped) {
            return Jdk.aes(
                    Cipher.DECRYPT_MODE,
                    "CBC/NoPadding",
                    Keys.aesValue(),
                    new IvParameterSpec(Data.counting(16)),
                    wrapped);
        }
    },
    AES_CBC_PAD(Mechanism.iv(Ckm.AES_CBC_PAD, Data.counting(16))) {
        @Override
        byte[] undone(byte[] wrapped) {
            return Jdk.aesCbcPadded(Cipher.DECRYPT_MODE, Keys.aesValue(), Data.counting(16), wrapped);
        }

        // "No value should be specified for the CKA_VALUE_LEN attribute" (section 6.10.6).
        @Override
        Draft template(long length) {
            return Keys.derived(Ckk.AES, Cka.ENCRYPT);
        }
    },
    RSA_PKCS(Mechanism.of(Ckm.RSA_PKCS)) {
        @Override
        Draft wrappingKey() {
            return Keys.rsaPublic(Cka.WRAP);
        }

        @Override
        Draft unwrappingKey() {
            return Keys.rsaPrivate(Cka.UNWRAP);
        }

        @Override
        byte[] undone(byte[] wrapped) {
            return Jdk.rsa(Cipher.DECRYPT_MODE, "PKCS1Padding", Jdk.rsaPrivate(), wrapped);
        }

        @Override
        Draft template(long length) {
            return Keys.derived(Ckk.AES, Cka.ENCRYPT);
        }
    },
    RSA_PKCS_OAEP(Mechanism.of(
            Ckm.RSA_PKCS_OAEP,
            new RsaParameter.Oaep(Hash.SHA1.digest(), Hash.SHA1.mgf(), Ckz.DATA_SPECIFIED, Bytes.NULL))) {
        @Override
        Draft wrappingKey() {
            return Keys.rsaPublic(Cka.WRAP);
        }

        @Override
        Draft unwrappingKey() {
            return Keys.rsaPrivate(Cka.UNWRAP);
        }

        @Override
        byte[] undone(byte[] wrapped) {
            return Jdk.rsaOaep(Cipher.DECRYPT_MODE, Jdk.rsaPrivate(), Hash.SHA1, Hash.SHA1, new byte[0], wrapped);
        }

        @Override
        Draft template(long length) {
            return Keys.derived(Ckk.AES, Cka.ENCRYPT);
        }
    };

    private final Mechanism mechanism;

    Wrapping(Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    /// {@return the mechanism with its parameter}
    Mechanism mechanism() {
        return mechanism;
    }

    /// {@return the key that wraps}
    Draft wrappingKey() {
        return Keys.aes(Cka.WRAP, Cka.UNWRAP);
    }

    /// {@return the key that unwraps}
    Draft unwrappingKey() {
        return Keys.aes(Cka.WRAP, Cka.UNWRAP);
    }

    /// {@return the template of an unwrapped AES key; its length is told where nothing else determines it}
    Draft template(long length) {
        return Keys.derived(Ckk.AES, Cka.ENCRYPT).with(Cka.VALUE_LEN, length);
    }

    /// {@return what was wrapped, by the JDK}
    abstract byte[] undone(byte[] wrapped);

    @Override
    public String toString() {
        return "CKM_" + name();
    }
}
