package dev.tokki.emulator.crypto;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.List;

/// Amazon Corretto Crypto Provider, where a user has put it on the class path, named its
/// jar or registered it: looked for, loaded and
/// tested at its first use. That it is absent or does not work here is no error; it is then passed over.
final class Accelerator {
    private static final String NAME = "AmazonCorrettoCryptoProvider";
    private static final String CLASS = "com.amazon.corretto.crypto.provider." + NAME;
    /// Where its jar lies if not on the class path: a longer class path would cost the command its AOT cache.
    private static final String JAR = "tokki.accelerator";
    /// Without it the provider signs by Ed25519 but takes no keys.
    private static final String EDWARDS_KEYS = "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

    /// What became of it.
    ///
    /// @param provider it, or nothing
    /// @param remark its version, or why it is not used
    record State(List<Provider> provider, String remark) {}

    /// Looks for the provider when it is initialised, and not before.
    private static final class Loaded {
        static final State STATE = load();
    }

    private Accelerator() {}

    static State state() {
        return Loaded.STATE;
    }

    private static State load() {
        try {
            Provider provider = made(found());
            provider.getClass().getMethod("assertHealthy").invoke(provider);
            return new State(List.of(provider), provider.getName() + " " + provider.getVersionStr());
        } catch (ClassNotFoundException absent) {
            return new State(List.of(), "not on the class path");
        } catch (InvocationTargetException e) {
            return new State(List.of(), "does not work here: " + e.getCause());
        } catch (ReflectiveOperationException | MalformedURLException | RuntimeException | LinkageError e) {
            return new State(List.of(), "does not load here: " + e);
        }
    }

    private static Class<?> found() throws ClassNotFoundException, MalformedURLException {
        Provider registered = Security.getProvider(NAME);
        // Initialised before the property below is set: what the class registers for everybody is not ours to change.
        return registered != null ? registered.getClass() : Class.forName(CLASS, true, loader());
    }

    private static ClassLoader loader() throws MalformedURLException {
        ClassLoader own = Accelerator.class.getClassLoader();
        String jar = System.getProperty(JAR);
        return jar == null
                ? own
                : new URLClassLoader(new URL[] {Path.of(jar).toUri().toURL()}, own);
    }

    /// {@return an instance of ours, which takes Ed25519's keys and is registered nowhere}
    private static Provider made(Class<?> type) throws ReflectiveOperationException {
        boolean isSet = System.getProperty(EDWARDS_KEYS) != null;
        if (!isSet) {
            System.setProperty(EDWARDS_KEYS, "true");
        }
        try {
            return (Provider) type.getConstructor().newInstance();
        } finally {
            if (!isSet) {
                System.clearProperty(EDWARDS_KEYS);
            }
        }
    }
}
