package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.KeyManagement.DeriveKey;
import dev.tokki.api.call.KeyManagement.GenerateKey;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.Objects.CopyObject;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.call.Sessions.GetSessionValidationFlags;
import dev.tokki.api.call.Signing;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Ckv;
import dev.tokki.emulator.object.Coverage;
import dev.tokki.emulator.object.Equipment;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sessions and keys tell whether what was done is covered by the token's validations (section 4.17.3).
class ValidationFlagsTest {
    private static final long FIPS = 1;
    private static final long NARROW = 4;
    private static final Bytes TEXT = Bytes.utf8("text");

    private final Bench bench = Bench.on(Emulator.builder()
            .policy(TokenPolicy.standard()
                    .withEquipment(Equipment.standard()
                            .withValidations(List.of(
                                    validation(FIPS).covering(Coverage.approved()),
                                    validation(NARROW)
                                            .covering(new Coverage(
                                                    Set.of(Ckm.SHA256, Ckm.GENERIC_SECRET_KEY_GEN, Ckm.SHA256_HMAC),
                                                    Map.of(),
                                                    false))))))
            .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
            .build());
    private final long session = bench.openAsUser();

    private static Equipment.Validation validation(long flag) {
        return new Equipment.Validation(
                Ckv.TYPE_SOFTWARE, 3, 0, 1, "Tokki", flag, Ckv.AUTHORITY_TYPE_UNSPECIFIED, "", "", "", "", "");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private long last() {
        return bench.get(new GetSessionValidationFlags(session, Cks.LAST_VALIDATION_OK));
    }

    private void digest(long mechanism) {
        bench.ok(new Digesting.DigestInit(session, Mechanism.of(mechanism)));
        bench.ok(new Digesting.Digest(session, TEXT, Buffer.of(64)));
    }

    private long flags(long key) {
        return bench.get(new GetAttributeValue(
                                        session,
                                        key,
                                        QueryTemplate.of(AttributeQuery.value(Cka.OBJECT_VALIDATION_FLAGS, 8))))
                                .getFirst()
                                .value()
                        instanceof Value.ULong flags
                ? flags.value()
                : -1;
    }

    private long secret(int bytes) {
        return bench.get(new GenerateKey(
                session,
                Mechanism.of(Ckm.GENERIC_SECRET_KEY_GEN),
                Template.of(
                        Attribute.of(Cka.VALUE_LEN, bytes),
                        Attribute.of(Cka.SIGN, true),
                        Attribute.of(Cka.DERIVE, true))));
    }

    private void sign(long mechanism, long key) {
        bench.ok(new Signing.SignInit(session, Mechanism.of(mechanism), key));
        bench.ok(new Signing.Sign(session, TEXT, Buffer.of(64)));
    }

    @Test
    void theLastOperationThatWasCompletedCounts() {
        assertThat(last()).isZero();
        digest(Ckm.SHA256);
        assertThat(last()).isEqualTo(FIPS | NARROW);
        digest(Ckm.SHA384);
        assertThat(last()).isEqualTo(FIPS);
        digest(Ckm.MD5);
        assertThat(last()).isZero();
    }

    @Test
    void whatIsOnlyBegunOrFailsDoesNotCount() {
        digest(Ckm.SHA256);
        bench.ok(new Digesting.DigestInit(session, Mechanism.of(Ckm.MD5)));
        bench.ok(new Digesting.DigestUpdate(session, TEXT));
        assertThat(last()).isEqualTo(FIPS | NARROW);
        bench.ok(new Digesting.DigestFinal(session, Buffer.query()));
        assertThat(last()).isEqualTo(FIPS | NARROW);
        bench.ok(new Digesting.DigestFinal(session, Buffer.of(64)));
        assertThat(last()).isZero();
    }

    @Test
    void aKeyThatIsNotCoveredCoversNothing() {
        long large = secret(32);
        assertThat(last()).isEqualTo(FIPS | NARROW);
        assertThat(flags(large)).isEqualTo(FIPS | NARROW);
        sign(Ckm.SHA256_HMAC, large);
        assertThat(last()).isEqualTo(FIPS | NARROW);
        long small = secret(8);
        assertThat(flags(small)).as("112 bits are the least").isEqualTo(NARROW);
        sign(Ckm.SHA256_HMAC, small);
        assertThat(last()).isEqualTo(NARROW);
        sign(Ckm.SHA_1_HMAC, large);
        assertThat(last()).isZero();
    }

    @Test
    void whatIsDerivedIsNoBetterThanItsBaseKeyAndItsMechanism() {
        long base = secret(32);
        long derived = bench.get(new DeriveKey(
                session,
                Mechanism.of(Ckm.SHA256_KEY_DERIVATION),
                base,
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                        Attribute.of(Cka.VALUE_LEN, 16))));
        assertThat(flags(derived)).as("a mechanism that is not covered").isZero();
        assertThat(last()).isZero();
    }

    @Test
    void keysFromOutsideAreCoveredWhereTheValidationSaysSo() {
        long created = bench.get(new CreateObject(
                session,
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                        Attribute.of(Cka.SIGN, true),
                        Attribute.of(Cka.VALUE, new byte[32]))));
        assertThat(flags(created)).isEqualTo(FIPS);
        long copy = bench.get(new CopyObject(session, created, Template.of(Attribute.of(Cka.LABEL, "copy"))));
        assertThat(flags(copy)).isEqualTo(FIPS);
    }

    @Test
    void bothKeysOfAPairTellAndTheSizeMatters() {
        KeyPair pair = bench.get(new GenerateKeyPair(
                session,
                Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                Template.of(Attribute.of(Cka.MODULUS_BITS, 1024)),
                Template.of()));
        assertThat(flags(pair.publicKey())).isZero();
        assertThat(flags(pair.privateKey())).isZero();
        KeyPair curve = bench.get(new GenerateKeyPair(
                session,
                Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                Template.of(Attribute.of(
                        Cka.EC_PARAMS, Bytes.hex("06082a8648ce3d030107").array())),
                Template.of()));
        assertThat(flags(curve.publicKey())).isEqualTo(FIPS);
        assertThat(flags(curve.privateKey())).isEqualTo(FIPS);
    }

    @Test
    void aTemplateCannotClaimAValidation() {
        bench.expect(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                new CreateObject(
                        session,
                        Template.of(
                                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                                Attribute.of(Cka.OBJECT_VALIDATION_FLAGS, FIPS | NARROW),
                                Attribute.of(Cka.VALUE, new byte[32]))));
        bench.expect(
                Ckr.ATTRIBUTE_READ_ONLY,
                new GenerateKey(
                        session,
                        Mechanism.of(Ckm.GENERIC_SECRET_KEY_GEN),
                        Template.of(
                                Attribute.of(Cka.VALUE_LEN, 8),
                                Attribute.of(Cka.OBJECT_VALIDATION_FLAGS, FIPS | NARROW))));
    }
}
