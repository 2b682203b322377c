package dev.tokki.nativeadapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.Version;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.GeneralPurpose.GetFunctionList;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.call.RandomNumbers.GenerateRandom;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.LoginUser;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.Signing.Sign;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.call.SlotsAndTokens.InitPIN;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The adapter on SoftHSM: a C module of version 2.40.
final class SoftHsmTest {
    private static final Bytes SO_PIN = Bytes.utf8("12345678");
    private static final Bytes PIN = Bytes.utf8("1234");

    private NativeModule module;
    private long slot;

    @BeforeEach
    void initializeToken(@TempDir Path directory) {
        module = NativeModule.load(Modules.SOFTHSM, Modules.softHsm(directory));
        assertOk(module.call(new Initialize(InitializeArgs.flags(Ckf.OS_LOCKING_OK))));
        long empty = firstSlot();
        assertOk(module.call(new InitToken(empty, SO_PIN, Bytes.utf8("tokki test                      "))));
        slot = firstSlot();
        long session = open();
        assertOk(module.call(new Login(session, Cku.SO, SO_PIN)));
        assertOk(module.call(new InitPIN(session, PIN)));
        assertOk(module.call(new dev.tokki.api.call.Sessions.CloseSession(session)));
    }

    @AfterEach
    void finalizeModule() {
        if (module != null) {
            module.close();
        }
    }

    @Test
    void infoHasTrimmedTextsAndVersions() {
        var info = module.call(new GetInfo()).outputs();
        assertThat(info.manufacturer()).isEqualTo("SoftHSM");
        assertThat(info.cryptokiVersion()).isEqualTo(Version.V2_40);
        assertThat(info.libraryVersion().major()).isEqualTo(2);
        assertThat(module.call(new GetFunctionList()).outputs()).isEqualTo(module.tableVersion());
    }

    @Test
    void tokenInfoHasLabelFlagsAndUnavailableCounts() {
        var info = module.call(new GetTokenInfo(slot)).outputs();
        assertThat(info.label()).isEqualTo("tokki test");
        assertThat(info.flags() & Ckf.TOKEN_INITIALIZED).isNotZero();
        assertThat(info.totalPublicMemory()).isEqualTo(-1L);
    }

    @Test
    void listsAreQueriedFilledAndTooShort() {
        ULongs query = module.call(new GetSlotList(false, Buffer.query())).outputs();
        assertThat(query.count()).isEqualTo(2);
        assertThat(query.values()).isNull();
        assertThat(module.call(new GetSlotList(false, Buffer.of(10))).outputs().values())
                .hasSize(2);
        Reply<ULongs> small = module.call(new GetSlotList(false, Buffer.of(1)));
        assertThat(small.rv().is(Ckr.BUFFER_TOO_SMALL)).isTrue();
        assertThat(small.outputs()).isEqualTo(ULongs.count(2));
    }

    @Test
    void functionsOfLaterVersionsAreRefusedWithAReason() {
        Reply<Void> reply = module.call(new LoginUser(1, Cku.USER, PIN, Bytes.utf8("nobody")));
        assertThat(reply.rv().is(Ckr.FUNCTION_NOT_SUPPORTED)).isTrue();
        assertThat(reply.why()).get().asString().contains("C_LoginUser", "3.0");
        assertThat(module.has(Function.LOGIN_USER)).isFalse();
    }

    @Test
    void ecdsaSignsAndVerifies() {
        long session = logIn();
        KeyPair keys = module.call(new GenerateKeyPair(
                        session,
                        Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                        Template.of(
                                Attribute.of(
                                        Cka.EC_PARAMS,
                                        Bytes.hex("06082a8648ce3d030107").array()),
                                Attribute.of(Cka.VERIFY, true)),
                        Template.of(Attribute.of(Cka.SIGN, true))))
                .outputs();
        assertOk(module.call(new SignInit(session, Mechanism.of(Ckm.ECDSA), keys.privateKey())));
        Bytes data = Bytes.of(new byte[32]);
        assertThat(module.call(new Sign(session, data, Buffer.query())).outputs())
                .isEqualTo(Output.length(64));
        Reply<Output> small = module.call(new Sign(session, data, Buffer.of(3)));
        assertThat(small.rv().is(Ckr.BUFFER_TOO_SMALL)).isTrue();
        assertThat(small.outputs()).isEqualTo(Output.length(64));
        Output signature = module.call(new Sign(session, data, Buffer.of(64))).outputs();
        assertOk(module.call(new Verification.VerifyInit(session, Mechanism.of(Ckm.ECDSA), keys.publicKey())));
        assertOk(module.call(new Verification.Verify(session, data, Bytes.of(signature.array()))));
    }

    @Test
    void attributesComeBackByTheirKinds() {
        long session = logIn();
        long object = module.call(new CreateObject(
                        session,
                        Template.of(
                                Attribute.of(Cka.CLASS, Cko.DATA),
                                Attribute.of(Cka.LABEL, "a thing"),
                                Attribute.of(Cka.TOKEN, false),
                                Attribute.of(Cka.VALUE, new byte[] {1, 2, 3}))))
                .outputs();
        Reply<List<AttributeReply>> reply = module.call(new GetAttributeValue(
                session,
                object,
                QueryTemplate.of(
                        AttributeQuery.value(Cka.CLASS, 8),
                        AttributeQuery.value(Cka.TOKEN, 1),
                        AttributeQuery.value(Cka.LABEL, 100),
                        AttributeQuery.length(Cka.VALUE),
                        AttributeQuery.value(Cka.MODULUS, 100))));
        assertThat(reply.rv().is(Ckr.ATTRIBUTE_TYPE_INVALID)).isTrue();
        assertThat(reply.outputs())
                .containsExactly(
                        new AttributeReply(Cka.CLASS, 8, Value.of(Cko.DATA)),
                        new AttributeReply(Cka.TOKEN, 1, Value.of(false)),
                        new AttributeReply(Cka.LABEL, 7, Value.of("a thing")),
                        new AttributeReply(Cka.VALUE, 3, null),
                        AttributeReply.unavailable(Cka.MODULUS));
        assertOk(module.call(new FindObjectsInit(session, Template.of(Attribute.of(Cka.LABEL, "a thing")))));
        assertThat(module.call(new FindObjects(session, Fill.of(10))).outputs()).isEqualTo(ULongs.of(object));
        assertThat(module.call(new FindObjects(session, Fill.of(10))).outputs()).isEqualTo(ULongs.of());
    }

    @Test
    void digestAndRandomBytesAreOfTheLengthAskedFor() {
        long session = open();
        assertOk(module.call(new Digesting.DigestInit(session, Mechanism.of(Ckm.SHA256))));
        assertThat(Bytes.of(module.call(new Digesting.Digest(session, Bytes.utf8("abc"), Buffer.of(100)))
                                .outputs()
                                .array())
                        .hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(module.call(new GenerateRandom(session, Fill.of(100_000)))
                        .outputs()
                        .length())
                .isEqualTo(100_000);
    }

    @Test
    void mutexesOfTheApplicationServeItsThreads() throws Exception {
        assertOk(module.call(new Finalize()));
        assertOk(module.call(new Initialize(new InitializeArgs(InitializeArgs.Mutexes.ALL, 0, null))));
        slot = firstSlot();
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(new byte[100]);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> rounds = Stream.generate(() -> threads.submit(() -> digests(expected)))
                    .limit(4)
                    .toList();
            for (Future<Integer> round : rounds) {
                assertThat(round.get()).isEqualTo(200);
            }
        }
    }

    /// {@return how many digests were right}
    private int digests(byte[] expected) {
        long session = open();
        int right = 0;
        for (int i = 0; i < 200; i++) {
            assertOk(module.call(new Digesting.DigestInit(session, Mechanism.of(Ckm.SHA256))));
            Bytes digest = Bytes.of(module.call(new Digesting.Digest(session, Bytes.of(new byte[100]), Buffer.of(32)))
                    .outputs()
                    .array());
            right += Arrays.equals(digest.array(), expected) ? 1 : 0;
        }
        return right;
    }

    @Test
    void someMutexesAreRefusedBySoftHsm() {
        assertOk(module.call(new Finalize()));
        var reply = module.call(new Initialize(new InitializeArgs(InitializeArgs.Mutexes.SOME, 0, null)));
        assertThat(reply.rv().value()).isEqualTo(Ckr.ARGUMENTS_BAD);
    }

    @Test
    void roomBeyondReasonIsRefusedByTheAdapter() {
        long session = open();
        Reply<Bytes> reply = module.call(new GenerateRandom(session, Fill.of(1L << 40)));
        assertThat(reply.rv().is(Ckr.HOST_MEMORY)).isTrue();
        assertThat(reply.why()).isPresent();
    }

    private long firstSlot() {
        return module.call(new GetSlotList(false, Buffer.of(10))).outputs().toArray()[0];
    }

    private long open() {
        return module.call(new OpenSession(slot, Ckf.SERIAL_SESSION | Ckf.RW_SESSION))
                .outputs();
    }

    private long logIn() {
        long session = open();
        assertOk(module.call(new Login(session, Cku.USER, PIN)));
        return session;
    }

    private static void assertOk(Reply<?> reply) {
        assertThat(reply.rv()).hasToString("CKR_OK");
    }
}
