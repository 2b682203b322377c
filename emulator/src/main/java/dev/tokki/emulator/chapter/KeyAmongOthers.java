package dev.tokki.emulator.chapter;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.session.Session;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A key for a mechanism whose parameter names another object: a certificate, the key of the other side.
///
/// @param session who uses the key, and sees the object
record KeyAmongOthers(KeyView key, Session session) implements KeyView {
    private static final Set<Long> NAMING = Set.of(Ckm.CMS_SIG, Ckm.KIP_MAC, Ckm.GOSTR3410_KEY_WRAP);

    /// {@return the key, able to find what the mechanism names}
    static KeyView of(KeyView key, Session session, Mechanism mechanism) {
        return NAMING.contains(mechanism.type()) ? new KeyAmongOthers(key, session) : key;
    }

    @Override
    public AttributeMap attributes() {
        return key.attributes();
    }

    @Override
    public <T> T prepared(Class<T> as, Function<AttributeMap, T> make) {
        return key.prepared(as, make);
    }

    @Override
    public AttributeMap beside(long handle, String argument) {
        return session.objects().attributes(session.caller(), handle, argument);
    }

    @Override
    public void advance(UnaryOperator<AttributeMap> change) {
        key.advance(change);
    }
}
