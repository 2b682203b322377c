package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Digesting.Digest;
import dev.tokki.api.call.Digesting.DigestFinal;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.Digesting.DigestUpdate;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.call.KeyManagement.WrapKey;
import dev.tokki.api.call.Objects.CopyObject;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.call.Objects.GetObjectSize;
import dev.tokki.api.call.Objects.SetAttributeValue;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.Signing.Sign;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.call.SlotsAndTokens.GetSlotInfo;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each point of the specification that can be read in two ways is read as Tokki does, and in the other way if
/// the token is told so.
class ReadingsTest {
    private static final Attribute SECRET = Attribute.of(Cka.CLASS, Cko.SECRET_KEY);
    private static final Attribute AES = Attribute.of(Cka.KEY_TYPE, Ckk.AES);
    private static final Attribute VALUE = Attribute.of(Cka.VALUE, new byte[16]);
    private static final Attribute DATA = Attribute.of(Cka.CLASS, Cko.DATA);
    private static final Attribute P256 =
            Attribute.of(Cka.EC_PARAMS, Bytes.hex("06082a8648ce3d030107").array());
    private static final Attribute ED25519 =
            Attribute.of(Cka.EC_PARAMS, Bytes.hex("06032b6570").array());

    /// What is seen of a point on a token.
    private record Seen(Bench bench, Session session, boolean other) {
        void expect(long standard, long otherwise, dev.tokki.api.call.Call<?> call) {
            bench.expect(other ? otherwise : standard, call);
        }

        TokenObject aes(Attribute... more) {
            List<Attribute> template = new ArrayList<>(List.of(SECRET, AES, VALUE));
            template.addAll(List.of(more));
            return session.create(template.toArray(Attribute[]::new));
        }

        void truth(boolean standard, TokenObject object, long attribute) {
            assertThat(object.bool(attribute)).isEqualTo(other != standard);
        }

        Pair pair(long mechanism, Attribute curve) {
            return session.generateKeyPair(
                    Mechanism.of(mechanism), List.of(curve), List.of(Attribute.of(Cka.SIGN, true)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachPointIsReadInBothWays(OtherReading reading) {
        for (boolean other : new boolean[] {false, true}) {
            TokenPolicy policy = other ? TokenPolicy.standard().withReading(reading) : TokenPolicy.standard();
            try (Bench bench = Bench.on(Emulator.builder()
                            .policy(policy)
                            .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
                            .build());
                    Session session =
                            bench.token().openReadWrite().login(dev.tokki.api.constant.Cku.USER, Bench.USER_PIN)) {
                look(reading, new Seen(bench, session, other));
            }
        }
    }

    private static void look(OtherReading reading, Seen seen) {
        long session = seen.session().handle();
        switch (reading) {
            case LOGOUT_WITHOUT_LOGIN -> {
                seen.bench().ok(new Logout(session));
                seen.expect(Ckr.USER_NOT_LOGGED_IN, Ckr.OK, new Logout(session));
            }
            case OPERATIONS_SURVIVE_LOGOUT -> {
                seen.bench()
                        .ok(new SignInit(
                                session,
                                Mechanism.of(Ckm.ECDSA),
                                seen.pair(Ckm.EC_KEY_PAIR_GEN, P256)
                                        .privateKey()
                                        .handle()));
                seen.bench().ok(new Logout(session));
                seen.expect(
                        Ckr.OPERATION_NOT_INITIALIZED,
                        Ckr.OK,
                        new Sign(session, Bytes.of(new byte[32]), Buffer.of(64)));
            }
            case EC_POINT_RAW -> {
                Pair pair = seen.pair(Ckm.EC_KEY_PAIR_GEN, P256);
                assertThat(pair.publicKey().bytes(Cka.EC_POINT)).hasSize(seen.other() ? 65 : 67);
                assertThat(works(pair, Ckm.ECDSA)).isTrue();
            }
            case EDWARDS_POINT_IN_DER -> {
                Pair pair = seen.pair(Ckm.EC_EDWARDS_KEY_PAIR_GEN, ED25519);
                assertThat(pair.publicKey().bytes(Cka.EC_POINT)).hasSize(seen.other() ? 34 : 32);
                assertThat(works(pair, Ckm.EDDSA)).isTrue();
            }
            case EMPTY_ALLOWED_MECHANISMS_FORBID ->
                seen.expect(
                        Ckr.OK,
                        Ckr.MECHANISM_INVALID,
                        new EncryptInit(
                                session,
                                Mechanism.of(Ckm.AES_ECB),
                                seen.aes(new Attribute(Cka.ALLOWED_MECHANISMS, Value.ofULongs()))
                                        .handle()));
            case DUPLICATES_REFUSED ->
                seen.expect(Ckr.OK, Ckr.TEMPLATE_INCONSISTENT, new CreateObject(session, Template.of(DATA, DATA)));
            case LAST_DUPLICATE_COUNTS -> {
                Attribute one = Attribute.of(Cka.LABEL, "one");
                Attribute two = Attribute.of(Cka.LABEL, "two");
                seen.expect(Ckr.TEMPLATE_INCONSISTENT, Ckr.OK, new CreateObject(session, Template.of(DATA, one, two)));
                assertThat(seen.session().find(two)).hasSize(seen.other() ? 1 : 0);
            }
            case SECRET_KEYS_SENSITIVE -> seen.truth(false, seen.aes(), Cka.SENSITIVE);
            case KEYS_UNEXTRACTABLE -> seen.truth(true, seen.aes(), Cka.EXTRACTABLE);
            case NO_USE_UNLESS_SAID -> seen.truth(true, seen.aes(), Cka.ENCRYPT);
            case PUBLIC_UNLESS_SAID -> seen.truth(true, seen.aes(), Cka.PRIVATE);
            case DATA_PRIVATE_UNLESS_SAID -> {
                seen.truth(false, seen.session().create(DATA), Cka.PRIVATE);
                assertThat(seen.aes().bool(Cka.PRIVATE)).isTrue();
            }
            case ANY_BYTES_AS_TEXT -> {
                Attribute label = Attribute.of(Cka.LABEL, new byte[] {(byte) 0xFF});
                seen.expect(Ckr.ATTRIBUTE_VALUE_INVALID, Ckr.OK, new CreateObject(session, Template.of(DATA, label)));
                assertThat(seen.session().find(label)).hasSize(seen.other() ? 1 : 0);
            }
            case ANY_BYTES_AS_DATE ->
                seen.expect(
                        Ckr.ATTRIBUTE_VALUE_INVALID,
                        Ckr.OK,
                        new CreateObject(
                                session, Template.of(SECRET, AES, VALUE, Attribute.of(Cka.START_DATE, "20009999"))));
            case ANY_NUMBERS_AS_GROUP ->
                seen.expect(
                        Ckr.DOMAIN_PARAMS_INVALID,
                        Ckr.OK,
                        new CreateObject(
                                session,
                                Template.of(
                                        Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                                        Attribute.of(Cka.KEY_TYPE, Ckk.DH),
                                        Attribute.of(Cka.PRIME, new byte[] {15}),
                                        Attribute.of(Cka.BASE, new byte[] {2}),
                                        Attribute.of(Cka.VALUE, new byte[] {4}))));
            case ABSENT_ARRAYS_ARE_EMPTY ->
                seen.expect(
                        Ckr.ATTRIBUTE_TYPE_INVALID,
                        Ckr.OK,
                        new GetAttributeValue(
                                session,
                                seen.aes().handle(),
                                QueryTemplate.of(
                                        AttributeQuery.length(Cka.ALLOWED_MECHANISMS),
                                        AttributeQuery.length(Cka.WRAP_TEMPLATE))));
            case OBJECT_SIZE_UNKNOWN -> {
                long size =
                        seen.bench().get(new GetObjectSize(session, seen.aes().handle()));
                assertThat(size == Ck.UNAVAILABLE_INFORMATION).isEqualTo(seen.other());
            }
            case WRAP_TEMPLATE_NOT_WRAPPABLE -> {
                TokenObject wrapping = seen.aes(new Attribute(
                        Cka.WRAP_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.LABEL, "wrappable")))));
                seen.expect(
                        Ckr.KEY_HANDLE_INVALID,
                        Ckr.KEY_NOT_WRAPPABLE,
                        new WrapKey(
                                session,
                                Mechanism.of(Ckm.AES_KEY_WRAP),
                                wrapping.handle(),
                                seen.aes().handle(),
                                Buffer.of(100)));
            }
            case NO_PUBLIC_COPY_OF_PRIVATE ->
                seen.expect(
                        Ckr.OK,
                        Ckr.TEMPLATE_INCONSISTENT,
                        new CopyObject(session, seen.aes().handle(), Template.of(Attribute.of(Cka.PRIVATE, false))));
            case BUILT_IN_OBJECTS_IN_EVERY_SEARCH ->
                assertThat(seen.session().find().isEmpty()).isNotEqualTo(seen.other());
            case ONE_OPERATION_AT_A_TIME -> {
                seen.bench().ok(new DigestInit(session, Mechanism.of(Ckm.SHA256)));
                seen.expect(
                        Ckr.OK,
                        Ckr.OPERATION_ACTIVE,
                        new EncryptInit(
                                session, Mechanism.of(Ckm.AES_ECB), seen.aes().handle()));
                seen.expect(Ckr.OK, Ckr.OPERATION_ACTIVE, new FindObjectsInit(session, Template.of()));
            }
            case NULL_MECHANISM_REFUSED -> {
                seen.bench().ok(new DigestInit(session, Mechanism.of(Ckm.SHA256)));
                seen.expect(Ckr.OK, Ckr.ARGUMENTS_BAD, new DigestInit(session, null));
                seen.expect(
                        Ckr.OPERATION_NOT_INITIALIZED,
                        Ckr.OK,
                        new Digest(session, Bytes.of(new byte[1]), Buffer.of(32)));
            }
            case BAD_ARGUMENTS_KEEP_OPERATION -> {
                seen.bench().ok(new DigestInit(session, Mechanism.of(Ckm.SHA256)));
                seen.bench().expect(Ckr.ARGUMENTS_BAD, new DigestUpdate(session, Bytes.nullOf(3)));
                seen.expect(Ckr.OPERATION_NOT_INITIALIZED, Ckr.OK, new DigestFinal(session, Buffer.of(32)));
            }
            case SERIAL_FLAG_NOT_NEEDED ->
                seen.expect(Ckr.SESSION_PARALLEL_NOT_SUPPORTED, Ckr.OK, new OpenSession(0, Ckf.RW_SESSION));
            case UNEXTRACTABLE_VALUES_SHOWN -> {
                QueryTemplate value = QueryTemplate.of(AttributeQuery.value(Cka.VALUE, 16));
                Attribute kept = Attribute.of(Cka.EXTRACTABLE, false);
                seen.expect(
                        Ckr.ATTRIBUTE_SENSITIVE,
                        Ckr.OK,
                        new GetAttributeValue(session, seen.aes(kept).handle(), value));
                seen.bench()
                        .expect(
                                Ckr.ATTRIBUTE_SENSITIVE,
                                new GetAttributeValue(
                                        session,
                                        seen.aes(kept, Attribute.of(Cka.SENSITIVE, true))
                                                .handle(),
                                        value));
            }
            case TRUSTED_BY_ANYBODY ->
                seen.expect(
                        Ckr.ATTRIBUTE_READ_ONLY,
                        Ckr.OK,
                        new SetAttributeValue(
                                session, seen.aes().handle(), Template.of(Attribute.of(Cka.TRUSTED, true))));
            case SLOT_CHANGES_AT_ONCE -> {
                seen.bench().emulator().addReader(9);
                seen.expect(Ckr.SLOT_ID_INVALID, Ckr.OK, new GetSlotInfo(9));
            }
        }
    }

    private static boolean works(Pair pair, long mechanism) {
        byte[] data = new byte[32];
        Key publicKey = pair.publicKey();
        return publicKey.verify(Mechanism.of(mechanism), data, pair.privateKey().sign(Mechanism.of(mechanism), data));
    }
}
