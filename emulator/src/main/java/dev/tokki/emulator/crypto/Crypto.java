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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.Mac;
import javax.crypto.NoSuchPaddingException;

/// Who computes: the sources that a [Selection] allows, in the order that [Preference] gives them for each kind of
/// computation, and the source of random bytes.
///
/// Nothing is loaded before it is asked for: Bouncy Castle's signed jar costs a tenth of a second and more.
public final class Crypto {
    /// A choice made: who serves an algorithm.
    ///
    /// @param service the kind of algorithm, by JCA's name (`Cipher`, `MessageDigest`, …)
    /// @param algorithm the algorithm, by JCA's name where it has one
    /// @param provider the provider's name
    public record Choice(String service, String algorithm, String provider) {}

    /// One way to ask a provider for an algorithm.
    @FunctionalInterface
    interface Lookup<T> {
        T in(Provider provider) throws GeneralSecurityException;
    }

    /// Who serves an algorithm; no provider where that is the lightweight API.
    private record Served(Optional<Provider> provider) {
        String name() {
            return provider.map(Provider::getName).orElse(Source.LIGHTWEIGHT.title());
        }
    }

    /// What one of several providers has, for input that an earlier one may not take.
    ///
    /// @param algorithm the algorithm
    /// @param crypto computes on what came of it: nobody before that provider is asked
    record Offered<T>(T algorithm, Crypto crypto) {}

    private static final String RANDOM_BYTES = "random bytes";
    private static final List<String> OF_THE_JDK = List.of("SUN", "SunJCE", "SunRsaSign");

    private final Set<Source> sources;
    private final SecureRandom random;
    private final Map<Service, Map<String, Served>> served = new EnumMap<>(Service.class);
    private final Map<Source, Crypto> later = new ConcurrentHashMap<>();
    private final Map<Long, Crypto> ofMechanisms = new ConcurrentHashMap<>();
    /// What was chosen here, and after it those who want to know of it too.
    private final List<Set<Choice>> notes;

    private Crypto(Set<Source> sources, SecureRandom random, List<Set<Choice>> notes) {
        this.sources = sources;
        this.random = random;
        this.notes = List.copyOf(notes);
        for (Service service : Service.values()) {
            served.put(service, new ConcurrentHashMap<>());
        }
    }

    /// {@return what a selection of the sources computes}
    public static Crypto of(Selection selection) {
        return new Crypto(selection.sources(), new SecureRandom(), List.of(ConcurrentHashMap.newKeySet()));
    }

    /// {@return the fastest of all sources there are}
    public static Crypto fastest() {
        return of(Selection.FASTEST);
    }

    /// {@return Bouncy Castle alone}
    public static Crypto bouncyCastle() {
        return of(Selection.BOUNCY_CASTLE);
    }

    /// {@return whether Amazon Corretto Crypto Provider is there and works; looking loads it}
    public static boolean isAccelerated() {
        return !Accelerator.state().provider().isEmpty();
    }

    /// {@return the accelerator's version, or why there is none; looking loads it}
    public static String accelerator() {
        return Accelerator.state().remark();
    }

    /// {@return the same without the accelerator: for what must not depend on whether there is one}
    public Crypto pureJava() {
        return from(Source.JDK);
    }

    /// {@return the same on behalf of a mechanism, whose choices are kept apart and are known here too}
    ///
    /// @param own what the mechanism computes without asking for a provider
    public Crypto of(long mechanism, LongFunction<List<Choice>> own) {
        Crypto known = ofMechanisms.get(mechanism);
        return known == null ? ofMechanisms.computeIfAbsent(mechanism, type -> begun(own.apply(type))) : known;
    }

    private Crypto begun(List<Choice> own) {
        List<Set<Choice>> all = new ArrayList<>(notes);
        all.add(0, ConcurrentHashMap.newKeySet());
        Crypto begun = new Crypto(sources, random, all);
        own.forEach(begun::note);
        return begun;
    }

    /// {@return who has served what so far, by mechanism}
    public Map<Long, List<Choice>> choicesOfMechanisms() {
        Map<Long, List<Choice>> all = new TreeMap<>(Long::compareUnsigned);
        ofMechanisms.forEach((type, crypto) -> all.put(type, crypto.choices()));
        return all;
    }

    /// {@return another one with the sources of this one}
    Crypto narrowed(Crypto other) {
        return other.from(sources.stream().min(Comparator.naturalOrder()).orElseThrow());
    }

    /// {@return the same without the sources before one}
    private Crypto from(Source first) {
        EnumSet<Source> rest = EnumSet.copyOf(sources);
        rest.removeIf(source -> source.compareTo(first) < 0);
        return rest.equals(sources) ? this : later.computeIfAbsent(first, source -> new Crypto(rest, random, notes));
    }

    /// {@return the source of random bytes}
    public SecureRandom random() {
        note(Service.RANDOM, RANDOM_BYTES, random.getProvider());
        return random;
    }

    /// {@return `length` random bytes}
    public byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random().nextBytes(bytes);
        return bytes;
    }

    /// {@return a digest}
    public MessageDigest digest(String algorithm) {
        return find(Service.DIGEST, algorithm, provider -> MessageDigest.getInstance(algorithm, provider))
                .orElseGet(() -> new LightDigest(algorithm));
    }

    /// {@return a message authentication code begun with a key}
    public RunningMac mac(String algorithm, Key key) {
        Mac mac = first(Service.MAC, algorithm, provider -> Mac.getInstance(algorithm, provider));
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
        return find(Service.MAC, algorithm, provider -> Mac.getInstance(algorithm, provider))
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
        return first(Service.CIPHER, transformation, provider -> Cipher.getInstance(transformation, provider));
    }

    /// {@return whether a provider has a cipher}
    boolean hasCipher(String transformation) {
        return find(Service.CIPHER, transformation, provider -> Cipher.getInstance(transformation, provider))
                .isPresent();
    }

    /// {@return a signature algorithm}
    public Signature signature(String algorithm) {
        return first(Service.SIGNATURE, algorithm, provider -> Signature.getInstance(algorithm, provider));
    }

    /// {@return a key encapsulation mechanism, if a provider has it}
    Optional<KEM> kem(String algorithm) {
        return find(Service.KEM, algorithm, provider -> KEM.getInstance(algorithm, provider));
    }

    /// {@return key factories for an algorithm, the preferred one first: a later one is for keys that an
    /// earlier one does not take}
    Stream<Offered<KeyFactory>> keyFactories(String algorithm) {
        return all(Service.KEY_FACTORY, algorithm, provider -> KeyFactory.getInstance(algorithm, provider));
    }

    /// {@return key pair generators for an algorithm, the preferred one first}
    Stream<Offered<KeyPairGenerator>> keyPairGenerators(String algorithm) {
        return all(
                Service.KEY_PAIR_GENERATOR, algorithm, provider -> KeyPairGenerator.getInstance(algorithm, provider));
    }

    /// {@return who has served what so far}
    public List<Choice> choices() {
        return notes.get(0).stream()
                .sorted(Comparator.comparing(Choice::service).thenComparing(Choice::algorithm))
                .toList();
    }

    /// {@return who serves an algorithm}
    ///
    /// @param service the kind of algorithm, by JCA's name
    /// @param algorithm a name as [#choices()] has it
    public Choice serving(String service, String algorithm) {
        Service kind = Service.of(service);
        if (kind == Service.RANDOM) {
            return new Choice(service, algorithm, random.getProvider().getName());
        }
        return new Choice(
                service,
                algorithm,
                provider(kind, algorithm).map(Provider::getName).orElse(Source.LIGHTWEIGHT.title()));
    }

    /// {@return the provider that serves an algorithm; none where that is Bouncy Castle's lightweight API}
    ///
    /// @param algorithm our name of it
    Optional<Provider> provider(Service service, String algorithm) {
        return provider(service, algorithm, Lookups.of(service, algorithm));
    }

    private Optional<Provider> provider(Service service, String algorithm, Lookup<?> lookup) {
        Served known = services(service).get(algorithm);
        return (known == null ? choose(service, algorithm, lookup) : known).provider();
    }

    /// Notes who served, where the choice depends on the input.
    void note(Service service, String algorithm, Provider provider) {
        note(new Choice(service.label(), algorithm, provider.getName()));
    }

    /// Notes who serves what no provider is asked for.
    public void note(Choice choice) {
        notes.forEach(note -> note.add(choice));
    }

    private Map<String, Served> services(Service service) {
        return Objects.requireNonNull(served.get(service));
    }

    private <T> Stream<Offered<T>> all(Service service, String algorithm, Lookup<T> lookup) {
        return Preference.order(service, algorithm)
                .filter(sources::contains)
                .flatMap(source -> providers(source)
                        .map(provider -> tryIn(provider, lookup))
                        .flatMap(Optional::stream)
                        .map(found -> new Offered<>(found, from(source))));
    }

    private <T> T first(Service service, String algorithm, Lookup<T> lookup) {
        return find(service, algorithm, lookup)
                .orElseThrow(() -> new IllegalStateException("no provider has " + service.label() + " " + algorithm));
    }

    private <T> Optional<T> find(Service service, String algorithm, Lookup<T> lookup) {
        return provider(service, algorithm, lookup).flatMap(provider -> tryIn(provider, lookup));
    }

    private Served choose(Service service, String algorithm, Lookup<?> lookup) {
        Served chosen = new Served(Preference.order(service, algorithm)
                .filter(sources::contains)
                .flatMap(Crypto::providers)
                .filter(provider -> tryIn(provider, lookup).isPresent())
                .findFirst());
        services(service).put(algorithm, chosen);
        note(new Choice(service.label(), algorithm, chosen.name()));
        return chosen;
    }

    private static Stream<Provider> providers(Source source) {
        return switch (source) {
            case ACCELERATOR -> Accelerator.state().provider().stream();
            case JDK -> OF_THE_JDK.stream().map(Security::getProvider).filter(Objects::nonNull);
            case BOUNCY_CASTLE -> Stream.of(BouncyCastle.provider());
            case LIGHTWEIGHT -> Stream.empty();
        };
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
