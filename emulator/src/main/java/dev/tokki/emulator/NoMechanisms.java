package dev.tokki.emulator;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.mechanism.CipherOperation;
import dev.tokki.emulator.mechanism.Digester;
import dev.tokki.emulator.mechanism.KeyView;
import dev.tokki.emulator.mechanism.Mechanisms;
import dev.tokki.emulator.mechanism.Signer;
import dev.tokki.emulator.mechanism.Verifier;
import dev.tokki.emulator.object.AttributeMap;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import java.util.function.LongFunction;

/// A token without any mechanism.
final class NoMechanisms implements Mechanisms {
    @Override
    public long[] list() {
        return new long[0];
    }

    @Override
    public MechanismInfo info(long type) {
        throw none(type);
    }

    @Override
    public Digester digest(Mechanism mechanism) {
        throw none(mechanism.type());
    }

    @Override
    public CipherOperation encrypt(Mechanism mechanism, KeyView key) {
        throw none(mechanism.type());
    }

    @Override
    public CipherOperation decrypt(Mechanism mechanism, KeyView key) {
        throw none(mechanism.type());
    }

    @Override
    public Signer sign(Mechanism mechanism, KeyView key) {
        throw none(mechanism.type());
    }

    @Override
    public Verifier verify(Mechanism mechanism, KeyView key) {
        throw none(mechanism.type());
    }

    @Override
    public List<Attribute> generateKey(Mechanism mechanism, AttributeMap template) {
        throw none(mechanism.type());
    }

    @Override
    public NewPair generateKeyPair(Mechanism mechanism, AttributeMap publicTemplate, AttributeMap privateTemplate) {
        throw none(mechanism.type());
    }

    @Override
    public Wrapped wrap(Mechanism mechanism, KeyView wrappingKey, KeyView key) {
        throw none(mechanism.type());
    }

    @Override
    public List<Attribute> unwrap(Mechanism mechanism, KeyView unwrappingKey, byte[] wrapped, AttributeMap template) {
        throw none(mechanism.type());
    }

    @Override
    public List<Attribute> derive(
            Mechanism mechanism, KeyView baseKey, AttributeMap template, LongFunction<? extends KeyView> others) {
        throw none(mechanism.type());
    }

    @Override
    public void checkKey(AttributeMap key) {}

    @Override
    public byte[] checkValue(AttributeMap key) {
        return new byte[0];
    }

    @Override
    public byte[] publicKeyInfo(AttributeMap key) {
        return new byte[0];
    }

    private static Refusal none(long type) {
        return Refusal.of(
                Ckr.MECHANISM_INVALID,
                "pMechanism",
                "The token has no mechanisms, and so not " + Names.CKM.of(type) + ".",
                "5.1.6",
                "Use another token.");
    }
}
