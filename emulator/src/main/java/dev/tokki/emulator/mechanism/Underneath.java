package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Told;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Underlying;
import dev.tokki.emulator.mechanism.work.Wrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The mechanisms for those that have one underneath: it must be the token's own, for its parameter names it as
/// C_SignInit or C_WrapKey would.
///
/// @param left what the token offers; null for everything
record Underneath(@Nullable MechanismTable left) implements Underlying {
    /// {@return all mechanisms there are}
    static Underneath everything() {
        return new Underneath(null);
    }

    @Override
    public Signer sign(Crypto crypto, Mechanism mechanism, KeyView key) {
        return table(crypto, mechanism, Use.SIGN, "pSigningMechanism", "6.30.4").sign(mechanism, key);
    }

    /// The digest goes with the signature; it is none of the token's mechanisms by itself.
    @Override
    public Digester digest(Crypto crypto, Mechanism mechanism) {
        return MechanismTable.all(crypto).digest(mechanism);
    }

    @Override
    public Wrapped wrap(Crypto crypto, Mechanism mechanism, KeyView wrappingKey, KeyView key) {
        return table(crypto, mechanism, Use.WRAP, "pMechanism", "6.43.6").wrap(mechanism, wrappingKey, key);
    }

    @Override
    public List<Attribute> unwrap(
            Crypto crypto, Mechanism mechanism, KeyView unwrappingKey, byte[] wrapped, AttributeMap template) {
        return table(crypto, mechanism, Use.UNWRAP, "pMechanism", "6.43.6")
                .unwrap(mechanism, unwrappingKey, wrapped, template);
    }

    private MechanismTable table(Crypto crypto, Mechanism mechanism, Use<?, ?> use, String member, String section) {
        if (left == null) {
            return MechanismTable.all(crypto);
        }
        if (left.isTold(mechanism.type(), use.flag())) {
            throw Told.underneath(member, "let " + Names.CKM.of(mechanism.type()) + " " + use.name(), section);
        }
        return left;
    }
}
