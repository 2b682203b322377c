package dev.tokki.emulator.object;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cko;

/// Defaults that the specification leaves to the token (footnote 9 and "token-specific"); each is a reading
/// listed in `docs/readings.md`.
enum Choice {
    /// `CKA_PRIVATE`: private and secret keys are private, all else is public (section 4.5).
    PRIVATE("CK_TRUE for private and secret keys, CK_FALSE for all else") {
        @Override
        Value of(long attribute, ObjectType type, Origin origin) {
            return Value.of(type.holdsSecret());
        }
    },
    /// `CKA_SENSITIVE` of private keys (section 4.11).
    SENSITIVE("CK_TRUE") {
        @Override
        Value of(long attribute, ObjectType type, Origin origin) {
            return Value.of(true);
        }
    },
    /// `CKA_EXTRACTABLE`: CK_TRUE where sections 5.18.4, 5.18.8 and 5.18.9 say so; else secret keys can be
    /// extracted and private keys cannot, as goes with the defaults of `CKA_SENSITIVE`.
    EXTRACTABLE("CK_TRUE for unwrapped and encapsulated keys and for secret keys, CK_FALSE for other private keys") {
        @Override
        Value of(long attribute, ObjectType type, Origin origin) {
            return Value.of(
                    switch (origin) {
                        case UNWRAP, ENCAPSULATE, DECAPSULATE -> true;
                        case CREATE, GENERATE, GENERATE_PAIR, DERIVE, COPY -> type.objectClass() != Cko.PRIVATE_KEY;
                    });
        }
    },
    /// `CKA_ENCRYPT`, `CKA_SIGN` and their kin: what keys of this type can do, this one may.
    USE("CK_TRUE where keys of the type can do it") {
        @Override
        Value of(long attribute, ObjectType type, Origin origin) {
            return Value.of(type.uses().contains(attribute));
        }
    };

    private final String text;

    Choice(String text) {
        this.text = text;
    }

    /// {@return the choice in words}
    String text() {
        return text;
    }

    /// {@return the token's choice}
    abstract Value of(long attribute, ObjectType type, Origin origin);
}
