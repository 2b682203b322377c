package dev.tokki.conformance.suite.object;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckc;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.conformance.suite.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Properties;

/// Templates of the objects that the tests create: what the specification demands of each, and no more.
public final class Samples {
    private static final Properties VALUES = load();

    private Samples() {}

    /// {@return a data object with a label}
    public static Draft data(String label) {
        return of(Cko.DATA).with(Cka.LABEL, label);
    }

    /// {@return an X.509 certificate}
    public static Draft certificate() {
        return of(Cko.CERTIFICATE)
                .with(Cka.CERTIFICATE_TYPE, Ckc.X_509)
                .with(Cka.SUBJECT, value("certificate.subject"))
                .with(Cka.VALUE, value("certificate.value"));
    }

    /// {@return an AES key of 16 bytes}
    public static Draft aes() {
        return secretKey(Ckk.AES, aesValue());
    }

    /// {@return the value of [#aes()]}
    public static byte[] aesValue() {
        return HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    }

    /// {@return a generic secret key of 20 bytes}
    public static Draft generic() {
        return secretKey(Ckk.GENERIC_SECRET, genericValue());
    }

    /// {@return the value of [#generic()]}
    public static byte[] genericValue() {
        return HexFormat.of().parseHex("a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3");
    }

    /// {@return an RSA public key of 2048 bits}
    public static Draft rsaPublic() {
        return key(Cko.PUBLIC_KEY, Ckk.RSA)
                .with(Cka.MODULUS, value("rsa.modulus"))
                .with(Cka.PUBLIC_EXPONENT, value("rsa.public-exponent"));
    }

    /// {@return the private key of [#rsaPublic()], with all numbers that the specification names}
    public static Draft rsaPrivate() {
        return key(Cko.PRIVATE_KEY, Ckk.RSA)
                .with(Cka.MODULUS, value("rsa.modulus"))
                .with(Cka.PUBLIC_EXPONENT, value("rsa.public-exponent"))
                .with(Cka.PRIVATE_EXPONENT, value("rsa.private-exponent"))
                .with(Cka.PRIME_1, value("rsa.prime-1"))
                .with(Cka.PRIME_2, value("rsa.prime-2"))
                .with(Cka.EXPONENT_1, value("rsa.exponent-1"))
                .with(Cka.EXPONENT_2, value("rsa.exponent-2"))
                .with(Cka.COEFFICIENT, value("rsa.coefficient"));
    }

    /// {@return a public key on P-256}
    public static Draft ecPublic() {
        return key(Cko.PUBLIC_KEY, Ckk.EC)
                .with(Cka.EC_PARAMS, value("ec.params"))
                .with(Cka.EC_POINT, value("ec.point"));
    }

    /// {@return the private key of [#ecPublic()]}
    public static Draft ecPrivate() {
        return key(Cko.PRIVATE_KEY, Ckk.EC)
                .with(Cka.EC_PARAMS, value("ec.params"))
                .with(Cka.VALUE, value("ec.value"));
    }

    /// {@return P-256 as `CKA_EC_PARAMS`}
    public static byte[] p256() {
        return value("ec.params");
    }

    /// {@return a value of the file of samples}
    static byte[] value(String name) {
        return HexFormat.of().parseHex(VALUES.getProperty(name));
    }

    private static Draft of(long objectClass) {
        return Draft.of().with(Cka.CLASS, objectClass);
    }

    private static Draft key(long objectClass, long keyType) {
        return of(objectClass).with(Cka.KEY_TYPE, keyType);
    }

    private static Draft secretKey(long keyType, byte[] value) {
        return key(Cko.SECRET_KEY, keyType).with(Cka.VALUE, Value.of(value));
    }

    private static Properties load() {
        Properties values = new Properties();
        try (InputStream stream = Samples.class.getResourceAsStream("samples.properties")) {
            values.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("samples.properties", e);
        }
        return values;
    }
}
