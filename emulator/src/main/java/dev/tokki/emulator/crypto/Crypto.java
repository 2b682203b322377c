package dev.tokki.emulator.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.Mac;
import javax.crypto.NoSuchPaddingException;

/// Who computes: an ordered list of providers, of which the first that has an algorithm does the work, and
/// the source of random bytes.
///
/// The JDK's providers come first, since they use the processor's instructions for AES, GCM and SHA; Bouncy
/// Castle, an instance of ours that is registered nowhere, serves what they lack and is loaded only then.
/// What Bouncy Castle's lightweight API does better than any provider (curves) goes to it directly: [Ec],
/// [Edwards], [Montgomery].
public final class Crypto {
    /// A choice made: who serves an algorithm.
    ///
    /// @param service the kind of algorithm, by JCA's name (`Cipher`, `MessageDigest`, …)
    /// @param algorithm the algorithm, by JCA's name
    /// @param provider the provider's name
    public record Choice(String service, String algorithm, String provider) {}

    /// One way to ask a provider for an algorithm.
    @FunctionalInterface
    private interface Lookup<T> {
        T in(Provider provider) throws GeneralSecurityException;
    }

    private final List<Supplier<Provider>> providers;
    private final SecureRandom random;
    private final Map<String, Provider> chosen = new ConcurrentHashMap<>();

    private Crypto(List<Supplier<Provider>> providers, SecureRandom random) {
        this.providers = List.copyOf(providers);
        this.random = random;
    }

    /// {@return the JDK's providers, and Bouncy Castle for what they lack}
    public static Crypto fastest() {
        return fastest(new SecureRandom());
    }

    /// {@return the JDK's providers, and Bouncy Castle for what they lack, with a given source of random
    /// bytes}
    public static Crypto fastest(SecureRandom random) {
        List<Supplier<Provider>> providers = new ArrayList<>();
        Stream.of("SUN", "SunJCE", "SunRsaSign")
                .map(Security::getProvider)
                .filter(provider -> provider != null)
                .forEach(provider -> providers.add(() -> provider));
        providers.add(new BouncyCastle());
        return new Crypto(providers, random);
    }

    /// {@return Bouncy Castle alone}
    public static Crypto bouncyCastle() {
        return new Crypto(List.of(new BouncyCastle()), new SecureRandom());
    }

    /// {@return the same with one provider only, for a key that the preferred one does not take}
    Crypto only(Provider provider) {
        return new Crypto(List.of(() -> provider), random);
    }

    /// {@return the source of random bytes}
    public SecureRandom random() {
        return random;
    }

    /// {@return `length` random bytes}
    public byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// {@return a digest}
    public MessageDigest digest(String algorithm) {
        return find("MessageDigest", algorithm, provider -> MessageDigest.getInstance(algorithm, provider))
                .orElseGet(() -> new LightDigest(algorithm));
    }

    /// {@return a message authentication code begun with a key}
    public RunningMac mac(String algorithm, Key key) {
        Mac mac = first("Mac", algorithm, provider -> Mac.getInstance(algorithm, provider));
        try {
            mac.init(key);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
        return RunningMac.of(mac);
    }

    /// {@return HMAC over a digest, begun with a key}
    ///
    /// @param digest JCA's name of the digest
    public RunningMac hmac(String digest, Key key) {
        String algorithm = "Hmac" + (digest.startsWith("SHA-") ? digest.replaceFirst("-", "") : digest);
        return find("Mac", algorithm, provider -> Mac.getInstance(algorithm, provider))
                .map(mac -> {
                    try {
                        mac.init(key);
                    } catch (InvalidKeyException e) {
                        throw new IllegalStateException(e);
                    }
                    return RunningMac.of(mac);
                })
                .orElseGet(() -> LightMacs.hmac(digest, key.getEncoded()));
    }

    /// {@return a cipher}
    ///
    /// @param transformation algorithm, mode and padding
    public Cipher cipher(String transformation) {
        return first("Cipher", transformation, provider -> Cipher.getInstance(transformation, provider));
    }

    /// {@return whether a provider has a cipher}
    boolean hasCipher(String transformation) {
        return find("Cipher", transformation, provider -> Cipher.getInstance(transformation, provider))
                .isPresent();
    }

    /// {@return a signature algorithm}
    public Signature signature(String algorithm) {
        return first("Signature", algorithm, provider -> Signature.getInstance(algorithm, provider));
    }

    /// {@return a key encapsulation mechanism, if a provider has it}
    Optional<KEM> kem(String algorithm) {
        return find("KEM", algorithm, provider -> KEM.getInstance(algorithm, provider));
    }

    /// {@return key factories for an algorithm, the preferred one first: a later one is for keys that an
    /// earlier one does not take}
    Stream<KeyFactory> keyFactories(String algorithm) {
        return all(provider -> KeyFactory.getInstance(algorithm, provider));
    }

    /// {@return key pair generators for an algorithm, the preferred one first}
    Stream<KeyPairGenerator> keyPairGenerators(String algorithm) {
        return all(provider -> KeyPairGenerator.getInstance(algorithm, provider));
    }

    /// {@return who has served what so far}
    public List<Choice> choices() {
        return chosen.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> {
                    int space = entry.getKey().indexOf(' ');
                    return new Choice(
                            entry.getKey().substring(0, space),
                            entry.getKey().substring(space + 1),
                            entry.getValue().getName());
                })
                .toList();
    }

    private <T> Stream<T> all(Lookup<T> lookup) {
        return providers.stream().map(provider -> tryIn(provider.get(), lookup)).flatMap(Optional::stream);
    }

    private <T> T first(String service, String algorithm, Lookup<T> lookup) {
        return find(service, algorithm, lookup)
                .orElseThrow(() -> new IllegalStateException("no provider has " + service + " " + algorithm));
    }

    private <T> Optional<T> find(String service, String algorithm, Lookup<T> lookup) {
        String name = service + " " + algorithm;
        Provider known = chosen.get(name);
        if (known != null) {
            return tryIn(known, lookup);
        }
        for (Supplier<Provider> supplier : providers) {
            Provider provider = supplier.get();
            Optional<T> found = tryIn(provider, lookup);
            if (found.isPresent()) {
                chosen.put(name, provider);
                return found;
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<T> tryIn(Provider provider, Lookup<T> lookup) {
        try {
            return Optional.of(lookup.in(provider));
        } catch (NoSuchAlgorithmException | NoSuchPaddingException absent) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
