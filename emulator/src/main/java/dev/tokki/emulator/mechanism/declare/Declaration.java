package dev.tokki.emulator.mechanism.declare;

import dev.tokki.api.Mechanism;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.work.MessageWork;
import dev.tokki.emulator.offer.Offer;
import dev.tokki.emulator.rule.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A mechanism, said once: what C_GetMechanismList and C_GetMechanismInfo tell, what is checked, and who
/// makes its operations.
///
/// @param <P> its parameter as read
public final class Declaration<P> {
    private static final long ALL = -1;
    /// The uses in which the work on messages has a part.
    private static final long ON_MESSAGES = Ckf.MESSAGE_ENCRYPT | Ckf.MESSAGE_DECRYPT | Ckf.WRAP | Ckf.UNWRAP;

    private static final long EVERY_MESSAGE =
            Ckf.MESSAGE_ENCRYPT | Ckf.MESSAGE_DECRYPT | Ckf.MESSAGE_SIGN | Ckf.MESSAGE_VERIFY;

    private final long type;
    private final String section;
    private final KeyRule keys;
    private final ParameterRule<P> parameter;
    private final long furtherFlags;
    private final Map<Use<?, ?>, Maker<P, ?, ?>> makers;
    private final Optional<MessageWork> messages;
    private final long allowedFlags;

    private Declaration(
            long type,
            String section,
            KeyRule keys,
            ParameterRule<P> parameter,
            long furtherFlags,
            Map<Use<?, ?>, Maker<P, ?, ?>> makers,
            Optional<MessageWork> messages,
            long allowedFlags) {
        this.type = type;
        this.section = section;
        this.keys = keys;
        this.parameter = parameter;
        this.furtherFlags = furtherFlags;
        this.makers = makers;
        this.messages = messages;
        this.allowedFlags = allowedFlags;
    }

    /// {@return a mechanism that can do nothing yet}
    ///
    /// @param type the mechanism, `CKM_…`
    /// @param section the section that defines it
    public static <P> Declaration<P> of(long type, String section, KeyRule keys, ParameterRule<P> parameter) {
        return new Declaration<>(type, section, keys, parameter, 0, Map.of(), Optional.empty(), ALL);
    }

    /// {@return this mechanism with a further use}
    public <I, T> Declaration<P> can(Use<I, T> use, Maker<P, ? super I, ? extends T> maker) {
        Map<Use<?, ?>, Maker<P, ?, ?>> more = new LinkedHashMap<>(makers);
        more.put(use, maker);
        return new Declaration<>(type, section, keys, parameter, furtherFlags, more, messages, allowedFlags);
    }

    /// {@return this mechanism with flags beside those of its uses (`CKF_EC_…`)}
    public Declaration<P> flags(long flags) {
        return new Declaration<>(type, section, keys, parameter, furtherFlags | flags, makers, messages, allowedFlags);
    }

    /// {@return this mechanism on messages too (C_MessageEncryptInit, C_MessageDecryptInit), and wrapping with
    /// associated data (C_WrapKeyAuthenticated)}
    public Declaration<P> messages(MessageWork work) {
        return new Declaration<>(type, section, keys, parameter, furtherFlags, makers, Optional.of(work), allowedFlags);
    }

    /// {@return what is left of this mechanism; nothing if it cannot be used for anything}
    public Optional<Declaration<P>> within(Offer.Terms left) {
        if (left.isEverything()) {
            return Optional.of(this);
        }
        Map<Use<?, ?>, Maker<P, ?, ?>> fewer = new LinkedHashMap<>(makers);
        fewer.keySet().removeIf(use -> (use.flag() & left.flags()) == 0);
        boolean onMessages = (left.flags() & ON_MESSAGES) != 0;
        Optional<MessageWork> kept = messages.filter(work -> onMessages);
        if (fewer.isEmpty() && kept.isEmpty()) {
            return Optional.empty();
        }
        return keys.within(left.sizes())
                .map(rule -> new Declaration<>(
                        type, section, rule, parameter, furtherFlags, fewer, kept, allowedFlags & left.flags()));
    }

    /// {@return whether the token was told not to use this mechanism so}
    public boolean isTold(long flag) {
        return (allowedFlags & flag) == 0;
    }

    public long type() {
        return type;
    }

    public String name() {
        return Names.CKM.of(type);
    }

    public String section() {
        return section;
    }

    public KeyRule keys() {
        return keys;
    }

    public ParameterRule<P> parameter() {
        return parameter;
    }

    /// {@return what it can be used for}
    public Set<Use<?, ?>> uses() {
        return makers.keySet();
    }

    /// {@return what C_GetMechanismInfo tells}
    ///
    /// What signs signs messages too, one after the other, in as many parts as they come.
    public MechanismInfo info() {
        long flags = makers.keySet().stream().mapToLong(Use::flag).reduce(furtherFlags, (all, flag) -> all | flag);
        if (makers.containsKey(Use.SIGN)) {
            flags |= Ckf.MESSAGE_SIGN | Ckf.MULTI_MESSAGE;
        }
        if (makers.containsKey(Use.VERIFY)) {
            flags |= Ckf.MESSAGE_VERIFY | Ckf.MULTI_MESSAGE;
        }
        if (messages.isPresent()) {
            flags |= Ckf.MESSAGE_ENCRYPT | Ckf.MESSAGE_DECRYPT | Ckf.MULTI_MESSAGE;
        }
        flags &= allowedFlags | Ckf.MULTI_MESSAGE;
        boolean onMessages = (flags & EVERY_MESSAGE) != 0;
        return new MechanismInfo(keys.size().min(), keys.size().max(), onMessages ? flags : flags & ~Ckf.MULTI_MESSAGE);
    }

    /// {@return how it works on messages}
    ///
    /// @throws Refusal `CKR_MECHANISM_INVALID` if it does not
    public MessageWork messages() {
        return messages.orElseThrow(() -> Refusal.of(
                Ckr.MECHANISM_INVALID,
                "pMechanism->mechanism",
                name() + " does not work on messages.",
                section,
                "Choose a mechanism with CKF_MESSAGE_ENCRYPT."));
    }

    /// {@return a use made ready: the mechanism has it, the parameter is right; the key is yet to be checked}
    public <I, T> Ready<I, T> ready(Use<I, T> use, Mechanism mechanism) {
        Maker<P, I, T> maker = maker(use);
        P read = parameter.read(mechanism);
        return (crypto, input) -> maker.make(crypto, read, input);
    }

    @SuppressWarnings("unchecked") // can() is the only writer, and it ties a use to a maker of its types
    private <I, T> Maker<P, I, T> maker(Use<I, T> use) {
        Maker<P, ?, ?> maker = makers.get(use);
        if (maker == null && isTold(use.flag())) {
            throw Told.mechanism("let " + name() + " " + use.name(), use.section());
        }
        if (maker == null) {
            throw Refusal.of(
                    Ckr.MECHANISM_INVALID,
                    "pMechanism->mechanism",
                    name() + " cannot " + use.name() + ".",
                    section,
                    "Choose a mechanism whose flags in C_GetMechanismInfo allow it.");
        }
        return (Maker<P, I, T>) maker;
    }

    /// A maker with its parameter.
    @FunctionalInterface
    public interface Ready<I, T> {
        T make(Crypto crypto, I input);
    }

    @Override
    public String toString() {
        return name();
    }
}
