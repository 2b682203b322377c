package dev.tokki.emulator.chapter;

import dev.tokki.api.Attribute;
import dev.tokki.api.Template;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.OtherKeys;
import dev.tokki.emulator.session.Session;
import java.util.Arrays;
import java.util.stream.Stream;

/// The keys that a session's application can see, for mechanisms that need more than one.
record FurtherKeys(Session session) implements OtherKeys {
    @Override
    public KeyView apply(long handle) {
        return session.objects().key(session.caller(), handle, "pParameter (pMechanism)", Ckr.KEY_HANDLE_INVALID);
    }

    @Override
    public Stream<KeyView> privateKeys(long keyType) {
        long[] found = session.objects()
                .find(
                        session.caller(),
                        Template.of(Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY), Attribute.of(Cka.KEY_TYPE, keyType)));
        return Arrays.stream(found).mapToObj(this::apply);
    }
}
