package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.agreement.MQVBasicAgreement;
import org.bouncycastle.crypto.params.DHMQVPrivateParameters;
import org.bouncycastle.crypto.params.DHMQVPublicParameters;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;

/// Menezes-Qu-Vanstone agreement over a prime field (ANSI X9.42), by Bouncy Castle.
public final class DhMqv {
    private final DHParameters domain;

    public DhMqv(BigInteger prime, BigInteger order, BigInteger base) {
        this.domain = new DHParameters(prime, base, order);
    }

    /// {@return the shared secret}
    ///
    /// @param own the own static private value
    /// @param ownEphemeral the own ephemeral private value
    /// @param other the other party's static public value, validated
    /// @param otherEphemeral the other party's ephemeral public value, validated
    public BigInteger agree(BigInteger own, BigInteger ownEphemeral, BigInteger other, BigInteger otherEphemeral) {
        MQVBasicAgreement agreement = new MQVBasicAgreement();
        agreement.init(new DHMQVPrivateParameters(secret(own), secret(ownEphemeral)));
        return agreement.calculateAgreement(new DHMQVPublicParameters(
                new DHPublicKeyParameters(other, domain), new DHPublicKeyParameters(otherEphemeral, domain)));
    }

    private DHPrivateKeyParameters secret(BigInteger value) {
        return new DHPrivateKeyParameters(value, domain);
    }
}
