package dev.tokki.emulator.chapter;

import dev.tokki.api.Attribute;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.Function;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.Template;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.mechanism.Mechanisms;
import dev.tokki.emulator.mechanism.declare.Told;
import dev.tokki.emulator.mechanism.work.Encapsulator;
import dev.tokki.emulator.mechanism.work.Products;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.object.ApplicationObjects;
import dev.tokki.emulator.object.Draft;
import dev.tokki.emulator.object.Origin;
import dev.tokki.emulator.object.Provenance;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Key management, section 5.18. A mechanism contributes attributes; the object rules make objects of them,
/// or refuse before anything is made.
public final class KeyChapter {
    private KeyChapter() {}

    /// A key made, and the mechanism's parameter as the operation left it.
    ///
    /// @param key its handle; 0 where all that was made is told in the parameter
    public record Made(long key, Parameter parameter) {}

    /// {@return a new secret key (section 5.18.1)}
    public static Made generateKey(Session session, Mechanism mechanism, Template template) {
        checkMechanism(session, mechanism, Ckf.GENERATE, Function.GENERATE_KEY);
        ApplicationObjects objects = session.objects();
        Draft draft = objects.draft(session.caller(), Provenance.generated(mechanism.type(), List.of()), template);
        Products products = new Products();
        session.surrender(Function.GENERATE_KEY);
        long key = objects.add(draft, mechanisms(session).generateKey(mechanism, draft.template(), products));
        validated(session, mechanism);
        return new Made(key, products.parameter(List.of()).orElse(mechanism.parameter()));
    }

    /// {@return the handles of a new key pair (section 5.18.2)}
    public static KeyPair generateKeyPair(
            Session session, Mechanism mechanism, Template publicTemplate, Template privateTemplate) {
        checkMechanism(session, mechanism, Ckf.GENERATE_KEY_PAIR, Function.GENERATE_KEY_PAIR);
        ApplicationObjects objects = session.objects();
        Draft publicKey = objects.draft(session.caller(), half(mechanism, Cko.PUBLIC_KEY), publicTemplate);
        Draft privateKey = objects.draft(session.caller(), half(mechanism, Cko.PRIVATE_KEY), privateTemplate);
        session.surrender(Function.GENERATE_KEY_PAIR);
        NewPair made = mechanisms(session).generateKeyPair(mechanism, publicKey.template(), privateKey.template());
        KeyPair pair = objects.addPair(publicKey, privateKey, made);
        validated(session, mechanism);
        return pair;
    }

    /// {@return a wrapped key (section 5.18.3)}
    public static Wrapped wrapKey(Session session, Mechanism mechanism, long wrappingKey, long key) {
        Wrapping keys = wrapping(session, mechanism, wrappingKey, key, Function.WRAP_KEY);
        Wrapped wrapped = mechanisms(session).wrap(mechanism, keys.by(), keys.key());
        validated(session, mechanism, keys.by(), keys.key());
        return wrapped;
    }

    /// {@return a wrapped key, its tag in the parameter (section 5.18.6)}
    public static Wrapped wrapKeyAuthenticated(
            Session session, Mechanism mechanism, long wrappingKey, long key, byte[] associatedData) {
        Wrapping keys = wrapping(session, mechanism, wrappingKey, key, Function.WRAP_KEY_AUTHENTICATED);
        Wrapped wrapped = mechanisms(session).wrapAuthenticated(mechanism, keys.by(), keys.key(), associatedData);
        validated(session, mechanism, keys.by(), keys.key());
        return wrapped;
    }

    /// A key and the key that may wrap it.
    private record Wrapping(KeyView by, KeyView key) {}

    private static Wrapping wrapping(
            Session session, Mechanism mechanism, long wrappingKey, long key, Function function) {
        checkMechanism(session, mechanism, Ckf.WRAP, function);
        KeyView wrapping =
                session.objects().key(session.caller(), wrappingKey, "hWrappingKey", Ckr.WRAPPING_KEY_HANDLE_INVALID);
        KeyView wrapped = KeyPermission.key(session, key);
        KeyPermission.check(session, wrapping, Cka.WRAP, mechanism, function);
        WrapRules.check(wrapping, wrapped, session.token().policy());
        return new Wrapping(KeyAmongOthers.of(wrapping, session, mechanism), wrapped);
    }

    /// {@return the handle of the key that was wrapped (section 5.18.4)}
    public static long unwrapKey(
            Session session, Mechanism mechanism, long unwrappingKey, byte[] wrapped, Template template) {
        KeyView unwrapping = unwrapping(session, mechanism, unwrappingKey, Function.UNWRAP_KEY);
        Draft draft = unwrapped(session, mechanism, unwrapping, template);
        long key = session.objects()
                .add(draft, mechanisms(session).unwrap(mechanism, unwrapping, wrapped, draft.template()));
        validated(session, mechanism, unwrapping);
        return key;
    }

    /// {@return the handle of the key that was wrapped (section 5.18.7)}
    public static long unwrapKeyAuthenticated(
            Session session,
            Mechanism mechanism,
            long unwrappingKey,
            byte[] wrapped,
            Template template,
            byte[] associatedData) {
        KeyView unwrapping = unwrapping(session, mechanism, unwrappingKey, Function.UNWRAP_KEY_AUTHENTICATED);
        Draft draft = unwrapped(session, mechanism, unwrapping, template);
        long key = session.objects()
                .add(
                        draft,
                        mechanisms(session)
                                .unwrapAuthenticated(mechanism, unwrapping, wrapped, draft.template(), associatedData));
        validated(session, mechanism, unwrapping);
        return key;
    }

    private static KeyView unwrapping(Session session, Mechanism mechanism, long handle, Function function) {
        checkMechanism(session, mechanism, Ckf.UNWRAP, function);
        KeyView key =
                session.objects().key(session.caller(), handle, "hUnwrappingKey", Ckr.UNWRAPPING_KEY_HANDLE_INVALID);
        KeyPermission.check(session, key, Cka.UNWRAP, mechanism, function);
        return KeyAmongOthers.of(key, session, mechanism);
    }

    private static Draft unwrapped(Session session, Mechanism mechanism, KeyView unwrapping, Template template) {
        return session.objects()
                .draft(session.caller(), Provenance.of(Origin.UNWRAP, mechanism.type(), unwrapping), template);
    }

    /// {@return whether a derivation makes no key of its own}
    public static boolean isKeyless(Session session, Mechanism mechanism) {
        return mechanisms(session).isKeyless(mechanism.type());
    }

    /// {@return a key derived from another, and what else the derivation makes (section 5.18.5)}
    public static Made deriveKey(Session session, Mechanism mechanism, long baseKey, Template template) {
        checkMechanism(session, mechanism, Ckf.DERIVE, Function.DERIVE_KEY);
        ApplicationObjects objects = session.objects();
        KeyView base = mechanisms(session).takesData(mechanism.type())
                ? objects.keyOrData(session.caller(), baseKey, "hBaseKey", Ckr.KEY_HANDLE_INVALID)
                : objects.key(session.caller(), baseKey, "hBaseKey", Ckr.KEY_HANDLE_INVALID);
        if (mechanisms(session).takesAnyBase(mechanism.type())) {
            KeyPermission.checkAllowed(session, base, mechanism);
        } else if (base.attributes().ulong(Cka.CLASS, -1) != Cko.DATA) {
            // Data have no uses that could be forbidden.
            KeyPermission.check(session, base, Cka.DERIVE, mechanism, Function.DERIVE_KEY);
        }
        Provenance provenance = Provenance.of(Origin.DERIVE, mechanism.type(), base);
        Derived asked = Derived.of(mechanisms(session).makesData(mechanism.type()), template);
        Draft draft = objects.draft(session.caller(), asked.provenance(provenance), asked.template());
        Products products = new Products();
        List<Attribute> made = mechanisms(session)
                .derive(mechanism, base, draft.template().with(asked.length()), new FurtherKeys(session), products);
        List<Long> added = new ArrayList<>();
        try {
            for (Products.Further further : products.further()) {
                Draft next = objects.draft(session.caller(), provenance, further.template());
                added.add(objects.add(next, further.key()));
            }
            long key = isKeyless(session, mechanism) ? 0 : objects.add(draft, made);
            validated(session, mechanism, base);
            return new Made(key, products.parameter(added).orElse(mechanism.parameter()));
        } catch (Refusal refusal) {
            // All keys or none.
            added.forEach(key -> objects.destroy(session.caller(), key));
            throw refusal;
        }
    }

    /// What a derivation shall make. Data objects have no `CKA_VALUE_LEN`: it is for the mechanism alone (section
    /// 6.51.4).
    ///
    /// @param length what only the mechanism is told
    private record Derived(boolean isData, Template template, List<Attribute> length) {
        static Derived of(boolean isData, Template template) {
            if (!isData || template.isNull()) {
                return new Derived(isData, template, List.of());
            }
            Map<Boolean, List<Attribute>> parts = template.attributes().stream()
                    .collect(Collectors.partitioningBy(attribute -> attribute.type() == Cka.VALUE_LEN));
            return new Derived(
                    true, Template.of(parts.getOrDefault(false, List.of())), parts.getOrDefault(true, List.of()));
        }

        Provenance provenance(Provenance ofKeys) {
            return isData ? ofKeys.implying(List.of(Attribute.of(Cka.CLASS, Cko.DATA))) : ofKeys;
        }
    }

    /// An encapsulation accepted: the length of its ciphertext is known, the key not made yet.
    ///
    /// @param length the length of the ciphertext in bytes
    public record Encapsulating(
            long length, Encapsulator encapsulator, Draft draft, Mechanism mechanism, KeyView publicKey) {}

    /// {@return an encapsulation accepted (section 5.18.8)}
    public static Encapsulating encapsulateKey(
            Session session, Mechanism mechanism, long publicKey, Template template) {
        checkMechanism(session, mechanism, Ckf.ENCAPSULATE, Function.ENCAPSULATE_KEY);
        ApplicationObjects objects = session.objects();
        KeyView key = objects.key(session.caller(), publicKey, "hPublicKey", Ckr.KEY_HANDLE_INVALID);
        KeyPermission.check(session, key, Cka.ENCAPSULATE, mechanism, Function.ENCAPSULATE_KEY);
        Draft draft =
                objects.draft(session.caller(), Provenance.of(Origin.ENCAPSULATE, mechanism.type(), key), template);
        Encapsulator encapsulator = mechanisms(session).encapsulate(mechanism, key, draft.template());
        return new Encapsulating(encapsulator.length(), encapsulator, draft, mechanism, key);
    }

    /// {@return the ciphertext and the handle of the new key}
    public static Encapsulation finish(Session session, Encapsulating accepted) {
        Encapsulator.Made made = accepted.encapsulator().maker().get();
        long key = session.objects().add(accepted.draft(), made.key());
        validated(session, accepted.mechanism(), accepted.publicKey());
        return new Encapsulation(Output.of(made.ciphertext().array()), key);
    }

    /// {@return the handle of the key in a ciphertext (section 5.18.9)}
    public static long decapsulateKey(
            Session session, Mechanism mechanism, long privateKey, Template template, byte[] ciphertext) {
        checkMechanism(session, mechanism, Ckf.DECAPSULATE, Function.DECAPSULATE_KEY);
        ApplicationObjects objects = session.objects();
        KeyView key = objects.key(session.caller(), privateKey, "hPrivateKey", Ckr.UNWRAPPING_KEY_HANDLE_INVALID);
        KeyPermission.check(session, key, Cka.DECAPSULATE, mechanism, Function.DECAPSULATE_KEY);
        Draft draft =
                objects.draft(session.caller(), Provenance.of(Origin.DECAPSULATE, mechanism.type(), key), template);
        long made = objects.add(draft, mechanisms(session).decapsulate(mechanism, key, ciphertext, draft.template()));
        validated(session, mechanism, key);
        return made;
    }

    /// One of the keys of a pair, whose class is known before it is made.
    private static Provenance half(Mechanism mechanism, long objectClass) {
        return Provenance.generatedPair(mechanism.type(), List.of(Attribute.of(Cka.CLASS, objectClass)));
    }

    /// Notes whether the token's validations cover what was done (section 4.17.3).
    private static void validated(Session session, Mechanism mechanism, KeyView... keys) {
        session.validated(
                mechanism.type(), Arrays.stream(keys).map(KeyView::attributes).toArray(AttributeMap[]::new));
    }

    private static Mechanisms mechanisms(Session session) {
        return session.token().mechanisms();
    }

    /// Refuses a mechanism that cannot do this at all, before templates and keys are looked at.
    private static void checkMechanism(Session session, Mechanism mechanism, long flag, Function function) {
        if ((mechanisms(session).info(mechanism.type()).flags() & flag) == 0) {
            if (mechanisms(session).isTold(mechanism.type(), flag)) {
                throw Told.mechanism("use " + Names.CKM.of(mechanism.type()) + " for " + function, function.section());
            }
            throw Refusal.of(
                    Ckr.MECHANISM_INVALID,
                    "pMechanism",
                    Names.CKM.of(mechanism.type()) + " is not for " + function + ".",
                    function.section(),
                    "C_GetMechanismInfo tells what a mechanism is for.");
        }
    }
}
