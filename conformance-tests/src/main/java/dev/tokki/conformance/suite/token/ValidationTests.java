package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.FIND_OBJECTS_INIT;
import static dev.tokki.api.Function.GENERATE_KEY;
import static dev.tokki.api.Function.GET_SESSION_VALIDATION_FLAGS;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Version;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.Sessions.GetSessionValidationFlags;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cks;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;

/// Validations by third parties and the flags that tell of them: sections 4.17 and 5.6.11.
@Chapter(id = "validation", title = "Validations", section = "4.17")
record ValidationTests(Bench bench) implements Suite {
    private static final Bytes TEXT = Bytes.utf8("text");

    @Requirement(
            id = "validation.last-operation",
            functions = GET_SESSION_VALIDATION_FLAGS,
            section = {"4.17.3", "5.6.11"},
            rule = "The flags of a session are among the CKA_VALIDATION_FLAG of the token's validation objects, and are"
                    + " those of the operation completed last")
    void lastOperation() {
        requires(Version.V3_2);
        requires(Ckm.SHA256, Ckf.DIGEST);
        Session session = userSession();
        long known = known(session);
        digest(session, Ckm.SHA256);
        long covered = flags(session);
        check("flags", "some of " + known, (covered & ~known) == 0, covered);
        requires(Ckm.MD5, Ckf.DIGEST);
        bench.perform(new Digesting.DigestInit(session.handle(), Mechanism.of(Ckm.MD5)));
        check("flags while another operation is in progress", covered, flags(session));
        expect(new Digesting.Digest(session.handle(), TEXT, Buffer.of(16))).value();
        long after = flags(session);
        check("flags", "some of " + known, (after & ~known) == 0, after);
        digest(session, Ckm.SHA256);
        check("flags of the first operation, done again", covered, flags(session));
    }

    @Requirement(
            id = "validation.key",
            functions = {GENERATE_KEY, GET_SESSION_VALIDATION_FLAGS},
            section = {"4.9.2", "4.17.3"},
            rule = "The CKA_OBJECT_VALIDATION_FLAGS of a key are among those of the operation that generated it")
    void keysTell() {
        requires(Version.V3_2);
        requires(Ckm.AES_KEY_GEN, Ckf.GENERATE);
        Session session = userSession();
        long key = session.generate(Mechanism.of(Ckm.AES_KEY_GEN), Draft.of().with(Cka.VALUE_LEN, 32));
        long operation = flags(session);
        long own = session.item(key).number(Cka.OBJECT_VALIDATION_FLAGS);
        check("flags of the key", "some of " + operation, (own & ~operation) == 0, own);
    }

    @Requirement(
            id = "validation.object",
            functions = FIND_OBJECTS_INIT,
            section = "4.17.2",
            rule = "A validation object names its module, and has a flag of its own")
    void objects() {
        requires(Version.V3_2);
        Session session = userSession();
        long seen = 0;
        for (long found : session.find(Draft.of().with(Cka.CLASS, Cko.VALIDATION))) {
            long flag = session.item(found).number(Cka.VALIDATION_FLAG);
            check("flag", "none of " + seen, (flag & seen) == 0 && flag != 0, flag);
            seen |= flag;
            session.item(found).bytes(Cka.VALIDATION_MODULE_ID);
        }
    }

    private static long known(Session session) {
        return session.find(Draft.of().with(Cka.CLASS, Cko.VALIDATION)).stream()
                .mapToLong(found -> session.item(found).number(Cka.VALIDATION_FLAG))
                .reduce(0, (one, other) -> one | other);
    }

    private void digest(Session session, long mechanism) {
        bench.perform(new Digesting.DigestInit(session.handle(), Mechanism.of(mechanism)));
        bench.set(new Digesting.Digest(session.handle(), TEXT, Buffer.of(64)));
    }

    private long flags(Session session) {
        return expect(new GetSessionValidationFlags(session.handle(), Cks.LAST_VALIDATION_OK))
                .value();
    }
}
