package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.Output;
import dev.tokki.api.Template;
import dev.tokki.api.call.Means.Meaning;
import org.jspecify.annotations.Nullable;

/// Key management, PKCS#11 v3.2, section 5.18.
public sealed interface KeyManagement<R> extends Call<R> {
    /// `C_GenerateKey`, section 5.18.1.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; null for NULL_PTR
    /// @param template the template
    /// @param newKey where the handle goes
    record GenerateKey(
            @Means(Meaning.SESSION) long session, @Nullable Mechanism mechanism, Template template, Out<Long> newKey)
            implements KeyManagement<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GenerateKey(long session, @Nullable Mechanism mechanism, Template template) {
            this(session, mechanism, template, Out.here());
        }
    }

    /// `C_GenerateKeyPair`, section 5.18.2.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; null for NULL_PTR
    /// @param publicKeyTemplate the template of the public key
    /// @param privateKeyTemplate the template of the private key
    /// @param newPublicKey where the public key's handle goes
    /// @param newPrivateKey where the private key's handle goes
    record GenerateKeyPair(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            Template publicKeyTemplate,
            Template privateKeyTemplate,
            Out<Long> newPublicKey,
            Out<Long> newPrivateKey)
            implements KeyManagement<KeyPair> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GenerateKeyPair(
                long session, @Nullable Mechanism mechanism, Template publicKeyTemplate, Template privateKeyTemplate) {
            this(session, mechanism, publicKeyTemplate, privateKeyTemplate, Out.here(), Out.here());
        }
    }

    /// `C_WrapKey`, section 5.18.3.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; null for NULL_PTR
    /// @param wrappingKey handle of the key that wraps
    /// @param key handle of the key
    /// @param wrappedKey room for the wrapped key
    record WrapKey(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long wrappingKey,
            @Means(Meaning.OBJECT) long key,
            Buffer wrappedKey)
            implements KeyManagement<Output> {}

    /// `C_UnwrapKey`, section 5.18.4.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; null for NULL_PTR
    /// @param unwrappingKey handle of the key that unwraps
    /// @param wrappedKey the wrapped key
    /// @param template the template
    /// @param newKey where the handle goes
    record UnwrapKey(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long unwrappingKey,
            Bytes wrappedKey,
            Template template,
            Out<Long> newKey)
            implements KeyManagement<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public UnwrapKey(
                long session, @Nullable Mechanism mechanism, long unwrappingKey, Bytes wrappedKey, Template template) {
            this(session, mechanism, unwrappingKey, wrappedKey, template, Out.here());
        }
    }

    /// `C_DeriveKey`, section 5.18.5.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; null for NULL_PTR
    /// @param baseKey handle of the key to derive from
    /// @param template the template
    /// @param newKey where the handle goes
    record DeriveKey(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long baseKey,
            Template template,
            Out<Long> newKey)
            implements KeyManagement<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public DeriveKey(long session, @Nullable Mechanism mechanism, long baseKey, Template template) {
            this(session, mechanism, baseKey, template, Out.here());
        }
    }

    /// `C_EncapsulateKey`, section 5.18.8.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; null for NULL_PTR
    /// @param publicKey handle of the public key
    /// @param template the template
    /// @param ciphertext room for the ciphertext
    /// @param newKey where the handle goes
    record EncapsulateKey(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long publicKey,
            Template template,
            Buffer ciphertext,
            Out<Long> newKey)
            implements KeyManagement<Encapsulation> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public EncapsulateKey(
                long session, @Nullable Mechanism mechanism, long publicKey, Template template, Buffer ciphertext) {
            this(session, mechanism, publicKey, template, ciphertext, Out.here());
        }
    }

    /// `C_DecapsulateKey`, section 5.18.9.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; null for NULL_PTR
    /// @param privateKey handle of the private key
    /// @param template the template
    /// @param ciphertext the ciphertext
    /// @param newKey where the handle goes
    record DecapsulateKey(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long privateKey,
            Template template,
            Bytes ciphertext,
            Out<Long> newKey)
            implements KeyManagement<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public DecapsulateKey(
                long session, @Nullable Mechanism mechanism, long privateKey, Template template, Bytes ciphertext) {
            this(session, mechanism, privateKey, template, ciphertext, Out.here());
        }
    }

    /// `C_WrapKeyAuthenticated`, section 5.18.6.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; null for NULL_PTR
    /// @param wrappingKey handle of the key that wraps
    /// @param key handle of the key
    /// @param associatedData data authenticated but not encrypted
    /// @param wrappedKey room for the wrapped key
    record WrapKeyAuthenticated(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long wrappingKey,
            @Means(Meaning.OBJECT) long key,
            Bytes associatedData,
            Buffer wrappedKey)
            implements KeyManagement<Output> {}

    /// `C_UnwrapKeyAuthenticated`, section 5.18.7.
    ///
    /// @param session the session
    /// @param mechanism the mechanism; null for NULL_PTR
    /// @param unwrappingKey handle of the key that unwraps
    /// @param wrappedKey the wrapped key
    /// @param template the template
    /// @param associatedData data authenticated but not encrypted
    /// @param newKey where the handle goes
    record UnwrapKeyAuthenticated(
            @Means(Meaning.SESSION) long session,
            @Nullable Mechanism mechanism,
            @Means(Meaning.OBJECT) long unwrappingKey,
            Bytes wrappedKey,
            Template template,
            Bytes associatedData,
            Out<Long> newKey)
            implements KeyManagement<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public UnwrapKeyAuthenticated(
                long session,
                @Nullable Mechanism mechanism,
                long unwrappingKey,
                Bytes wrappedKey,
                Template template,
                Bytes associatedData) {
            this(session, mechanism, unwrappingKey, wrappedKey, template, associatedData, Out.here());
        }
    }
}
