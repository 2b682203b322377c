package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import java.util.List;

/// The other mechanisms, for those whose parameter names one to work underneath.
public interface Underlying {
    /// {@return a signature begun}
    Signer sign(Crypto crypto, Mechanism mechanism, KeyView key);

    /// {@return a digest begun}
    Digester digest(Crypto crypto, Mechanism mechanism);

    /// {@return a key wrapped}
    Wrapped wrap(Crypto crypto, Mechanism mechanism, KeyView wrappingKey, KeyView key);

    /// {@return the attributes of a wrapped key}
    List<Attribute> unwrap(
            Crypto crypto, Mechanism mechanism, KeyView unwrappingKey, byte[] wrapped, AttributeMap template);
}
