package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.emulator.attribute.AttributeMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The session objects of one application in one slot; each lives as long as its session.
final class SessionObjects {
    private final ObjectIndex objects = new ObjectIndex();
    private final HandleTable handles;

    /// @param handles the application's handles, which forget objects that are destroyed
    SessionObjects(HandleTable handles) {
        this.handles = handles;
    }

    /// {@return a new object}
    LiveObject add(Caller caller, AttributeMap attributes) {
        LiveObject object =
                new LiveObject(new LiveObject.Home.InSession(caller.session()), handles.nextOrder(), attributes);
        objects.add(object);
        return object;
    }

    /// {@return the objects that can match a template, oldest first}
    Stream<LiveObject> candidates(List<Attribute> template) {
        return objects.candidates(template);
    }

    /// Changes an object.
    ///
    /// @param change its new attributes, told from those it has
    void update(LiveObject object, LiveObject.Home.InSession home, UnaryOperator<AttributeMap> change) {
        synchronized (object) {
            AttributeMap after = change.apply(object.attributes());
            objects.change(object, after, () -> object.become(home, after));
        }
    }

    /// Destroys some.
    void destroy(Predicate<LiveObject> doomed) {
        objects.all().stream().filter(doomed).forEach(this::destroy);
    }

    /// Destroys an object.
    void destroy(LiveObject object) {
        synchronized (object) {
            object.destroy();
            objects.remove(object);
        }
        handles.forget(object);
    }
}
