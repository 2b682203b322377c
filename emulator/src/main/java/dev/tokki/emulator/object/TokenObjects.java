package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.background.Shelf;
import dev.tokki.emulator.object.LiveObject.Home;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.storage.Durability;
import dev.tokki.storage.MasterKey;
import dev.tokki.storage.NewObject;
import dev.tokki.storage.StorageException;
import dev.tokki.storage.StoredObject;
import dev.tokki.storage.StoredToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The token objects of one token, shared by all applications; what is changed is in the store before anybody
/// sees it.
///
/// Private objects are sealed until the first application logs the user in, and forgotten when the last one
/// logs out. Reading takes no lock. Writers go together; only logins and logouts wait for them and hold them
/// up.
public final class TokenObjects implements Shelf {
    private final StoredToken token;
    private final Supplier<ObjectIndex> builtIn;
    private final ObjectIndex publicObjects = new ObjectIndex();
    private final List<Consumer<LiveObject>> watchers = new CopyOnWriteArrayList<>();
    private final ReadWriteLock logins = new ReentrantReadWriteLock();

    /// What lies on the shelf is stored as an object is, and is none for applications.
    private final Things openThings = new Things();

    private volatile Things privateThings = new Things();

    /// Replaced as a whole when the last user is gone.
    private volatile ObjectIndex privateObjects = new ObjectIndex();

    /// Opened while at least one application's user is logged in; guarded by [#logins], as is their number.
    private @Nullable MasterKey key;

    private int users;

    private TokenObjects(StoredToken token, Supplier<ObjectIndex> builtIn) {
        this.token = token;
        this.builtIn = builtIn;
    }

    /// {@return the objects of a token; private ones stay sealed until a user logs in}
    ///
    /// @param equipment what is built in
    /// @param hardware what moves in it
    /// @param mechanisms what the token can do, `CKM_…`
    /// @throws StorageException if the store cannot be read
    public static TokenObjects open(StoredToken token, Equipment equipment, Hardware hardware, long[] mechanisms) {
        String serialNumber = token.state().serialNumber();
        TokenObjects objects = new TokenObjects(
                token, new Once<>(() -> indexed(BuiltInObjects.of(equipment, hardware, mechanisms, serialNumber))));
        objects.read(false, null, objects.publicObjects, objects.openThings);
        return objects;
    }

    private static ObjectIndex indexed(List<LiveObject> objects) {
        ObjectIndex index = new ObjectIndex();
        objects.forEach(index::add);
        return index;
    }

    private void read(boolean isPrivate, @Nullable MasterKey opened, ObjectIndex objects, Things things) {
        token.unsealAll(isPrivate, opened, (stored, content) -> {
            AttributeMap attributes = decoded(stored, content);
            if (!things.add(stored, attributes)) {
                objects.add(live(stored, attributes));
            }
        });
    }

    /// The user of one more application is logged in.
    ///
    /// @param opened the master key, from now on owned here
    void userLoggedIn(MasterKey opened) {
        locked(logins.writeLock(), () -> {
            if (users == 0) {
                ObjectIndex objects = new ObjectIndex();
                Things things = new Things();
                read(true, opened, objects, things);
                privateThings = things;
                privateObjects = objects;
                key = opened;
            } else {
                opened.close();
            }
            return ++users;
        });
    }

    /// The user of one application is logged out.
    void userLoggedOut() {
        locked(logins.writeLock(), () -> {
            users--;
            if (users == 0 && key != null) {
                privateObjects = new ObjectIndex();
                privateThings = new Things();
                key.close();
                key = null;
            }
            return users;
        });
    }

    /// Destroys the private objects of a user with a name.
    ///
    /// @param opened the master key, from now on owned here
    public void destroyThoseOf(String user, MasterKey opened) {
        userLoggedIn(opened);
        try {
            privateObjects.all().stream()
                    .filter(object -> Caller.owner(object.attributes()).equals(user))
                    .toList()
                    .forEach(this::delete);
        } finally {
            userLoggedOut();
        }
    }

    /// Tells somebody of each object that is destroyed.
    void watch(Consumer<LiveObject> watcher) {
        watchers.add(watcher);
    }

    /// Tells somebody no more.
    void unwatch(Consumer<LiveObject> watcher) {
        watchers.remove(watcher);
    }

    /// {@return the built-in objects that can match a template}
    Stream<LiveObject> builtIn(List<Attribute> template) {
        return builtIn.get().candidates(template);
    }

    /// {@return the objects that can match a template, oldest first; built-in ones are apart}
    ///
    /// @param withPrivate whether private ones may be seen
    Stream<LiveObject> candidates(List<Attribute> template, boolean withPrivate) {
        Stream<LiveObject> open = publicObjects.candidates(template);
        return withPrivate
                ? Stream.concat(open, privateObjects.candidates(template))
                        .sorted(Comparator.comparingLong(LiveObject::order))
                : open;
    }

    /// Stores new objects, all or none.
    List<LiveObject> insert(List<AttributeMap> objects) {
        if (objects.isEmpty()) {
            return List.of(); // session objects alone: the store has nothing to do
        }
        return locked(logins.readLock(), () -> {
            List<StoredObject> stored =
                    token.insertAll(objects.stream().map(TokenObjects::sealed).toList(), key);
            List<LiveObject> live = new ArrayList<>();
            for (int i = 0; i < objects.size(); i++) {
                live.add(live(stored.get(i), objects.get(i)));
                index(live.get(i)).add(live.get(i));
            }
            return live;
        });
    }

    /// Changes an object.
    ///
    /// @param change its new attributes, told from those it has
    /// @param durability what the change must survive
    void update(LiveObject object, Function<AttributeMap, AttributeMap> change, Durability durability) {
        locked(logins.readLock(), () -> {
            synchronized (object) {
                StoredObject before = stored(object);
                AttributeMap after = change.apply(object.attributes());
                StoredObject written = token.update(before, sealed(after), key, durability);
                index(object).change(object, after, () -> object.become(new Home.InStore(written), after));
                return object;
            }
        });
    }

    /// Destroys an object.
    void delete(LiveObject object) {
        locked(logins.readLock(), () -> {
            synchronized (object) {
                token.delete(stored(object));
                object.destroy();
                index(object).remove(object);
                return object;
            }
        });
        watchers.forEach(watcher -> watcher.accept(object));
    }

    @Override
    public void keep(long number, boolean isPrivate, AttributeMap content) {
        locked(logins.readLock(), () -> {
            AttributeMap thing = Things.numbered(number, isPrivate, content);
            return things(isPrivate).add(token.insert(sealed(thing), key), thing);
        });
    }

    @Override
    public Optional<AttributeMap> kept(long number) {
        return openThings.find(number).or(() -> privateThings.find(number)).map(Things.Thing::content);
    }

    @Override
    public void drop(long number) {
        locked(logins.readLock(), () -> {
            openThings
                    .remove(number)
                    .or(() -> privateThings.remove(number))
                    .ifPresent(thing -> token.delete(thing.stored()));
            return number;
        });
    }

    private Things things(boolean isPrivate) {
        return isPrivate ? privateThings : openThings;
    }

    private ObjectIndex index(LiveObject object) {
        return object.isPrivate() ? privateObjects : publicObjects;
    }

    private static StoredObject stored(LiveObject object) {
        if (object.isDestroyed()) {
            throw Refusal.of(
                    Ckr.OBJECT_HANDLE_INVALID,
                    "hObject",
                    "The object was destroyed in the meantime.",
                    "5.1.6",
                    "Find the objects again.");
        }
        return switch (object.home()) {
            case Home.InStore inStore -> inStore.stored();
            case Home.InSession inSession -> throw new IllegalStateException("a session object is in no store");
            case Home.BuiltIn part -> throw new IllegalStateException("a built-in object is in no store");
        };
    }

    private static NewObject sealed(AttributeMap object) {
        return new NewObject(object.bool(Cka.PRIVATE, false), AttributeCodec.encode(object));
    }

    private static AttributeMap decoded(StoredObject stored, byte[] content) {
        try {
            return AttributeCodec.decode(content);
        } catch (IllegalArgumentException e) {
            throw new StorageException(
                    StorageException.Problem.DAMAGED,
                    "object " + stored.id() + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private static LiveObject live(StoredObject stored, AttributeMap attributes) {
        return new LiveObject(new Home.InStore(stored), stored.id(), attributes);
    }

    private static <T> T locked(Lock lock, Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
