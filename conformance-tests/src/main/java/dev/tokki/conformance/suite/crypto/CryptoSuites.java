package dev.tokki.conformance.suite.crypto;

import dev.tokki.conformance.suite.Suite;
import java.util.List;

/// The test classes of the cryptographic chapters, in the order of the specification.
public final class CryptoSuites {
    /// The classes.
    public static final List<Class<? extends Suite>> ALL = List.of(
            OperationTests.class,
            BeginningTests.class,
            CancelTests.class,
            LoneTests.class,
            OutputTests.class,
            DigestTests.class,
            HmacTests.class,
            AesTests.class,
            AesPaddingTests.class,
            AesCounterTests.class,
            AesGcmTests.class,
            AesCmacTests.class,
            AesKeyWrapTests.class,
            RsaSignatureTests.class,
            RsaPssTests.class,
            RsaEncryptionTests.class,
            RsaOaepTests.class,
            EcdsaTests.class,
            EcdsaHashTests.class,
            EcdsaCurveTests.class,
            EddsaTests.class,
            EcdhTests.class,
            KeyGenerationTests.class,
            KeyPairGenerationTests.class,
            WrapTests.class,
            UnwrapTests.class,
            PrivateKeyWrapTests.class,
            DeriveTests.class,
            RandomTests.class,
            DualTests.class,
            VerifySignatureTests.class,
            RecoveryTests.class,
            KemTests.class,
            StateTests.class,
            AsyncTests.class,
            CallbackTests.class,
            MessageEncryptionTests.class,
            MessageDecryptionTests.class,
            MessageSignatureTests.class,
            AuthenticatedWrapTests.class,
            AuthenticateTests.class,
            PostQuantumTests.class,
            FamilyTests.class,
            ListedTests.class);

    private CryptoSuites() {}
}
