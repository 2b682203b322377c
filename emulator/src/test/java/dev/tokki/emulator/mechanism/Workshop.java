package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A token with a session, and keys of every type on demand, through the calls.
///
/// Registered as an extension of a test class, it is there for all its tests, and no operation reaches the next one.
final class Workshop implements AutoCloseable, BeforeEachCallback, AfterAllCallback {
    private final Emulator emulator;
    private final Application application;
    private final Session session;
    private final Map<Long, Pair> pairs = new HashMap<>();

    Workshop() {
        this(Crypto.fastest());
    }

    /// @param crypto who computes
    Workshop(Crypto crypto) {
        emulator = Emulator.builder()
                .crypto(crypto)
                .slot(0, TokenPlan.ready("proof", "12345678", "1234"))
                .build();
        application = Application.initialise(emulator.connect());
        session = application.token(0).openReadWrite().login(Cku.USER, "1234");
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        cancel();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }

    Session session() {
        return session;
    }

    <R> R get(Call<R> call) {
        return application.module().call(call).orThrow(Function.of(call));
    }

    void run(Call<?> call) {
        Reply<?> reply = application.module().call(call);
        if (!reply.isOk()) {
            reply.orThrow(Function.of(call));
        }
    }

    /// {@return what a call answers, which must be good}
    <R> Reply<R> reply(Call<R> call) {
        Reply<R> reply = application.module().call(call);
        if (!reply.isOk()) {
            reply.orThrow(Function.of(call));
        }
        return reply;
    }

    /// {@return the mechanism's parameter as a call left it}
    Parameter told(Call<?> call) {
        return Objects.requireNonNull(reply(call).parameter());
    }

    /// Ends what a proof left behind.
    void cancel() {
        run(new Sessions.SessionCancel(
                session.handle(),
                Ckf.MESSAGE_ENCRYPT
                        | Ckf.MESSAGE_DECRYPT
                        | Ckf.MESSAGE_SIGN
                        | Ckf.MESSAGE_VERIFY
                        | Ckf.ENCRYPT
                        | Ckf.DECRYPT
                        | Ckf.DIGEST
                        | Ckf.SIGN
                        | Ckf.SIGN_RECOVER
                        | Ckf.VERIFY
                        | Ckf.VERIFY_RECOVER));
    }

    byte[] bytes(java.util.function.Function<Buffer, Call<Output>> call) {
        return Objects.requireNonNull(get(call.apply(Buffer.of(200_000))).bytes())
                .copy();
    }

    /// {@return the type of key that proofs use, of those a mechanism takes}
    static long keyType(KeyRule rule) {
        if (rule.kind() == KeyRule.Kind.ANY) {
            return Ckk.AES;
        }
        if (rule.types().contains(Ckk.GENERIC_SECRET)) {
            return Ckk.GENERIC_SECRET;
        }
        if (rule.types().contains(Ckk.EC)) {
            return Ckk.EC;
        }
        return rule.types().stream().sorted().reduce((first, second) -> second).orElseThrow();
    }

    /// {@return a key that is allowed one thing}
    Key key(KeyRule rule, boolean isPublicHalf, long usage) {
        long type = keyType(rule);
        if (rule.isPair()) {
            return isPublicHalf ? pair(type).publicKey() : pair(type).privateKey();
        }
        return secret(type, usage, 0x5A);
    }

    /// {@return a secret key whose value is told by a number}
    Key secret(long type, long usage, int seed) {
        return session.createKey(secretTemplate(type, usage, seed).toArray(Attribute[]::new));
    }

    /// {@return a secret key of any length}
    Key secret(long type, long usage, int seed, int length) {
        List<Attribute> template = new ArrayList<>(secretTemplate(type, usage, seed));
        if (SecretKeyType.of(type).filter(SecretKeyType::isAnyLength).isPresent()) {
            template.removeIf(attribute -> attribute.type() == Cka.VALUE);
            template.add(Attribute.of(Cka.VALUE, Arrays.copyOf(value(type, seed), length)));
        }
        return session.createKey(template.toArray(Attribute[]::new));
    }

    List<Attribute> secretTemplate(long type, long usage, int seed) {
        List<Attribute> template = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Samples.isOtp(type) ? Cko.OTP_KEY : Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, type),
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true),
                Attribute.of(Cka.VALUE, value(type, seed))));
        if (usage != 0) {
            template.add(Attribute.of(usage, true));
            Samples.partner(usage).ifPresent(other -> template.add(Attribute.of(other, true)));
        }
        template.addAll(Samples.keyAttributes(type));
        return template;
    }

    static byte[] value(long type, int seed) {
        if (Samples.isOtp(type)) {
            return value(Ckk.GENERIC_SECRET, seed);
        }
        SecretKeyType known = SecretKeyType.of(type).orElseThrow(() -> new IllegalStateException("type " + type));
        byte[] value = new byte[known.isAnyLength() ? Samples.GENERIC_LENGTH : Math.min(known.longest(), 64)];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) (seed + 7 * i);
        }
        return known.fitted(value);
    }

    /// {@return the pair of a type, made once}
    Pair pair(long type) {
        Pair known = pairs.get(type);
        if (known == null) {
            known = PairSamples.newPair(this, type);
            pairs.put(type, known);
        }
        return known;
    }

    /// Does something with another pair in the place of the usual one of its type.
    void with(long type, Pair pair, Runnable action) {
        Pair usual = pair(type);
        pairs.put(type, pair);
        try {
            action.run();
        } finally {
            pairs.put(type, usual);
        }
    }

    Pair generate(long mechanism, List<Attribute> publicTemplate, List<Attribute> privateTemplate) {
        List<Attribute> hidden = new ArrayList<>(privateTemplate);
        return session.generateKeyPair(Mechanism.of(mechanism), publicTemplate, hidden);
    }

    /// Verifies, or throws the refusal.
    void verify(Mechanism mechanism, Key key, byte[] data, byte[] signature) {
        run(new Verification.VerifyInit(session.handle(), mechanism, key.handle()));
        run(new Verification.Verify(session.handle(), Bytes.of(data), Bytes.of(signature)));
    }

    byte[] valueOf(Key key) {
        return key.bytes(Cka.VALUE);
    }

    /// {@return a generic secret that can be wrapped}
    Key wrappable() {
        return secret(Ckk.GENERIC_SECRET, 0, 0x31);
    }

    static Bytes of(byte[] bytes) {
        return Bytes.of(bytes);
    }

    @Override
    public void close() {
        application.close();
        emulator.close();
    }
}
