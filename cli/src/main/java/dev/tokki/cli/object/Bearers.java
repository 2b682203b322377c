package dev.tokki.cli.object;

import static dev.tokki.cli.object.ObjectKind.PRIVATE;
import static dev.tokki.cli.object.ObjectKind.PUBLIC;
import static dev.tokki.cli.object.ObjectKind.SECRET;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which classes of objects have an attribute that not all have: what is said of a file with several objects is said of
/// those that it fits (sections 4.8 to 4.10).
final class Bearers {
    private static final Set<ObjectKind> SECRETS = Set.of(PRIVATE, SECRET);
    private static final Set<ObjectKind> OPENERS = Set.of(PUBLIC, SECRET);
    private static final Set<ObjectKind> KEYS = Set.of(PUBLIC, PRIVATE, SECRET);

    private static final Map<Long, Set<ObjectKind>> BY_TYPE = Map.ofEntries(
            Map.entry(Cka.SENSITIVE, SECRETS),
            Map.entry(Cka.EXTRACTABLE, SECRETS),
            Map.entry(Cka.WRAP_WITH_TRUSTED, SECRETS),
            Map.entry(Cka.ALWAYS_AUTHENTICATE, Set.of(PRIVATE)),
            Map.entry(Cka.SIGN, SECRETS),
            Map.entry(Cka.SIGN_RECOVER, Set.of(PRIVATE)),
            Map.entry(Cka.DECRYPT, SECRETS),
            Map.entry(Cka.UNWRAP, SECRETS),
            Map.entry(Cka.DECAPSULATE, SECRETS),
            Map.entry(Cka.VERIFY, OPENERS),
            Map.entry(Cka.VERIFY_RECOVER, Set.of(PUBLIC)),
            Map.entry(Cka.ENCRYPT, OPENERS),
            Map.entry(Cka.WRAP, OPENERS),
            Map.entry(Cka.ENCAPSULATE, OPENERS),
            Map.entry(Cka.DERIVE, KEYS),
            Map.entry(Cka.ALLOWED_MECHANISMS, KEYS));

    private Bearers() {}

    /// {@return the attributes that an object of a class can have}
    static List<Attribute> fitting(ObjectKind kind, List<Attribute> said) {
        return said.stream()
                .filter(attribute ->
                        BY_TYPE.getOrDefault(attribute.type(), Set.of(kind)).contains(kind))
                .toList();
    }
}
