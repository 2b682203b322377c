package dev.tokki.trace;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Objects;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/// What an application's calls tell about the objects behind its handles; nothing is ever asked of the module.
public final class ObjectBook {
    private final Map<Long, Known> known = new ConcurrentHashMap<>();
    private final Map<Long, List<Attribute>> searches = new ConcurrentHashMap<>();

    /// An empty book.
    public ObjectBook() {}

    /// What is known of an object.
    private record Known(OptionalLong objectClass, Optional<String> label) {
        private static final Known NOTHING = new Known(OptionalLong.empty(), Optional.empty());

        Known with(List<Attribute> attributes) {
            OptionalLong kind = objectClass;
            Optional<String> name = label;
            for (Attribute attribute : attributes) {
                if (attribute.type() == Cka.CLASS && attribute.value() instanceof Value.ULong number) {
                    kind = OptionalLong.of(number.value());
                } else if (attribute.type() == Cka.LABEL
                        && attribute.value() instanceof Value.Raw raw
                        && !raw.bytes().isHidden()) {
                    name = Optional.of(raw.bytes().text());
                }
            }
            return new Known(kind, name);
        }

        Known ifNotKnown(long kind) {
            return objectClass.isPresent() ? this : new Known(OptionalLong.of(kind), label);
        }

        @Override
        public String toString() {
            String kind = objectClass.isPresent()
                    ? Names.CKO
                            .of(objectClass.getAsLong())
                            .replace("CKO_", "")
                            .toLowerCase(Locale.ROOT)
                            .replace('_', ' ')
                    : "object";
            return label.map(text -> kind + " \"" + text + '"').orElse(kind);
        }
    }

    /// {@return an object for people, from some of its attributes: `private key "signer"`}
    public static String describe(List<Attribute> attributes) {
        return Known.NOTHING.with(attributes).toString();
    }

    /// {@return the class of the object of a handle}
    public OptionalLong classOf(long handle) {
        return known.getOrDefault(handle, Known.NOTHING).objectClass();
    }

    /// {@return an object for people, `private key "signer"`; empty if nothing is known}
    public Optional<String> nameOf(long handle) {
        return Optional.ofNullable(known.get(handle)).map(Known::toString);
    }

    /// Learns from a call and its reply.
    public void learn(Call<?> call, Reply<?> reply) {
        if (call instanceof GeneralPurpose.Finalize && reply.isOk()) {
            known.clear();
            searches.clear();
        } else if (call instanceof Objects<?> objects) {
            learn(objects, reply);
        } else if (call instanceof KeyManagement<?> keys && reply.isOk()) {
            learn(keys, reply.value());
        }
    }

    private void learn(Objects<?> call, Reply<?> reply) {
        switch (call) {
            case Objects.GetAttributeValue read -> {
                if (reply.value() instanceof List<?> replies) {
                    learn(read.object(), told(replies));
                }
            }
            case Objects.SetAttributeValue set
            when reply.isOk() -> learn(set.object(), set.template().attributes());
            case Objects.CreateObject create
            when reply.value() instanceof Long handle ->
                known.put(handle, Known.NOTHING.with(create.template().attributes()));
            case Objects.CopyObject copy
            when reply.value() instanceof Long handle ->
                known.put(
                        handle,
                        known.getOrDefault(copy.object(), Known.NOTHING)
                                .with(copy.template().attributes()));
            case Objects.DestroyObject destroy when reply.isOk() -> known.remove(destroy.object());
            case Objects.FindObjectsInit init
            when reply.isOk() -> searches.put(init.session(), init.template().attributes());
            case Objects.FindObjects find
            when reply.value() instanceof ULongs found && found.values() != null ->
                found.stream().forEach(handle -> learn(handle, searches.getOrDefault(find.session(), List.of())));
            case Objects.FindObjectsFinal end -> searches.remove(end.session());
            case Objects<?> other -> {}
        }
    }

    private void learn(KeyManagement<?> call, @org.jspecify.annotations.Nullable Object made) {
        switch (call) {
            case KeyManagement.GenerateKeyPair pair
            when made instanceof KeyPair handles -> {
                made(handles.publicKey(), pair.publicKeyTemplate(), Cko.PUBLIC_KEY);
                made(handles.privateKey(), pair.privateKeyTemplate(), Cko.PRIVATE_KEY);
            }
            case KeyManagement.GenerateKey key
            when made instanceof Long handle -> made(handle, key.template(), Cko.SECRET_KEY);
            case KeyManagement.UnwrapKey key when made instanceof Long handle -> made(handle, key.template());
            case KeyManagement.UnwrapKeyAuthenticated key
            when made instanceof Long handle -> made(handle, key.template());
            case KeyManagement.DeriveKey key
            when made instanceof Long handle -> made(handle, key.template(), Cko.SECRET_KEY);
            case KeyManagement.DecapsulateKey key
            when made instanceof Long handle -> made(handle, key.template(), Cko.SECRET_KEY);
            case KeyManagement.EncapsulateKey key
            when made instanceof Encapsulation both && both.key() != 0 ->
                made(both.key(), key.template(), Cko.SECRET_KEY);
            case KeyManagement<?> other -> {}
        }
    }

    private void made(long handle, Template template) {
        known.put(handle, Known.NOTHING.with(template.attributes()));
    }

    private void made(long handle, Template template, long objectClass) {
        known.put(handle, Known.NOTHING.with(template.attributes()).ifNotKnown(objectClass));
    }

    private void learn(long handle, List<Attribute> attributes) {
        Known now = known.getOrDefault(handle, Known.NOTHING).with(attributes);
        if (!now.equals(Known.NOTHING)) {
            known.put(handle, now);
        }
    }

    private static List<Attribute> told(List<?> replies) {
        List<Attribute> attributes = new ArrayList<>();
        for (Object each : replies) {
            if (each instanceof AttributeReply reply && reply.value() != null) {
                attributes.add(new Attribute(reply.type(), reply.value()));
            }
        }
        return attributes;
    }
}
