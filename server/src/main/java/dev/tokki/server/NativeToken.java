package dev.tokki.server;

import dev.tokki.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;

/// A token of this JVM that native code can reach: Java's own PKCS#11 provider, and any library loaded into this or
/// another process. In a test, two lines:
///
/// ```
/// @AutoClose
/// private final NativeToken token = NativeToken.inMemory();
/// private final KeyStore keys = token.keyStore();
/// ```
///
/// What is wanted besides is asked of [#provider]: `KeyPairGenerator.getInstance("EC", token.provider())`. Tokens know
/// nothing of each other; tests may run in parallel.
public final class NativeToken implements AutoCloseable {
    private static final String LABEL = "test";
    private static final String SO_PIN = "12345678";
    private static final String USER_PIN = "1234";

    private final Emulator emulator;
    private final Runnable end;
    private final String userPin;
    private final NativeFace face;
    private final Provider provider;

    private NativeToken(Emulator emulator, Runnable end, String userPin) {
        this.emulator = emulator;
        this.end = end;
        this.userPin = userPin;
        this.face = NativeFace.of(emulator::connect);
        this.provider = configured(face.module(), emulator.slots()[0]);
        try {
            keyStore();
        } catch (GeneralSecurityException e) {
            close();
            throw new IllegalArgumentException("the token does not let the user in", e);
        }
    }

    /// {@return a token in memory labelled `test`, the user's PIN `1234`, the SO's `12345678`, without objects}
    ///
    /// @throws java.io.UncheckedIOException if no socket or file can be made in the folder for temporary files
    public static NativeToken inMemory() {
        Emulator emulator = Emulator.inMemory(LABEL, SO_PIN, USER_PIN);
        return new NativeToken(emulator, emulator::close, USER_PIN);
    }

    /// {@return the first token of an emulator, which stays the caller's to close}
    ///
    /// @param userPin the user's PIN
    /// @throws IllegalArgumentException if it is not
    /// @throws java.io.UncheckedIOException if no socket or file can be made in the folder for temporary files
    public static NativeToken of(Emulator emulator, String userPin) {
        return new NativeToken(emulator, () -> {}, userPin);
    }

    /// {@return the native module: a path for `dlopen`, in this process or another of this user}
    public Path module() {
        return face.module();
    }

    /// {@return Java's own PKCS#11 provider on this token, the user logged in}
    ///
    /// It is not among the installed ones; TLS finds keys of the token only after `Security.addProvider(…)`.
    public Provider provider() {
        return provider;
    }

    /// {@return the token's certificates, private and secret keys as Java sees them now}
    ///
    /// Java shows a private key only if there is a certificate with the same `CKA_ID`.
    ///
    /// @throws GeneralSecurityException if the user's PIN is another one by now
    public KeyStore keyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        try {
            store.load(null, userPin.toCharArray());
        } catch (IOException e) {
            throw new GeneralSecurityException("the token does not let the user in", e);
        }
        return store;
    }

    /// {@return the emulator behind it, for a look from the other side: `emulator().connect()`}
    public Emulator emulator() {
        return emulator;
    }

    /// {@return the user's PIN}
    public String userPin() {
        return userPin;
    }

    /// Forgets the provider if it was installed, and ends what was started. Whoever still holds an object of the
    /// provider's gets `CKR_DEVICE_REMOVED`.
    @Override
    public void close() {
        Security.removeProvider(provider.getName());
        face.close();
        end.run();
    }

    /// The folder's name, which is unique, makes the provider's. Java does not ask for `CKA_DERIVE` when it makes a
    /// private key, and its default is false (section 4.7.2), with which there would be no key agreement.
    private static Provider configured(Path module, long slot) {
        Provider unconfigured = Security.getProvider("SunPKCS11");
        if (unconfigured == null) {
            throw new IllegalStateException("this Java runtime lacks the module jdk.crypto.cryptoki");
        }
        return unconfigured.configure(
                """
                --
                name = %s
                library = "%s"
                slot = %s
                attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
                  CKA_DERIVE = true
                }
                """.formatted(module.getName(module.getNameCount() - 2), module, Long.toUnsignedString(slot)));
    }
}
