package dev.tokki.trace.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Mechanism;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.GeneralPurpose;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Objects;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.SlotsAndTokens;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Recorded;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Transcript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each mistake is made and recognised; then its advice is followed, and every call succeeds.
class LessonsTest {
    private static final Attribute TRUE_TOKEN = Attribute.of(Cka.TOKEN, true);
    private static final Bytes BLOCK = Bytes.of(new byte[16]);

    private record Pair(Consumer<Desk> mistake, Consumer<Desk> advice) {}

    private final Map<Mistake, Pair> pairs = new EnumMap<>(Mistake.class);

    private void pair(Mistake mistake, Consumer<Desk> made, Consumer<Desk> advised) {
        pairs.put(mistake, new Pair(made, advised));
    }

    @TestFactory
    List<DynamicTest> everyMistakeIsRecognisedAndItsAdviceSucceeds() {
        beginning();
        login();
        operations();
        templates();
        searches();
        List<DynamicTest> tests = new ArrayList<>();
        pairs.forEach((mistake, pair) -> tests.add(DynamicTest.dynamicTest(mistake.name(), () -> {
            Transcript made = recorded(pair.mistake());
            assertThat(Lessons.of(made)).extracting(Lesson::mistake).contains(mistake.name());
            Transcript advised = recorded(pair.advice());
            assertThat(advised.calls()).isNotEmpty().allMatch(CallRecord::isOk);
            assertThat(Lessons.of(advised)).isEmpty();
        })));
        return tests;
    }

    @Test
    void atLeastTwentyMistakesAreTried() {
        beginning();
        login();
        operations();
        templates();
        searches();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(20);
    }

    private static Transcript recorded(Consumer<Desk> doing) {
        return Recorded.of(Secrets.HIDDEN, module -> doing.accept(new Desk(module)));
    }

    private void beginning() {
        pair(
                Mistake.NOT_INITIALISED,
                desk -> desk.call(new GeneralPurpose.GetInfo()),
                desk -> desk.initialise().call(new GeneralPurpose.GetInfo()));
        pair(Mistake.INITIALISED_TWICE, desk -> desk.initialise().initialise(), Desk::initialise);
        pair(Mistake.SLOT_INDEX_FOR_ID, desk -> desk.initialise().call(new SlotsAndTokens.GetTokenInfo(1)), desk -> {
            long slot = desk.initialise()
                    .call(new SlotsAndTokens.GetSlotList(true, Buffer.of(4)))
                    .outputs()
                    .toArray()[0];
            desk.call(new SlotsAndTokens.GetTokenInfo(slot));
        });
        pair(
                Mistake.NO_SERIAL_SESSION,
                desk -> desk.initialise().call(new Sessions.OpenSession(0, Ckf.RW_SESSION)),
                desk -> desk.initialise().open(true));
        pair(
                Mistake.CLOSED_SESSION,
                desk -> {
                    long session = desk.initialise().open(false);
                    desk.call(new Sessions.CloseSession(session));
                    desk.call(new Sessions.GetSessionInfo(session));
                },
                desk -> desk.call(new Sessions.GetSessionInfo(desk.initialise().open(false))));
        pair(
                Mistake.READ_ONLY_SESSION,
                desk -> create(desk, desk.initialise().open(false), TRUE_TOKEN, Attribute.of(Cka.PRIVATE, false)),
                desk -> create(desk, desk.initialise().open(true), TRUE_TOKEN, Attribute.of(Cka.PRIVATE, false)));
    }

    private void login() {
        pair(
                Mistake.SO_BESIDE_READ_ONLY_SESSION,
                desk -> {
                    desk.initialise().open(false);
                    desk.login(desk.open(true), Cku.SO, Recorded.SO_PIN);
                },
                desk -> {
                    desk.call(new Sessions.CloseSession(desk.initialise().open(false)));
                    desk.login(desk.open(true), Cku.SO, Recorded.SO_PIN);
                });
        pair(
                Mistake.LOGIN_TWICE,
                desk -> {
                    desk.ready();
                    desk.login(desk.open(false));
                },
                desk -> {
                    desk.ready();
                    desk.aes(desk.open(false));
                });
        pair(Mistake.OTHER_USER_IS_IN, desk -> desk.login(desk.ready(), Cku.SO, Recorded.SO_PIN), desk -> {
            long session = desk.ready();
            desk.call(new Sessions.Logout(session));
            desk.login(session, Cku.SO, Recorded.SO_PIN);
        });
        pair(
                Mistake.WRONG_PIN,
                desk -> desk.login(desk.initialise().open(true), Cku.USER, Recorded.SO_PIN),
                Desk::ready);
        pair(Mistake.PIN_TOO_SHORT_OR_LONG, desk -> setPin(desk, "1"), desk -> setPin(desk, "a longer pin"));
        pair(
                Mistake.FORGOT_LOGIN,
                desk -> create(desk, desk.initialise().open(true), Attribute.of(Cka.PRIVATE, true)),
                desk -> create(desk, desk.ready(), Attribute.of(Cka.PRIVATE, true)));
    }

    private void operations() {
        pair(
                Mistake.FORGOT_FIND_FINAL,
                desk -> {
                    long session = desk.ready();
                    desk.call(new Objects.FindObjectsInit(session, Template.of()));
                    desk.call(new Objects.FindObjectsInit(session, Template.of()));
                },
                desk -> {
                    long session = desk.ready();
                    desk.call(new Objects.FindObjectsInit(session, Template.of()));
                    desk.call(new Objects.FindObjectsFinal(session));
                    desk.call(new Objects.FindObjectsInit(session, Template.of()));
                });
        pair(
                Mistake.UNFINISHED_OPERATION,
                desk -> {
                    long session = desk.ready();
                    digestInit(desk, session);
                    desk.call(new Digesting.Digest(session, BLOCK, Buffer.query()));
                    digestInit(desk, session);
                },
                desk -> {
                    long session = desk.ready();
                    digestInit(desk, session);
                    desk.call(new Digesting.Digest(session, BLOCK, Buffer.query()));
                    desk.call(new Digesting.Digest(session, BLOCK, Buffer.of(32)));
                    digestInit(desk, session);
                });
        pair(
                Mistake.NO_INIT,
                desk -> desk.call(new Digesting.Digest(desk.ready(), BLOCK, Buffer.of(32))),
                desk -> digest(desk, 32));
        pair(Mistake.BUFFER_TOO_SMALL, desk -> digest(desk, 20), desk -> digest(desk, 32));
        pair(Mistake.MECHANISM_NOT_FOR_THIS, desk -> signInit(desk, Ckm.SHA256), desk -> signInit(desk, Ckm.AES_CMAC));
        pair(
                Mistake.KEY_OF_OTHER_TYPE,
                desk -> signInit(desk, Ckm.SHA256_RSA_PKCS),
                desk -> signInit(desk, Ckm.AES_CMAC));
        pair(
                Mistake.KEY_MAY_NOT,
                desk -> encrypt(desk, Mechanism.of(Ckm.AES_ECB), 16, false),
                desk -> encrypt(desk, Mechanism.of(Ckm.AES_ECB), 16, true));
        pair(
                Mistake.WRONG_PARAMETER,
                desk -> encrypt(desk, Mechanism.of(Ckm.AES_CBC), 16, true),
                desk -> encrypt(desk, Mechanism.iv(Ckm.AES_CBC, new byte[16]), 16, true));
        pair(
                Mistake.WRONG_DATA_LENGTH,
                desk -> encrypt(desk, Mechanism.iv(Ckm.AES_CBC, new byte[16]), 15, true),
                desk -> encrypt(desk, Mechanism.iv(Ckm.AES_CBC_PAD, new byte[16]), 15, true));
        pair(Mistake.WRONG_SIGNATURE, desk -> verify(desk, Ckm.AES_CMAC_GENERAL), desk -> verify(desk, Ckm.AES_CMAC));
    }

    private void templates() {
        pair(
                Mistake.TEMPLATE_LACKS,
                desk -> desk.call(
                        new KeyManagement.GenerateKey(desk.ready(), Mechanism.of(Ckm.AES_KEY_GEN), Template.of())),
                desk -> desk.aes(desk.ready()));
        pair(
                Mistake.IMPOSSIBLE_VALUE,
                desk -> desk.call(new KeyManagement.GenerateKey(
                        desk.ready(), Mechanism.of(Ckm.AES_KEY_GEN), Template.of(Attribute.of(Cka.VALUE_LEN, 20)))),
                desk -> desk.aes(desk.ready()));
        pair(
                Mistake.TOKENS_OWN_ATTRIBUTE,
                desk -> desk.call(new KeyManagement.GenerateKey(
                        desk.ready(),
                        Mechanism.of(Ckm.AES_KEY_GEN),
                        Template.of(Attribute.of(Cka.VALUE_LEN, 16), Attribute.of(Cka.ALWAYS_SENSITIVE, true)))),
                desk -> desk.aes(desk.ready()));
        pair(
                Mistake.READS_A_SECRET,
                desk -> {
                    long session = desk.ready();
                    desk.call(new Objects.GetAttributeValue(
                            session,
                            desk.aes(session, Attribute.of(Cka.SENSITIVE, true)),
                            QueryTemplate.of(AttributeQuery.value(Cka.VALUE, 16))));
                },
                desk -> wrap(desk, true));
        pair(Mistake.NOT_EXTRACTABLE, desk -> wrap(desk, false), desk -> wrap(desk, true));
        pair(Mistake.STALE_HANDLE, desk -> reopened(desk, false), desk -> reopened(desk, true));
        pair(Mistake.ATTRIBUTE_OF_OTHER_OBJECTS, desk -> read(desk, Cka.MODULUS), desk -> read(desk, Cka.LABEL));
    }

    private void searches() {
        pair(
                Mistake.PRIVATE_OBJECT_WITHOUT_LOGIN,
                desk -> find(desk, desk.initialise().open(false), "x"),
                desk -> {
                    long session = desk.ready();
                    create(desk, session, Attribute.of(Cka.LABEL, "x"), Attribute.of(Cka.PRIVATE, true));
                    find(desk, session, "x");
                });
        pair(Mistake.SESSION_OBJECT_IS_GONE, desk -> again(desk, false), desk -> again(desk, true));
    }

    private static void create(Desk desk, long session, Attribute... more) {
        List<Attribute> template = new ArrayList<>(List.of(Attribute.of(Cka.CLASS, Cko.DATA)));
        template.addAll(List.of(more));
        desk.call(new Objects.CreateObject(session, Template.of(template)));
    }

    private static void setPin(Desk desk, String pin) {
        desk.call(new SlotsAndTokens.SetPIN(desk.ready(), Bytes.utf8(Recorded.USER_PIN), Bytes.utf8(pin)));
    }

    private static void digestInit(Desk desk, long session) {
        desk.call(new Digesting.DigestInit(session, Mechanism.of(Ckm.SHA256)));
    }

    private static void digest(Desk desk, int room) {
        long session = desk.ready();
        digestInit(desk, session);
        desk.call(new Digesting.Digest(session, BLOCK, Buffer.of(room)));
    }

    private static void signInit(Desk desk, long mechanism) {
        long session = desk.ready();
        long key = desk.aes(session, Attribute.of(Cka.SIGN, true));
        desk.call(new Signing.SignInit(session, Mechanism.of(mechanism), key));
    }

    private static void encrypt(Desk desk, Mechanism mechanism, int length, boolean permitted) {
        long session = desk.ready();
        long key = desk.aes(session, Attribute.of(Cka.ENCRYPT, permitted));
        desk.call(new Encryption.EncryptInit(session, mechanism, key));
        if (permitted) {
            desk.call(new Encryption.Encrypt(session, Bytes.of(new byte[length]), Buffer.of(32)));
        }
    }

    /// Signs with CMAC and verifies with the mechanism given, of four bytes if it takes a length.
    private static void verify(Desk desk, long mechanism) {
        long session = desk.ready();
        long key = desk.aes(session, Attribute.of(Cka.SIGN, true), Attribute.of(Cka.VERIFY, true));
        desk.call(new Signing.SignInit(session, Mechanism.of(Ckm.AES_CMAC), key));
        Bytes signature = Bytes.of(desk.call(new Signing.Sign(session, BLOCK, Buffer.of(16)))
                .outputs()
                .array());
        Mechanism other = mechanism == Ckm.AES_CMAC_GENERAL
                ? Mechanism.of(mechanism, new dev.tokki.api.parameter.Parameter.ULong(4))
                : Mechanism.of(mechanism);
        desk.call(new Verification.VerifyInit(session, other, key));
        desk.call(new Verification.Verify(session, BLOCK, signature));
    }

    private static void wrap(Desk desk, boolean extractable) {
        long session = desk.ready();
        long wrapping = desk.aes(session, Attribute.of(Cka.WRAP, true));
        long key = desk.aes(session, Attribute.of(Cka.EXTRACTABLE, extractable));
        desk.call(new KeyManagement.WrapKey(session, Mechanism.of(Ckm.AES_KEY_WRAP), wrapping, key, Buffer.of(64)));
    }

    private static void reopened(Desk desk, boolean onToken) {
        long session = desk.ready();
        long other = desk.open(true);
        long key = desk.aes(other, Attribute.of(Cka.TOKEN, onToken));
        desk.call(new Sessions.CloseSession(other));
        desk.call(new Objects.GetObjectSize(session, key));
    }

    private static void read(Desk desk, long attribute) {
        long session = desk.ready();
        long key = desk.aes(session);
        desk.call(new Objects.GetAttributeValue(session, key, QueryTemplate.of(AttributeQuery.length(attribute))));
    }

    private static void find(Desk desk, long session, String label) {
        desk.call(new Objects.FindObjectsInit(session, Template.of(Attribute.of(Cka.LABEL, label))));
        desk.call(new Objects.FindObjects(session, Fill.of(5)));
        desk.call(new Objects.FindObjectsFinal(session));
    }

    private static void again(Desk desk, boolean onToken) {
        desk.ready();
        long other = desk.open(true);
        create(desk, other, Attribute.of(Cka.LABEL, "mine"), Attribute.of(Cka.TOKEN, onToken));
        desk.call(new Sessions.CloseSession(other));
        find(desk, desk.open(true), "mine");
    }
}
