package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.Template;
import dev.tokki.emulator.object.Login;
import dev.tokki.emulator.operation.KeyUse;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.Search;
import dev.tokki.emulator.session.Session;

/// Searching for objects, sections 5.7.7 to 5.7.9; the rest of section 5.7 is
/// [dev.tokki.emulator.object.ApplicationObjects].
public final class ObjectChapter {
    private ObjectChapter() {}

    /// Begins a search (section 5.7.7). Objects made or destroyed later do not change what it finds.
    public static void findObjectsInit(Session session, Template template) {
        session.operations().checkNone(Kind.SEARCH, Function.FIND_OBJECTS_INIT);
        KeyUse use = session.login() == Login.USER ? KeyUse.ofPrivateObjects() : KeyUse.none();
        session.operations().begin(Kind.SEARCH, new Search(session.objects().find(session.caller(), template), use));
    }

    /// Ends a search (section 5.7.9).
    public static void findObjectsFinal(Session session) {
        session.operations().active(Kind.SEARCH, Search.class, Function.FIND_OBJECTS_FINAL);
        session.operations().end(Kind.SEARCH);
    }
}
