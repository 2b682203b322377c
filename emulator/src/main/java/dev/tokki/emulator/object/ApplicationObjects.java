package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.KeyPair;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.object.LiveObject.Home;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.storage.Durability;
import dev.tokki.storage.MasterKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The objects of one slot as one application sees them: its session objects, and the token objects under its
/// own handles.
///
/// Every method throws a [Refusal] for what the rules of sections 4 and 5.7 forbid.
public final class ApplicationObjects implements AutoCloseable {
    private final TokenObjects token;
    private final ObjectFactory factory;
    private final HandleTable handles;
    private final SessionObjects sessionObjects;
    private final AtomicBoolean userLoggedIn = new AtomicBoolean();
    private final Consumer<LiveObject> forget;

    private static final Set<Long> USED_UP = Set.of(Ckk.HSS, Ckk.XMSS, Ckk.XMSSMT, Ckk.HOTP, Ckk.X2RATCHET);

    /// @param token the token's objects, shared by all applications
    /// @param factory the rules
    /// @param handles the application's handles
    public ApplicationObjects(TokenObjects token, ObjectFactory factory, Handles handles) {
        this.token = token;
        this.factory = factory;
        this.handles = new HandleTable(handles);
        this.sessionObjects = new SessionObjects(this.handles);
        this.forget = this.handles::forget;
        token.watch(forget);
    }

    /// `C_CreateObject`, section 5.7.1.
    ///
    /// @return the new object's handle
    public long create(Caller caller, Template template) {
        return addAll(caller, List.of(factory.create(caller, template))).getFirst();
    }

    /// `C_CopyObject`, section 5.7.2.
    ///
    /// @return the copy's handle
    public long copy(Caller caller, long object, Template template) {
        AttributeMap original = visible(caller, object).attributes();
        return addAll(caller, List.of(factory.copy(caller, original, template))).getFirst();
    }

    /// `C_DestroyObject`, section 5.7.3.
    public void destroy(Caller caller, long object) {
        LiveObject doomed = visible(caller, object);
        SessionRules.checkWrites(caller, doomed.attributes(), "destroyed");
        if (!doomed.attributes().bool(Cka.DESTROYABLE, doomed.type().isStorage())) {
            throw Refusal.of(
                    Ckr.ACTION_PROHIBITED,
                    "hObject",
                    "An object whose CKA_DESTROYABLE is CK_FALSE cannot be destroyed.",
                    "5.7.3",
                    "Initialise the token to be rid of all its objects.");
        }
        switch (doomed.home()) {
            case Home.InStore inStore -> token.delete(doomed);
            case Home.InSession inSession -> sessionObjects.destroy(doomed);
            case Home.BuiltIn builtIn -> throw new IllegalStateException("nothing built in can be destroyed");
        }
    }

    /// {@return the bytes the object takes, encoded (`C_GetObjectSize`, section 5.7.4)}
    public long size(Caller caller, long object) {
        LiveObject measured = visible(caller, object);
        return factory.reads(OtherReading.OBJECT_SIZE_UNKNOWN)
                ? Ck.UNAVAILABLE_INFORMATION
                : AttributeCodec.encode(measured.attributes()).length;
    }

    /// {@return the answer of `C_GetAttributeValue` (section 5.7.5): also where the return value is not
    /// `CKR_OK`, every entry is filled}
    public Reply<List<AttributeReply>> get(Caller caller, long object, QueryTemplate template) {
        LiveObject read = visible(caller, object);
        checkTemplate(template.isNull(), template.count());
        return Reading.of(read, template, factory.readings());
    }

    /// `C_SetAttributeValue`, section 5.7.6.
    public void set(Caller caller, long object, Template template) {
        LiveObject changed = visible(caller, object);
        switch (changed.home()) {
            case Home.InStore inStore ->
                token.update(changed, before -> factory.set(caller, before, template), Durability.COMMITTED);
            case Home.InSession inSession ->
                sessionObjects.update(changed, inSession, before -> factory.set(caller, before, template));
            case Home.BuiltIn builtIn ->
                factory.set(caller, changed.attributes(), template)
                        .find(Cka.VALUE)
                        .ifPresent(value -> set(caller, builtIn.instrument(), value));
        }
    }

    /// Of what is built in only a clock's value can be set; the attribute tables refuse all else.
    private static void set(Caller caller, Instrument instrument, Value value) {
        switch (instrument) {
            case Instrument.Face face -> face.set(caller, value);
            case Instrument.Dial dial -> throw new IllegalStateException("the value of a counter is read only");
            case Instrument.Still still -> throw new IllegalStateException("it has no value");
        }
    }

    /// {@return the handles of the objects that match (`C_FindObjectsInit`, section 5.7.7), as of now: what is
    /// built in first, then token objects, each kind in the order in which they came to be}
    ///
    /// Built-in objects are found by searches that name their class.
    public long[] find(Caller caller, Template template) {
        checkTemplate(template.isNull(), template.count());
        Matching matching = Matching.of(template, factory.readings());
        if (!matching.isPossible()) {
            return new long[0];
        }
        boolean isUser = caller.login() == Login.USER;
        Stream<LiveObject> builtIn =
                matching.namesClass() || factory.reads(OtherReading.BUILT_IN_OBJECTS_IN_EVERY_SEARCH)
                        ? token.builtIn(matching.wanted())
                        : Stream.empty();
        return Stream.of(
                        builtIn,
                        token.candidates(matching.wanted(), isUser),
                        sessionObjects.candidates(matching.wanted()))
                .flatMap(objects -> objects)
                .filter(object -> caller.sees(object.attributes()))
                .filter(matching::matches)
                .mapToLong(handles::of)
                .toArray();
    }

    /// {@return a template accepted for a new key, before the key is made; also checks that the session may
    /// make it}
    public Draft draft(Caller caller, Provenance provenance, Template template) {
        return factory.draft(caller, provenance, template);
    }

    /// Makes the object of a draft.
    ///
    /// @param contributed what the mechanism made: class, key type, values
    /// @return the new object's handle
    public long add(Draft draft, List<Attribute> contributed) {
        return addAll(draft.caller(), List.of(factory.finish(draft, contributed)))
                .getFirst();
    }

    /// Makes the two objects of `C_GenerateKeyPair`, or none.
    ///
    /// @return their handles
    public KeyPair addPair(Draft publicKey, Draft privateKey, NewPair made) {
        List<AttributeMap> pair = factory.finishPair(publicKey, privateKey, made);
        List<Long> added = addAll(publicKey.caller(), pair);
        return new KeyPair(added.getFirst(), added.getLast());
    }

    /// {@return a key the caller can see}
    ///
    /// @param handle its handle
    /// @param argument the C name of the argument, for the reason: `hKey`
    /// @param otherwise the return value if there is no such key: `CKR_KEY_HANDLE_INVALID`,
    ///        `CKR_WRAPPING_KEY_HANDLE_INVALID`, …
    public KeyView key(Caller caller, long handle, String argument, long otherwise) {
        LiveObject key = visible(caller, handle, argument, otherwise);
        if (!key.type().isKey()) {
            throw Refusal.of(
                    otherwise,
                    argument,
                    "The handle must be that of a key; it is that of an object of " + key.type() + ".",
                    "5.1.6",
                    "Find the key by its class.");
        }
        return USED_UP.contains(key.attributes().ulong(Cka.KEY_TYPE, -1))
                ? new UsedUpKey(key, token, sessionObjects)
                : key;
    }

    /// {@return what tells an object from all others, if the caller sees it}
    public Optional<Value> uniqueId(Caller caller, long handle) {
        return visible(caller, handle).attributes().find(Cka.UNIQUE_ID);
    }

    /// {@return a key or a data object the caller can see}
    ///
    /// @param handle its handle
    /// @param argument the C name of the argument, for the reason: `hBaseKey`
    /// @param otherwise the return value if it is neither
    public KeyView keyOrData(Caller caller, long handle, String argument, long otherwise) {
        LiveObject object = visible(caller, handle, argument, otherwise);
        return object.type().objectClass() == Cko.DATA ? object : key(caller, handle, argument, otherwise);
    }

    /// {@return an object that a mechanism's parameter names; one that is not there makes the parameter wrong}
    ///
    /// @param argument where the handle is, for the reason
    public AttributeMap attributes(Caller caller, long handle, String argument) {
        return visible(caller, handle, argument, Ckr.MECHANISM_PARAM_INVALID).attributes();
    }

    /// The normal user logged in: this application's sessions see private objects.
    ///
    /// @param key the token's master key, opened with the user's PIN; from now on the objects' to close
    public void userLoggedIn(MasterKey key) {
        if (userLoggedIn.getAndSet(true)) {
            key.close();
            return;
        }
        try {
            token.userLoggedIn(key);
        } catch (RuntimeException e) {
            userLoggedIn.set(false);
            key.close();
            throw e;
        }
    }

    /// The normal user or the SO logged out: private session objects are gone, handles of private objects with
    /// them (section 5.6.10).
    public void loggedOut() {
        sessionObjects.destroy(LiveObject::isPrivate);
        handles.forgetAll(LiveObject::isPrivate);
        if (userLoggedIn.getAndSet(false)) {
            token.userLoggedOut();
        }
    }

    /// A session closed: its session objects are gone (section 5.6.2).
    public void sessionClosed(long session) {
        sessionObjects.destroy(object -> object.home() instanceof Home.InSession in && in.session() == session);
    }

    /// The application is done with the slot (`C_Finalize`): session objects, handles and the login are gone.
    @Override
    public void close() {
        loggedOut();
        sessionObjects.destroy(object -> true);
        handles.forgetAll(object -> true);
        token.unwatch(forget);
    }

    private List<Long> addAll(Caller caller, List<AttributeMap> made) {
        List<AttributeMap> objects = made.stream().map(caller::owning).toList();
        List<LiveObject> stored = new ArrayList<>(token.insert(
                objects.stream().filter(ApplicationObjects::isToken).toList()));
        List<Long> added = new ArrayList<>();
        for (AttributeMap object : objects) {
            LiveObject live = isToken(object) ? stored.removeFirst() : sessionObjects.add(caller, object);
            added.add(handles.of(live));
        }
        return added;
    }

    private LiveObject visible(Caller caller, long handle) {
        return visible(caller, handle, "hObject", Ckr.OBJECT_HANDLE_INVALID);
    }

    private LiveObject visible(Caller caller, long handle, String argument, long otherwise) {
        return handles.find(handle)
                .filter(object -> !object.isDestroyed())
                .filter(object -> caller.sees(object.attributes()))
                .orElseThrow(() -> Refusal.of(
                        otherwise,
                        argument,
                        "The handle must be that of an object that this session can see; "
                                + Long.toUnsignedString(handle) + " is not, or no longer.",
                        "5.1.6",
                        "Find the object again; handles of private objects end with the login, those of session objects"
                                + " with their session."));
    }

    private static boolean isToken(AttributeMap object) {
        return object.bool(Cka.TOKEN, false);
    }

    private static void checkTemplate(boolean isNull, long count) {
        if (isNull && count != 0) {
            throw Given.nullPointer("pTemplate", count);
        }
    }
}
