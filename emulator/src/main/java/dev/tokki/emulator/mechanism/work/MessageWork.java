package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import java.util.List;

/// What a mechanism does with messages, and with keys and associated data.
public interface MessageWork {
    /// {@return what encrypts messages with a key}
    MessageCipher encrypting(Crypto crypto, KeyView key);

    /// {@return what decrypts messages with a key}
    MessageCipher decrypting(Crypto crypto, KeyView key);

    /// {@return a key wrapped (section 5.18.6)}
    ///
    /// @param given the parameter, with room for what is made
    Wrapped wrap(Crypto crypto, Parameter given, byte[] associatedData, KeyView wrappingKey, KeyView key);

    /// {@return the attributes of a wrapped key (section 5.18.7)}
    ///
    /// @param given the parameter, with the tag
    /// @param template what the caller asked for
    List<Attribute> unwrap(
            Crypto crypto,
            Parameter given,
            byte[] associatedData,
            KeyView unwrappingKey,
            Bytes wrapped,
            AttributeMap template);
}
