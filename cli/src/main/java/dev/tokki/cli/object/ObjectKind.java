package dev.tokki.cli.object;

import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The classes of objects that people speak of, in short words.
public enum ObjectKind {
    /// A certificate.
    CERT(Cko.CERTIFICATE),
    /// Data of any kind.
    DATA(Cko.DATA),
    /// A public key.
    PUBLIC(Cko.PUBLIC_KEY),
    /// A private key.
    PRIVATE(Cko.PRIVATE_KEY),
    /// A secret key.
    SECRET(Cko.SECRET_KEY);

    private final long objectClass;

    ObjectKind(long objectClass) {
        this.objectClass = objectClass;
    }

    /// {@return `CKO_…`}
    public long objectClass() {
        return objectClass;
    }

    /// {@return the word for an object's class, or its name in the specification}
    static String word(long objectClass) {
        Optional<ObjectKind> kind = Arrays.stream(values())
                .filter(one -> one.objectClass == objectClass)
                .findFirst();
        return kind.map(ObjectKind::toString).orElseGet(() -> Names.CKO.of(objectClass));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
