package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.emulator.mechanism.KeyView;
import java.util.List;
import java.util.Optional;

/// Where a new key comes from: what its history attributes and the templates of its parent depend on.
///
/// @param origin the way it comes to be
/// @param mechanism the mechanism that makes it
/// @param parent the unwrapping, base, encapsulating or decapsulating key, if there is one
/// @param implied what the mechanism says of the new object beforehand (`CKA_CLASS`, `CKA_KEY_TYPE`), so that a
///        template can be refused before a key is made; may be empty
public record Provenance(Origin origin, long mechanism, Optional<KeyView> parent, List<Attribute> implied) {
    /// Copies the list.
    public Provenance {
        implied = List.copyOf(implied);
    }

    /// {@return a key of `C_GenerateKey`}
    public static Provenance generated(long mechanism, List<Attribute> implied) {
        return new Provenance(Origin.GENERATE, mechanism, Optional.empty(), implied);
    }

    /// {@return one of the keys of `C_GenerateKeyPair`}
    public static Provenance generatedPair(long mechanism, List<Attribute> implied) {
        return new Provenance(Origin.GENERATE_PAIR, mechanism, Optional.empty(), implied);
    }

    /// {@return a key made from another one: unwrapped, derived, encapsulated, decapsulated}
    public static Provenance of(Origin origin, long mechanism, KeyView parent) {
        return new Provenance(origin, mechanism, Optional.of(parent), List.of());
    }
}
