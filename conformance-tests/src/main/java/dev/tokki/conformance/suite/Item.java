package dev.tokki.conformance.suite;

import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Bytes;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Value;
import dev.tokki.api.call.Objects.CopyObject;
import dev.tokki.api.call.Objects.DestroyObject;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.call.Objects.GetObjectSize;
import dev.tokki.api.call.Objects.SetAttributeValue;
import dev.tokki.api.constant.Names;
import dev.tokki.api.text.AttributeText;
import dev.tokki.conformance.result.Finding;
import java.util.Arrays;
import java.util.List;

/// An object as seen from a session. A verb must succeed for the test to go on; a participle gives an [Answer] to be
/// judged.
///
/// @param session the session
/// @param handle the object's handle
public record Item(Session session, long handle) {
    /// Room for any value that a test reads.
    private static final int ROOM = 4096;

    /// Demands a value of a `CK_BBOOL`.
    public Item has(long type, boolean expected) {
        return has(type, Value.of(expected));
    }

    /// Demands a value of a `CK_ULONG`.
    public Item has(long type, long expected) {
        return has(type, Value.of(expected));
    }

    /// Demands a value of bytes.
    public Item has(long type, byte... expected) {
        return has(type, Value.of(expected));
    }

    /// Demands a value of text.
    public Item has(long type, String expected) {
        return has(type, Value.of(expected));
    }

    /// Demands a value.
    public Item has(long type, Value expected) {
        Value actual = value(type);
        if (!actual.equals(expected)) {
            throw new Deviation(new Finding(
                    Names.CKA.of(type), AttributeText.of(type, expected), AttributeText.of(type, actual), null));
        }
        return this;
    }

    /// {@return a `CK_BBOOL`}
    public boolean flag(long type) {
        if (value(type) instanceof Value.Bool(boolean truth)) {
            return truth;
        }
        throw wrongKind(type, "a CK_BBOOL");
    }

    /// {@return a `CK_ULONG`}
    public long number(long type) {
        if (value(type) instanceof Value.ULong(long number)) {
            return number;
        }
        throw wrongKind(type, "a CK_ULONG");
    }

    /// {@return bytes}
    public byte[] bytes(long type) {
        if (value(type) instanceof Value.Raw(Bytes bytes)) {
            return bytes.array();
        }
        throw wrongKind(type, "bytes");
    }

    /// {@return a value, which must be there and readable}
    public Value value(long type) {
        AttributeReply reply = reading(type).value().get(0);
        Value value = reply.value();
        if (value == null) {
            throw new Deviation(new Finding(Names.CKA.of(type), "a value with CKR_OK", "none", null));
        }
        return value;
    }

    /// Reads attributes with plenty of room.
    public Answer<List<AttributeReply>> reading(long... types) {
        return reading(Arrays.stream(types)
                .mapToObj(type -> AttributeQuery.value(type, ROOM))
                .toArray(AttributeQuery[]::new));
    }

    /// Reads attributes.
    public Answer<List<AttributeReply>> reading(AttributeQuery... queries) {
        return bench().expect(new GetAttributeValue(session.handle(), handle, QueryTemplate.of(queries)));
    }

    /// Changes attributes.
    public Answer<Void> changing(Draft changes) {
        return bench().expect(new SetAttributeValue(session.handle(), handle, changes.template()));
    }

    /// Copies the object.
    public Answer<Long> copying(Draft changes) {
        return bench().expect(new CopyObject(session.handle(), handle, changes.template()));
    }

    /// {@return a copy}
    public Item copy(Draft changes) {
        return session.item(copying(changes).value());
    }

    /// Destroys the object.
    public void destroy() {
        bench().perform(new DestroyObject(session.handle(), handle));
    }

    /// Destroys the object.
    public Answer<Void> destroying() {
        return bench().expect(new DestroyObject(session.handle(), handle));
    }

    /// Asks for the object's size.
    public Answer<Long> sizing() {
        return bench().expect(new GetObjectSize(session.handle(), handle));
    }

    /// {@return the same object seen from another session}
    public Item in(Session other) {
        return new Item(other, handle);
    }

    private Bench bench() {
        return session.token().bench();
    }

    private static Deviation wrongKind(long type, String expected) {
        return new Deviation(new Finding(Names.CKA.of(type), expected, "another kind of value", null));
    }
}
