package dev.tokki.conformance.suite.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.conformance.suite.Draft;

/// Something that two tokens must agree on.
interface Crossing {
    /// Compares the two, with the parts that they play given: the first encrypts, signs or wraps, the second undoes it.
    void between(Session first, Session second);

    /// {@return this crossing for some lengths of data, with either token in either part}
    static Crossing each(OverData crossing, int... lengths) {
        return (first, second) -> {
            for (int length : lengths) {
                byte[] data = Data.counting(length);
                crossing.of(data).between(first, second);
                crossing.of(data).between(second, first);
            }
        };
    }

    /// {@return equal digests of the data}
    static Crossing digest(Mechanism mechanism, byte[] data) {
        return (first, second) -> assertThat(first.digest(mechanism, data)).isEqualTo(second.digest(mechanism, data));
    }

    /// {@return equal MACs of the data}
    static Crossing mac(Mechanism mechanism, Recipe recipe, byte[] data) {
        return (first, second) -> assertThat(recipe.secret(first, Cka.SIGN).sign(mechanism, data))
                .isEqualTo(recipe.secret(second, Cka.SIGN).sign(mechanism, data));
    }

    /// {@return what the first encrypts the second decrypts; of a key pair with the private key}
    static Crossing encryption(Mechanism mechanism, Recipe recipe, byte[] data) {
        return (first, second) -> {
            byte[] encrypted = recipe.open(first, Cka.ENCRYPT).encrypt(mechanism, data);
            assertThat(recipe.secret(second, Cka.DECRYPT).decrypt(mechanism, encrypted))
                    .as("decrypted by the other")
                    .isEqualTo(data);
        };
    }

    /// {@return what the first signs the second verifies, and with one bit changed does not}
    static Crossing signature(Mechanism mechanism, Recipe recipe, byte[] data) {
        return (first, second) -> {
            byte[] signature = recipe.secret(first, Cka.SIGN).sign(mechanism, data);
            Key key = recipe.open(second, Cka.VERIFY);
            assertThat(key.verify(mechanism, data, signature))
                    .as("verified by the other")
                    .isTrue();
            assertThat(holds(key, mechanism, Keys.spoiled(data, data.length - 1), signature))
                    .as("verified for other data")
                    .isFalse();
        };
    }

    /// With which return value a wrong signature is refused is the suite's business, and here is none.
    private static boolean holds(Key key, Mechanism mechanism, byte[] data, byte[] signature) {
        try {
            return key.verify(mechanism, data, signature);
        } catch (CryptokiException e) {
            return false;
        }
    }

    /// {@return the key that the first wraps is the one that the second unwraps}
    static Crossing wrapping(Mechanism mechanism, Recipe recipe, Recipe wrapped) {
        return (first, second) -> {
            byte[] bytes = recipe.open(first, Cka.WRAP).wrap(mechanism, wrapped.secret(first, Cka.SIGN));
            Key key = wrapped.open(second, Cka.SIGN);
            Key unwrapped = recipe.secret(second, Cka.UNWRAP)
                    .unwrap(mechanism, bytes, attributes(Keys.derived(key.ulong(Cka.KEY_TYPE), Cka.SIGN)));
            assertThat(unwrapped.bytes(Cka.VALUE)).as("unwrapped by the other").isEqualTo(key.bytes(Cka.VALUE));
        };
    }

    /// {@return both derive the same generic secret}
    ///
    /// @param mine the key of the first
    /// @param withTheirs the mechanism with what the first knows of the second
    /// @param theirs the key of the second; the same as the first's if there is but one
    /// @param withMine the mechanism with what the second knows of the first
    static Crossing derivation(Recipe mine, Mechanism withTheirs, Recipe theirs, Mechanism withMine, int length) {
        Attribute[] template =
                attributes(Keys.derived(Ckk.GENERIC_SECRET, Cka.SIGN).with(Cka.VALUE_LEN, length));
        return (first, second) -> assertThat(mine.secret(first, Cka.DERIVE)
                        .derive(withTheirs, template)
                        .bytes(Cka.VALUE))
                .as("secret derived with " + Names.CKM.of(withMine.type()))
                .isEqualTo(theirs.secret(second, Cka.DERIVE)
                        .derive(withMine, template)
                        .bytes(Cka.VALUE));
    }

    /// {@return a template for the fluent calls}
    static Attribute[] attributes(Draft draft) {
        return draft.attributes().toArray(Attribute[]::new);
    }

    /// A crossing for any data.
    interface OverData {
        /// {@return the crossing for this data}
        Crossing of(byte[] data);
    }
}
