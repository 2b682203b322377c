package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Underlying;
import dev.tokki.emulator.mechanism.work.Wrapped;
import java.util.List;

/// All mechanisms, for those that have one underneath.
final class Underneath implements Underlying {
    @Override
    public Signer sign(Crypto crypto, Mechanism mechanism, KeyView key) {
        return MechanismTable.all(crypto).sign(mechanism, key);
    }

    @Override
    public Digester digest(Crypto crypto, Mechanism mechanism) {
        return MechanismTable.all(crypto).digest(mechanism);
    }

    @Override
    public Wrapped wrap(Crypto crypto, Mechanism mechanism, KeyView wrappingKey, KeyView key) {
        return MechanismTable.all(crypto).wrap(mechanism, wrappingKey, key);
    }

    @Override
    public List<Attribute> unwrap(
            Crypto crypto, Mechanism mechanism, KeyView unwrappingKey, byte[] wrapped, AttributeMap template) {
        return MechanismTable.all(crypto).unwrap(mechanism, unwrappingKey, wrapped, template);
    }
}
