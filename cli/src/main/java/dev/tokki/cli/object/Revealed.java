package dev.tokki.cli.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.Usage;

/// Private and secret keys that their token reveals.
public final class Revealed {
    private Revealed() {}

    /// {@return the PKCS#8 DER of a private key}
    ///
    /// @throws Usage if its attributes do not allow that, or there is no such file for keys of its type
    public static byte[] privateKey(TokenObject key) {
        require(ObjectKind.PRIVATE, key);
        return KeyFiles.privateKey(key);
    }

    /// {@return the bytes of a secret key}
    ///
    /// @throws Usage if its attributes do not allow that
    static byte[] secretKey(TokenObject key) {
        require(ObjectKind.SECRET, key);
        return key.bytes(Cka.VALUE);
    }

    /// Sections 4.9 and 4.10: the value is revealed only if both attributes say so.
    private static void require(ObjectKind what, TokenObject key) {
        if (key.bool(Cka.SENSITIVE) || !key.bool(Cka.EXTRACTABLE)) {
            throw new Usage("the " + what + " key may not leave the token in the clear: its "
                    + (key.bool(Cka.EXTRACTABLE)
                            ? "CKA_SENSITIVE is true; \"tokki wrap\" lets it out wrapped"
                            : "CKA_EXTRACTABLE is false"));
        }
    }
}
