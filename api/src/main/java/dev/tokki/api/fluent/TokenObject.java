package dev.tokki.api.fluent;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Objects;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import java.util.List;
import java.util.Optional;

/// An object as a session sees it (section 5.7).
public sealed class TokenObject permits Key {
    private final Caller caller;
    private final Session session;
    private final long handle;

    TokenObject(Caller caller, Session session, long handle) {
        this.caller = caller;
        this.session = session;
        this.handle = handle;
    }

    /// {@return the object's handle}
    public long handle() {
        return handle;
    }

    /// {@return the session it is seen through}
    public Session session() {
        return session;
    }

    Caller caller() {
        return caller;
    }

    /// {@return the value of an attribute; empty if the object has none such, or does not reveal it}
    ///
    /// @throws CryptokiException if the module refuses for another reason
    public Optional<Value> find(long type) {
        try {
            return Optional.of(get(type));
        } catch (CryptokiException e) {
            if (e.rv().is(Ckr.ATTRIBUTE_TYPE_INVALID) || e.rv().is(Ckr.ATTRIBUTE_SENSITIVE)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// {@return the value of an attribute}
    ///
    /// @throws CryptokiException if the object has none such, or does not reveal it
    public Value get(long type) {
        List<AttributeReply> lengths = ask(AttributeQuery.length(type));
        AttributeQuery query =
                new AttributeQuery(type, dev.tokki.api.Buffer.of(lengths.get(0).length()), List.of());
        Value value = ask(query).get(0).value();
        if (value == null) {
            throw new IllegalStateException(
                    "the module told a length but no value of attribute 0x" + Long.toHexString(type));
        }
        return value;
    }

    /// {@return a `CK_BBOOL` attribute}
    public boolean bool(long type) {
        return ((Value.Bool) get(type)).value();
    }

    /// {@return a `CK_ULONG` attribute}
    public long ulong(long type) {
        return ((Value.ULong) get(type)).value();
    }

    /// {@return an attribute of bytes}
    public byte[] bytes(long type) {
        return ((Value.Raw) get(type)).bytes().array();
    }

    /// {@return the label}
    public String label() {
        return ((Value.Raw) get(Cka.LABEL)).bytes().text();
    }

    /// Changes attributes.
    public TokenObject set(Attribute... attributes) {
        caller.run(new Objects.SetAttributeValue(session.handle(), handle, Template.of(attributes)));
        return this;
    }

    /// {@return a copy with these attributes changed}
    public TokenObject copy(Attribute... changes) {
        return session.object(caller.get(new Objects.CopyObject(session.handle(), handle, Template.of(changes))));
    }

    /// {@return the size the module tells}
    public long size() {
        return caller.get(new Objects.GetObjectSize(session.handle(), handle));
    }

    /// Destroys the object.
    public void destroy() {
        caller.run(new Objects.DestroyObject(session.handle(), handle));
    }

    private List<AttributeReply> ask(AttributeQuery query) {
        return caller.get(new Objects.GetAttributeValue(session.handle(), handle, QueryTemplate.of(query)));
    }
}
