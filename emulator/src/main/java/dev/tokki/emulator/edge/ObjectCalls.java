package dev.tokki.emulator.edge;

import dev.tokki.api.Reply;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Objects;
import dev.tokki.emulator.chapter.ObjectChapter;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.Search;

/// The calls of section 5.7, objects.
final class ObjectCalls {
    private ObjectCalls() {}

    static Reply<?> answer(Arrival in, Objects<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case Objects.CreateObject c ->
                in.in(c.session(), session -> {
                    arguments.place(c.newObject(), "phObject");
                    return Reply.ok(
                            session.objects().create(session.caller(), arguments.template(c.template(), "pTemplate")));
                });
            case Objects.CopyObject c ->
                in.in(c.session(), session -> {
                    arguments.place(c.newObject(), "phNewObject");
                    return Reply.ok(session.objects()
                            .copy(session.caller(), c.object(), arguments.template(c.template(), "pTemplate")));
                });
            case Objects.DestroyObject c ->
                in.run(c.session(), session -> session.objects().destroy(session.caller(), c.object()));
            case Objects.GetObjectSize c ->
                in.in(c.session(), session -> {
                    arguments.place(c.size(), "pulSize");
                    return Reply.ok(session.objects().size(session.caller(), c.object()));
                });
            case Objects.GetAttributeValue c ->
                in.in(
                        c.session(),
                        session -> session.objects()
                                .get(session.caller(), c.object(), arguments.template(c.template(), "pTemplate")));
            case Objects.SetAttributeValue c ->
                in.run(
                        c.session(),
                        session -> session.objects()
                                .set(session.caller(), c.object(), arguments.template(c.template(), "pTemplate")));
            case Objects.FindObjectsInit c ->
                in.run(
                        c.session(),
                        session ->
                                ObjectChapter.findObjectsInit(session, arguments.template(c.template(), "pTemplate")));
            case Objects.FindObjects c ->
                in.in(c.session(), session -> {
                    Search search = session.operations().active(Kind.SEARCH, Search.class, in.function());
                    arguments.place(c.count(), "pulObjectCount");
                    return Reply.ok(ULongs.of(search.next(arguments.room(c.objects(), "phObject"))));
                });
            case Objects.FindObjectsFinal c -> in.run(c.session(), ObjectChapter::findObjectsFinal);
        };
    }
}
