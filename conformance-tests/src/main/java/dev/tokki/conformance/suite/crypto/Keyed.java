package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.conformance.suite.Draft;

/// The kinds of operations that need a key.
enum Keyed {
    ENCRYPT(Kind.ENCRYPT, Cka.ENCRYPT, Ckm.AES_CBC),
    DECRYPT(Kind.DECRYPT, Cka.DECRYPT, Ckm.AES_CBC),
    SIGN(Kind.SIGN, Cka.SIGN, Ckm.SHA256_RSA_PKCS),
    VERIFY(Kind.VERIFY, Cka.VERIFY, Ckm.SHA256_RSA_PKCS);

    private final Kind kind;
    private final long usage;
    private final long foreign;

    Keyed(Kind kind, long usage, long foreign) {
        this.kind = kind;
        this.usage = usage;
        this.foreign = foreign;
    }

    /// {@return the operation}
    Kind kind() {
        return kind;
    }

    /// {@return the attribute that must be true}
    long usage() {
        return usage;
    }

    /// {@return a mechanism that a key of [#wrongKey] does not fit}
    Mechanism foreignMechanism() {
        return foreign == Ckm.AES_CBC ? Mechanism.iv(foreign, new byte[16]) : Mechanism.of(foreign);
    }

    /// {@return a secret key of a type that [#foreignMechanism] cannot use}
    Draft wrongKey() {
        return foreign == Ckm.AES_CBC ? Keys.generic(Cka.SIGN) : Keys.aes(usage);
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
