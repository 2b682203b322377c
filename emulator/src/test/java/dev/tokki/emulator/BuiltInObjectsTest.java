package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Template;
import dev.tokki.api.call.Objects.CopyObject;
import dev.tokki.api.call.Objects.DestroyObject;
import dev.tokki.api.call.Objects.SetAttributeValue;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckh;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.constant.Ckv;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.emulator.object.Equipment;
import dev.tokki.emulator.object.Equipment.ClockSetter;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.token.TokenPolicy;
import dev.tokki.storage.PinHardness;
import dev.tokki.storage.StoreKey;
import dev.tokki.storage.Stores;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Objects that are part of a token (sections 4.4, 4.15, 4.16 and 4.17).
class BuiltInObjectsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Equipment.Display DISPLAY =
            new Equipment.Display(1280, 1024, 96, 24, 80, true, 24, "4;3", "7bit;base64", "text/plain");
    private static final Equipment.Validation VALIDATION = new Equipment.Validation(
            Ckv.TYPE_SOFTWARE,
            3,
            1,
            2,
            "Tokki",
            1,
            Ckv.AUTHORITY_TYPE_NIST_CMVP,
            "KR",
            "4242",
            "https://example.org/4242",
            "",
            "");

    private static Bench with(Equipment equipment) {
        return with(TokenPolicy.standard().withEquipment(equipment));
    }

    private static Bench with(TokenPolicy policy) {
        return Bench.on(Emulator.builder()
                .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN).withPolicy(policy))
                .build());
    }

    private static TokenObject feature(Session session, long type) {
        return session.find(Attribute.of(Cka.CLASS, Cko.HW_FEATURE), Attribute.of(Cka.HW_FEATURE_TYPE, type))
                .getFirst();
    }

    @Test
    void aClockTicksAndIsTheOneOfTheTokenInfo() {
        try (Bench bench = with(Equipment.standard().withClock(NOON, ClockSetter.SO));
                Session session = bench.token().openReadOnly()) {
            assertThat(Bytes.of(feature(session, Ckh.CLOCK).bytes(Cka.VALUE)).text())
                    .isEqualTo("2026112412000000");
            assertThat(bench.tokenInfo().utcTime()).isEqualTo("2026112412000000");
            assertThat(bench.tokenInfo().flags() & Ckf.CLOCK_ON_TOKEN).isNotZero();
        }
    }

    @Test
    void theClockIsSetByWhomTheDevicePermits() {
        Attribute year2030 = Attribute.of(Cka.VALUE, "2030010100000000");
        try (Bench bench = with(Equipment.standard().withClock(NOON, ClockSetter.SO));
                Session session = bench.token().openReadWrite()) {
            TokenObject clock = feature(session, Ckh.CLOCK);
            var set = new SetAttributeValue(session.handle(), clock.handle(), Template.of(year2030));
            bench.expect(Ckr.USER_NOT_LOGGED_IN, set);
            session.login(Cku.USER, Bench.USER_PIN);
            bench.expect(Ckr.USER_NOT_LOGGED_IN, set);
            session.logout().login(Cku.SO, Bench.SO_PIN);
            bench.ok(set);
            assertThat(Bytes.of(clock.bytes(Cka.VALUE)).text()).isEqualTo("2030010100000000");
            bench.expect(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    new SetAttributeValue(
                            session.handle(),
                            clock.handle(),
                            Template.of(Attribute.of(Cka.VALUE, "2030130100000000"))));
        }
        try (Bench bench = with(Equipment.standard().withClock(NOON, ClockSetter.NOBODY));
                Session session = bench.token().openReadWrite().login(Cku.SO, Bench.SO_PIN)) {
            bench.expect(
                    Ckr.ATTRIBUTE_READ_ONLY,
                    new SetAttributeValue(
                            session.handle(), feature(session, Ckh.CLOCK).handle(), Template.of(year2030)));
        }
    }

    @Test
    void aCounterIncreasesEachTimeItIsRead() {
        try (Bench bench = Bench.ready();
                Session session = bench.token().openReadOnly()) {
            TokenObject counter = feature(session, Ckh.MONOTONIC_COUNTER);
            List<BigInteger> values = LongStream.range(0, 1500)
                    .mapToObj(read -> new BigInteger(1, counter.bytes(Cka.VALUE)))
                    .toList();
            assertThat(values).isSorted().doesNotHaveDuplicates();
            assertThat(counter.bool(Cka.RESET_ON_INIT)).isFalse();
            assertThat(counter.bool(Cka.HAS_RESET)).isFalse();
        }
    }

    @Test
    void aCounterGoesOnAfterInitialisationUnlessItIsResetByIt() {
        for (boolean resets : List.of(false, true)) {
            try (Bench bench = with(Equipment.standard().withCounter(new Equipment.Counter(resets)))) {
                BigInteger before = count(bench);
                bench.ok(new InitToken(0, Bytes.utf8(Bench.SO_PIN), Token.paddedLabel("anew")));
                assertThat(count(bench).compareTo(before)).isEqualTo(resets ? 0 : 1);
                try (Session session = bench.token().openReadOnly()) {
                    TokenObject counter = feature(session, Ckh.MONOTONIC_COUNTER);
                    assertThat(counter.bool(Cka.RESET_ON_INIT)).isEqualTo(resets);
                    assertThat(counter.bool(Cka.HAS_RESET)).isEqualTo(resets);
                }
            }
        }
    }

    @Test
    void aCounterNeverTellsANumberAgainAfterARestart(@TempDir Path folder) {
        try (StoreKey key = StoreKey.random()) {
            BigInteger last = BigInteger.ZERO;
            Stores.create(folder, key, PinHardness.FAST).close();
            for (int restart = 0; restart < 3; restart++) {
                try (Bench bench = Bench.on(Emulator.builder()
                        .store(Stores.open(folder, key, PinHardness.FAST))
                        .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
                        .build())) {
                    BigInteger next = count(bench);
                    assertThat(next).isGreaterThan(last);
                    last = next;
                }
            }
        }
    }

    private static BigInteger count(Bench bench) {
        try (Session session = bench.token().openReadOnly()) {
            return new BigInteger(1, feature(session, Ckh.MONOTONIC_COUNTER).bytes(Cka.VALUE));
        }
    }

    /// What the set of CMS attributes is worth is read by another parser of DER.
    @Test
    void theMechanismOfCmsTellsItsAttributes() throws IOException {
        try (Bench bench = Bench.ready();
                Session session = bench.token().openReadOnly()) {
            TokenObject mechanism = session.find(
                            Attribute.of(Cka.CLASS, Cko.MECHANISM), Attribute.of(Cka.MECHANISM_TYPE, Ckm.CMS_SIG))
                    .getFirst();
            for (long attribute :
                    new long[] {Cka.REQUIRED_CMS_ATTRIBUTES, Cka.DEFAULT_CMS_ATTRIBUTES, Cka.SUPPORTED_CMS_ATTRIBUTES
                    }) {
                assertThat(ASN1Set.getInstance(ASN1Primitive.fromByteArray(mechanism.bytes(attribute))))
                        .isNotEmpty()
                        .allSatisfy(element -> assertThat(ASN1Sequence.getInstance(element)
                                        .getObjectAt(0)
                                        .toString())
                                .startsWith("1.2.840.113549.1.9."));
            }
        }
    }

    @Test
    void displaysProfilesValidationsAndMechanismsAreFoundByTheirClass() {
        Equipment equipment = Equipment.standard().withDisplay(DISPLAY).withValidations(List.of(VALIDATION));
        try (Bench bench = with(equipment);
                Session session = bench.token().openReadOnly()) {
            TokenObject display = feature(session, Ckh.USER_INTERFACE);
            assertThat(display.ulong(Cka.PIXEL_X)).isEqualTo(1280);
            assertThat(Bytes.of(display.bytes(Cka.CHAR_SETS)).text()).isEqualTo("4;3");
            assertThat(session.find(Attribute.of(Cka.CLASS, Cko.PROFILE)))
                    .extracting(profile -> profile.ulong(Cka.PROFILE_ID))
                    .contains(Ckp.BASELINE_PROVIDER);
            assertThat(session.find(Attribute.of(Cka.CLASS, Cko.VALIDATION))
                            .getFirst()
                            .bytes(Cka.VALIDATION_VERSION))
                    .containsExactly(3, 1);
            assertThat(session.find(Attribute.of(Cka.CLASS, Cko.MECHANISM)).stream()
                            .mapToLong(mechanism -> mechanism.ulong(Cka.MECHANISM_TYPE))
                            .toArray())
                    .containsExactly(bench.token().mechanisms());
        }
    }

    @Test
    void searchesThatNameNoClassFindWhatWasMadeOnly() {
        try (Bench bench = Bench.ready();
                Session session = bench.token().openReadOnly()) {
            assertThat(session.find()).isEmpty();
        }
        try (Bench bench = with(TokenPolicy.standard().withReading(OtherReading.BUILT_IN_OBJECTS_IN_EVERY_SEARCH));
                Session session = bench.token().openReadOnly()) {
            assertThat(session.find()).hasSizeGreaterThan(bench.token().mechanisms().length);
        }
    }

    @Test
    void theyAreNotChangedCopiedOrDestroyed() {
        try (Bench bench = with(Equipment.standard().withDisplay(DISPLAY));
                Session session = bench.token().openReadWrite().login(Cku.USER, Bench.USER_PIN)) {
            for (long objectClass : new long[] {Cko.HW_FEATURE, Cko.PROFILE, Cko.MECHANISM}) {
                long object = session.find(Attribute.of(Cka.CLASS, objectClass))
                        .getFirst()
                        .handle();
                bench.expect(Ckr.ACTION_PROHIBITED, new DestroyObject(session.handle(), object));
                bench.expect(Ckr.ACTION_PROHIBITED, new CopyObject(session.handle(), object, Template.NULL));
                bench.expect(
                        Ckr.ATTRIBUTE_READ_ONLY,
                        new SetAttributeValue(
                                session.handle(), object, Template.of(Attribute.of(Cka.CLASS, objectClass))));
            }
        }
    }

    @Test
    void theirUniqueIdentifiersAreTheSameNextTime(@TempDir Path folder) {
        try (StoreKey key = StoreKey.random()) {
            Stores.create(folder, key, PinHardness.FAST).close();
            List<String> first = identifiers(folder, key);
            assertThat(first).isNotEmpty().doesNotHaveDuplicates();
            assertThat(identifiers(folder, key)).isEqualTo(first);
        }
    }

    private static List<String> identifiers(Path folder, StoreKey key) {
        try (Bench bench = Bench.on(Emulator.builder()
                        .store(Stores.open(folder, key, PinHardness.FAST))
                        .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
                        .build());
                Session session = bench.token().openReadOnly()) {
            return session.find(Attribute.of(Cka.CLASS, Cko.PROFILE)).stream()
                    .map(object -> Bytes.of(object.bytes(Cka.UNIQUE_ID)).text())
                    .toList();
        }
    }
}
