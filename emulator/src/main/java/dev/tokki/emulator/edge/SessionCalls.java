package dev.tokki.emulator.edge;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cku;
import dev.tokki.emulator.chapter.SessionChapter;
import dev.tokki.emulator.chapter.StateChapter;
import dev.tokki.emulator.session.Session;
import dev.tokki.emulator.session.SlotSessions;
import dev.tokki.emulator.session.Surrender;
import dev.tokki.emulator.token.PinPad.Prompt;
import java.util.Optional;

/// The calls of section 5.6, sessions. Those that change the state of several sessions come from outside of
/// them.
final class SessionCalls {
    private SessionCalls() {}

    static Reply<?> answer(Arrival in, Sessions<?> call) {
        return switch (call) {
            case Sessions.OpenSession c -> {
                SlotSessions sessions = in.state().at(c.slot(), in.function());
                sessions.token().checkInitialised();
                in.arguments().place(c.newSession(), "phSession");
                long handle = SessionChapter.openSession(
                        sessions,
                        c.flags(),
                        in.state().mayCreateThreads(),
                        new Surrender(Optional.ofNullable(c.callback()), c.application()));
                if ((c.flags() & Ckf.ASYNC_SESSION) != 0) {
                    in.state().asyncSessionOpened();
                }
                yield Reply.ok(handle);
            }
            case Sessions.CloseSession c -> {
                Session session = in.state().session(c.session());
                session.home().close(session);
                yield Reply.ok(null);
            }
            case Sessions.CloseAllSessions c -> {
                in.state().at(c.slot(), in.function()).closeAll();
                yield Reply.ok(null);
            }
            case Sessions.GetSessionInfo c ->
                in.in(c.session(), session -> {
                    in.arguments().place(c.info(), "pInfo");
                    return Reply.ok(session.info());
                });
            case Sessions.Login c -> {
                Session session = in.state().session(c.session());
                Prompt prompt = c.userType() == Cku.SO ? Prompt.SO_PIN : Prompt.USER_PIN;
                SessionChapter.login(
                        session,
                        c.userType(),
                        new PinEntry(in.function(), session.token()).pin(c.pin(), "pPin", prompt));
                yield Reply.ok(null);
            }
            case Sessions.Logout c -> {
                Session session = in.state().session(c.session());
                session.home().logout(session);
                yield Reply.ok(null);
            }
            case Sessions.SessionCancel c ->
                // A call in background is over once the session is free; then its result is thrown away.
                in.run(c.session(), session -> {
                    session.callback().checkOutside(in.function());
                    session.operations().cancel(c.flags());
                    session.cancelPending(AsyncFunction.named(c.flags()));
                });
            case Sessions.GetSessionValidationFlags c ->
                in.in(c.session(), session -> {
                    in.arguments().place(c.found(), "pFlags");
                    return Reply.ok(SessionChapter.validationFlags(session, c.type()));
                });
            case Sessions.LoginUser c -> {
                Session session = in.state().session(c.session());
                Prompt prompt = c.userType() == Cku.SO ? Prompt.SO_PIN : Prompt.USER_PIN;
                SessionChapter.loginUser(
                        session,
                        c.userType(),
                        new PinEntry(in.function(), session.token()).pin(c.pin(), "pPin", prompt),
                        in.arguments().text(c.userName(), "pUsername"));
                yield Reply.ok(null);
            }
            case Sessions.GetOperationState c ->
                in.in(c.session(), session -> in.room(c.operationState()).reply(StateChapter.save(session)));
            case Sessions.SetOperationState c ->
                in.run(
                        c.session(),
                        session -> StateChapter.restore(
                                session,
                                in.arguments().bytes(c.operationState(), "pOperationState"),
                                c.encryptionKey(),
                                c.authenticationKey()));
        };
    }
}
