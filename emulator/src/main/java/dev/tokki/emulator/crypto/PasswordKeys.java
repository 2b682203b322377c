package dev.tokki.emulator.crypto;

import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S1ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// Keys out of passwords, computed by Bouncy Castle.
public final class PasswordKeys {
    private final PKCS12ParametersGenerator generator;

    private PasswordKeys(PKCS12ParametersGenerator generator) {
        this.generator = generator;
    }

    /// {@return the scheme of PKCS #12 over SHA-1}
    public static PasswordKeys pkcs12(char[] password, byte[] salt, int iterations) {
        PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(LightDigests.of("SHA-1"));
        generator.init(PBEParametersGenerator.PKCS12PasswordToBytes(password), salt, iterations);
        return new PasswordKeys(generator);
    }

    /// {@return a key}
    public byte[] key(int length) {
        return bytes(generator.generateDerivedParameters(8 * length));
    }

    /// {@return a vector}
    public byte[] iv(int length) {
        return ((ParametersWithIV) generator.generateDerivedParameters(64, 8 * length)).getIV();
    }

    /// {@return a key for a MAC}
    public byte[] mac(int length) {
        return bytes(generator.generateDerivedMacParameters(8 * length));
    }

    /// {@return bytes by PBKDF1}
    public static byte[] pbkdf1(String digest, byte[] password, byte[] salt, int iterations, int length) {
        PKCS5S1ParametersGenerator generator = new PKCS5S1ParametersGenerator(LightDigests.of(digest));
        generator.init(password, salt, iterations);
        return bytes(generator.generateDerivedParameters(8 * length));
    }

    /// {@return bytes by PBKDF2}
    public static byte[] pbkdf2(String digest, byte[] password, byte[] salt, int iterations, int length) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(LightDigests.of(digest));
        generator.init(password, salt, iterations);
        return bytes(generator.generateDerivedParameters(8 * length));
    }

    private static byte[] bytes(CipherParameters parameters) {
        return ((KeyParameter) parameters).getKey();
    }
}
