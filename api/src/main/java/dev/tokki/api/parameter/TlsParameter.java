package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.Version;
import dev.tokki.api.parameter.Layout.Kind;
import org.jspecify.annotations.Nullable;

/// Parameters of SSL 3.0 and TLS, sections 6.25 and 6.26.
public sealed interface TlsParameter extends Structure {
    /// `CK_VERSION` as a parameter, section 6.25.3: the client's version, of which the pre-master key begins.
    ///
    /// @param major 3
    /// @param minor 0 for SSL 3.0, 1 for TLS 1.0
    @Struct("CK_VERSION")
    record ClientVersion(
            @Layout(Kind.BYTE) long major,
            @Layout(Kind.BYTE) long minor) implements TlsParameter {}

    /// `CK_SSL3_RANDOM_DATA`, section 6.25.2.1.
    ///
    /// @param client the client's random bytes
    /// @param server the server's random bytes
    @Struct("CK_SSL3_RANDOM_DATA")
    record RandomData(Bytes client, Bytes server) implements TlsParameter {}

    /// `CK_SSL3_MASTER_KEY_DERIVE_PARAMS`, section 6.25.2.2.
    ///
    /// @param randomInfo both parties' random bytes
    /// @param version room for the version; null for Diffie-Hellman
    @Struct("CK_SSL3_MASTER_KEY_DERIVE_PARAMS")
    record Ssl3MasterKeyDerive(
            RandomData randomInfo,

            @Written @Layout(Kind.POINTER) @Nullable Version version) implements TlsParameter {}

    /// `CK_SSL3_KEY_MAT_OUT`, section 6.25.2.3: what a derivation of keys makes.
    ///
    /// @param clientMacSecret handle of the client's MAC key
    /// @param serverMacSecret handle of the server's MAC key
    /// @param clientKey handle of the client's key
    /// @param serverKey handle of the server's key
    /// @param clientIv room for the client's initialisation vector, or NULL_PTR
    /// @param serverIv room for the server's initialisation vector, or NULL_PTR
    @Struct("CK_SSL3_KEY_MAT_OUT")
    record KeyMaterial(
            @Written long clientMacSecret,
            @Written long serverMacSecret,
            @Written long clientKey,
            @Written long serverKey,

            @Written @Layout(value = Kind.POINTER, bits = "ivBits")
            Bytes clientIv,

            @Written @Layout(value = Kind.POINTER, bits = "ivBits")
            Bytes serverIv)
            implements TlsParameter {
        /// {@return room for what is made, with initialisation vectors of so many bytes}
        public static KeyMaterial room(int ivBytes) {
            Bytes iv = ivBytes == 0 ? Bytes.NULL : Bytes.of(new byte[ivBytes]);
            return new KeyMaterial(0, 0, 0, 0, iv, iv);
        }
    }

    /// `CK_SSL3_KEY_MAT_PARAMS`, section 6.25.2.4.
    ///
    /// @param macBits length of the MAC keys in bits
    /// @param keyBits length of the keys in bits
    /// @param ivBits length of the initialisation vectors in bits, or 0
    /// @param isExport whether the keys are for an export version
    /// @param randomInfo both parties' random bytes
    /// @param returned room for what is made
    @Struct("CK_SSL3_KEY_MAT_PARAMS")
    record Ssl3KeyAndMacDerive(
            long macBits,
            long keyBits,
            long ivBits,
            boolean isExport,
            RandomData randomInfo,
            @Layout(Kind.POINTER) @Nullable KeyMaterial returned)
            implements TlsParameter {}

    /// `CK_TLS12_MASTER_KEY_DERIVE_PARAMS`, section 6.26.2.1.
    ///
    /// @param randomInfo both parties' random bytes
    /// @param version room for the version; null for Diffie-Hellman
    /// @param prfHash the hash of the pseudo-random function, `CKM_…`
    @Struct("CK_TLS12_MASTER_KEY_DERIVE_PARAMS")
    record Tls12MasterKeyDerive(
            RandomData randomInfo,

            @Written @Layout(Kind.POINTER) @Nullable Version version,

            long prfHash) implements TlsParameter {}

    /// `CK_TLS12_EXTENDED_MASTER_KEY_DERIVE_PARAMS`, section 6.26.2.2.
    ///
    /// @param prfHash the hash of the pseudo-random function, `CKM_…`
    /// @param sessionHash hash of the handshake
    /// @param version room for the version; null for Diffie-Hellman
    @Struct("CK_TLS12_EXTENDED_MASTER_KEY_DERIVE_PARAMS")
    record Tls12ExtendedMasterKeyDerive(
            long prfHash,
            Bytes sessionHash,

            @Written @Layout(Kind.POINTER) @Nullable Version version) implements TlsParameter {}

    /// `CK_TLS12_KEY_MAT_PARAMS`, section 6.26.2.3.
    ///
    /// @param macBits length of the MAC keys in bits
    /// @param keyBits length of the keys in bits
    /// @param ivBits length of the initialisation vectors in bits, or 0
    /// @param isExport must be false
    /// @param randomInfo both parties' random bytes
    /// @param returned room for what is made
    /// @param prfHash the hash of the pseudo-random function, `CKM_…`
    @Struct("CK_TLS12_KEY_MAT_PARAMS")
    record Tls12KeyAndMacDerive(
            long macBits,
            long keyBits,
            long ivBits,
            boolean isExport,
            RandomData randomInfo,
            @Layout(Kind.POINTER) @Nullable KeyMaterial returned,
            long prfHash)
            implements TlsParameter {}

    /// `CK_TLS_KDF_PARAMS`, section 6.26.2.4.
    ///
    /// @param prf the hash of the pseudo-random function, `CKM_…`, or `CKM_TLS_PRF`
    /// @param label the label
    /// @param randomInfo both parties' random bytes
    /// @param contextData the context; not every protocol has one
    @Struct("CK_TLS_KDF_PARAMS")
    record Kdf(long prf, Bytes label, RandomData randomInfo, Bytes contextData) implements TlsParameter {}

    /// `CK_TLS_MAC_PARAMS`, section 6.26.2.5.
    ///
    /// @param prfHash the hash of the pseudo-random function, `CKM_…`, or `CKM_TLS_PRF`
    /// @param macLength length of the MAC in bytes
    /// @param serverOrClient 1 for "server finished", 2 for "client finished"
    @Struct("CK_TLS_MAC_PARAMS")
    record Mac(long prfHash, long macLength, long serverOrClient) implements TlsParameter {}

    /// `CK_TLS_PRF_PARAMS`, section 6.26.2.6.
    ///
    /// @param seed the seed
    /// @param label the label
    /// @param output room for the output
    @Struct("CK_TLS_PRF_PARAMS")
    record Prf(
            Bytes seed,
            Bytes label,

            @Written @Layout(Kind.LENGTH_BEHIND) Bytes output) implements TlsParameter {}
}
