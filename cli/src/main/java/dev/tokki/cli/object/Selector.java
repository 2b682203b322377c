package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.HexText;
import dev.tokki.cli.Usage;
import java.util.List;

/// Which objects are meant: by label, `id:HEX` or `uid:TEXT` (CKA_UNIQUE_ID).
///
/// @param text what was typed
/// @param attribute what the objects must have
public record Selector(String text, Attribute attribute) {
    /// {@return a selector as it is typed}
    public static Selector of(String text) {
        if (text.startsWith("id:")) {
            return new Selector(text, Attribute.of(Cka.ID, HexText.bytes(text.substring("id:".length()), "the id")));
        }
        if (text.startsWith("uid:")) {
            return new Selector(text, Attribute.of(Cka.UNIQUE_ID, text.substring("uid:".length())));
        }
        return new Selector(text, Attribute.of(Cka.LABEL, text));
    }

    /// {@return the objects of any class}
    public List<TokenObject> all(Session session) {
        return session.find(attribute);
    }

    /// {@return the objects of a class}
    public List<TokenObject> all(Session session, ObjectKind kind) {
        return session.find(Attribute.of(Cka.CLASS, kind.objectClass()), attribute);
    }

    /// {@return the one object of a class}
    ///
    /// @throws Usage if there is none, or more than one
    public TokenObject one(Session session, ObjectKind kind) {
        return single(all(session, kind), kind + " object");
    }

    /// {@return the one key among some classes; the first class that has it counts}
    ///
    /// @throws Usage if there is none, or more than one
    public Key key(Session session, ObjectKind... kinds) {
        for (ObjectKind kind : kinds) {
            List<Key> found = session.findKeys(Attribute.of(Cka.CLASS, kind.objectClass()), attribute);
            if (!found.isEmpty()) {
                return single(found, kind + " key");
            }
        }
        return single(List.of(), kinds[0] + (kinds.length > 1 ? " or " + kinds[1] : "") + " key");
    }

    private <T> T single(List<T> found, String what) {
        return switch (found.size()) {
            case 0 ->
                throw new Usage("no " + what + " is called \"" + text + "\"; \"tokki object list\" lists them"
                        + " (private ones after a login)");
            case 1 -> found.getFirst();
            default ->
                throw new Usage(found.size() + " objects are called \"" + text + "\": say which by id:HEX or uid:TEXT");
        };
    }
}
