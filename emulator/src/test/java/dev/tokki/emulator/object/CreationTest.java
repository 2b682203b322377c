package dev.tokki.emulator.object;

import static dev.tokki.emulator.object.Samples.FACTORY;
import static dev.tokki.emulator.object.Samples.NOBODY;
import static dev.tokki.emulator.object.Samples.SO;
import static dev.tokki.emulator.object.Samples.USER;
import static dev.tokki.emulator.object.Samples.refused;
import static dev.tokki.emulator.object.Samples.type;
import static dev.tokki.emulator.object.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckc;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckt;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the text of section 4 says beyond footnotes of the objects that C_CreateObject makes.
class CreationTest {
    private static final ObjectType AES = Samples.aes();
    private static final ObjectType RSA_PUBLIC = type(Cko.PUBLIC_KEY, Ckk.RSA);
    private static final ObjectType RSA_PRIVATE = type(Cko.PRIVATE_KEY, Ckk.RSA);
    private static final ObjectType X_509 = type(Cko.CERTIFICATE, Ckc.X_509);
    private static final Attribute URL = Attribute.of(Cka.URL, "http://example.org/");
    private static final Attribute[] HASHES = {
        Attribute.of(Cka.HASH_OF_SUBJECT_PUBLIC_KEY, new byte[20]),
        Attribute.of(Cka.HASH_OF_ISSUER_PUBLIC_KEY, new byte[20])
    };

    private static AttributeMap create(Attribute... template) {
        return Samples.object(USER, List.of(template));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void withoutClassOrTypeATemplateIsIncomplete() {
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> create(Attribute.of(Cka.LABEL, "what?")));
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> create(Attribute.of(Cka.CLASS, Cko.SECRET_KEY)));
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> create(Attribute.of(Cka.CLASS, Cko.CERTIFICATE)));
    }

    @Test
    void aClassOrTypeThatIsNoneIsInvalid() {
        refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> create(Attribute.of(Cka.CLASS, 0x777)));
        refused(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> create(Attribute.of(Cka.CLASS, Cko.SECRET_KEY), Attribute.of(Cka.KEY_TYPE, 0x777)));
        refused(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> create(Attribute.of(Cka.CLASS, Cko.CERTIFICATE), Attribute.of(Cka.CERTIFICATE_TYPE, 0x777)));
    }

    @Test
    void aTypeOfAnotherClassIsInconsistent() {
        refused(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> create(Attribute.of(Cka.CLASS, Cko.SECRET_KEY), Attribute.of(Cka.KEY_TYPE, Ckk.RSA)));
    }

    @Test
    void everyKeyTypeOfTheHeadersHasItsTable() {
        Set<Long> known = ObjectTypes.values().stream()
                .filter(type -> ObjectTypes.subtypeAttribute(type.objectClass()).equals(OptionalLong.of(Cka.KEY_TYPE)))
                .map(type -> type.subtype().orElseThrow())
                .collect(Collectors.toSet());
        assertThat(Names.CKK.entries().values())
                .filteredOn(type -> type != Ckk.VENDOR_DEFINED)
                .allSatisfy(type -> assertThat(known).as(Names.CKK.of(type)).contains(type));
    }

    @Test
    void whatIsBuiltInCannotBeMade() {
        for (long builtIn : new long[] {Cko.MECHANISM, Cko.PROFILE, Cko.VALIDATION}) {
            refused(Ckr.TEMPLATE_INCONSISTENT, () -> create(Attribute.of(Cka.CLASS, builtIn)));
        }
        refused(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> create(Attribute.of(Cka.CLASS, Cko.HW_FEATURE), Attribute.of(Cka.HW_FEATURE_TYPE, 2)));
    }

    @Test
    void keysArePrivateAndAllElseIsPublicUnlessSaid() {
        assertThat(Samples.storageTypes())
                .allSatisfy(type -> assertThat(Samples.object(type).bool(Cka.PRIVATE, !type.holdsSecret()))
                        .as(type.toString())
                        .isEqualTo(type.holdsSecret()));
    }

    @Test
    void aKeyWithoutALoginMustBePublicExplicitly() {
        refused(Ckr.USER_NOT_LOGGED_IN, () -> Samples.object(NOBODY, Samples.created(AES)));
        assertThat(Samples.object(NOBODY, with(Samples.created(AES), Attribute.of(Cka.PRIVATE, false)))
                        .bool(Cka.PRIVATE, true))
                .isFalse();
    }

    @Test
    void usageIsWhatKeysOfTheTypeCanDo() {
        AttributeMap aes = Samples.object(AES);
        assertThat(aes.bool(Cka.ENCRYPT, false)).isTrue();
        assertThat(aes.bool(Cka.WRAP, false)).isTrue();
        assertThat(aes.bool(Cka.DERIVE, true)).isFalse();
        AttributeMap curve = Samples.object(type(Cko.PUBLIC_KEY, Ckk.EC));
        assertThat(curve.bool(Cka.VERIFY, false)).isTrue();
        assertThat(curve.bool(Cka.ENCRYPT, true)).isFalse();
    }

    @Test
    void secretKeysAreOpenAndPrivateKeysAreNotUnlessSaid() {
        AttributeMap secret = Samples.object(AES);
        assertThat(secret.bool(Cka.SENSITIVE, true)).isFalse();
        assertThat(secret.bool(Cka.EXTRACTABLE, false)).isTrue();
        AttributeMap privateKey = Samples.object(RSA_PRIVATE);
        assertThat(privateKey.bool(Cka.SENSITIVE, false)).isTrue();
        assertThat(privateKey.bool(Cka.EXTRACTABLE, true)).isFalse();
    }

    @Test
    void alwaysAuthenticateNeedsPrivate() {
        Attribute always = Attribute.of(Cka.ALWAYS_AUTHENTICATE, true);
        assertThat(Samples.object(RSA_PRIVATE, always).bool(Cka.ALWAYS_AUTHENTICATE, false))
                .isTrue();
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> Samples.object(RSA_PRIVATE, always, Attribute.of(Cka.PRIVATE, false)));
    }

    @Test
    void lengthsAndBitsAreComputed() {
        assertThat(Samples.object(AES).ulong(Cka.VALUE_LEN, 0)).isEqualTo(16);
        assertThat(Samples.object(RSA_PUBLIC).ulong(Cka.MODULUS_BITS, 0)).isEqualTo(12);
        assertThat(Samples.object(type(Cko.DOMAIN_PARAMETERS, Ckk.DSA)).ulong(Cka.PRIME_BITS, 0))
                .isEqualTo(1);
    }

    @Test
    void theCheckValueIsComputed() {
        assertThat(Samples.object(AES).find(Cka.CHECK_VALUE)).contains(Value.of(new byte[] {1, 1, 1}));
    }

    @Test
    void aCheckValueMustBeRightOrEmpty() {
        Attribute right = Attribute.of(Cka.CHECK_VALUE, new byte[] {1, 1, 1});
        assertThat(Samples.object(AES, right).find(Cka.CHECK_VALUE)).contains(right.value());
        Attribute none = Attribute.of(Cka.CHECK_VALUE, new byte[0]);
        assertThat(Samples.object(AES, none).find(Cka.CHECK_VALUE)).contains(none.value());
        Attribute wrong = Attribute.of(Cka.CHECK_VALUE, new byte[] {1, 1, 2});
        refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> Samples.object(AES, wrong));
    }

    @Test
    void aCheckValueThatCannotBeToldIsIgnored() {
        AttributeMap key = Samples.object(
                type(Cko.SECRET_KEY, Ckk.X2RATCHET), Attribute.of(Cka.CHECK_VALUE, new byte[] {1, 2, 3}));
        assertThat(key.has(Cka.CHECK_VALUE)).isFalse();
    }

    @Test
    void thePublicKeyInfoIsComputedAndAWrongOneRefused() {
        Value info = Value.of(hex("0ca1"));
        assertThat(Samples.object(RSA_PRIVATE).find(Cka.PUBLIC_KEY_INFO)).contains(info);
        assertThat(Samples.object(RSA_PUBLIC).find(Cka.PUBLIC_KEY_INFO)).contains(info);
        assertThat(Samples.object(RSA_PRIVATE, new Attribute(Cka.PUBLIC_KEY_INFO, info))
                        .find(Cka.PUBLIC_KEY_INFO))
                .contains(info);
        refused(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> Samples.object(RSA_PRIVATE, Attribute.of(Cka.PUBLIC_KEY_INFO, hex("0ca2"))));
    }

    @Test
    void aPublicKeyInfoThatCannotBeCheckedIsNotTaken() {
        refused(
                Ckr.ATTRIBUTE_TYPE_INVALID,
                () -> Samples.object(type(Cko.PRIVATE_KEY, Ckk.ML_DSA), Attribute.of(Cka.PUBLIC_KEY_INFO, hex("30"))));
    }

    /// The check value of CRC-64/ECMA-182 is that of "123456789".
    @Test
    void theChecksumOfAPublicKeyIsThatOfEcma() {
        AttributeMap key =
                Samples.object(type(Cko.PUBLIC_KEY, Ckk.ML_KEM), Attribute.of(Cka.VALUE, hex("313233343536373839")));
        assertThat(key.find(Cka.PUBLIC_CRC64_VALUE)).contains(Value.of(hex("6c40df5f0b497347")));
    }

    @Test
    void desKeysHaveOddParity() {
        ObjectType des = type(Cko.SECRET_KEY, Ckk.DES3);
        byte[] even = Samples.object(des).bytes(Cka.VALUE).clone();
        even[23] ^= 1;
        refused(Ckr.ATTRIBUTE_VALUE_INVALID, () -> Samples.object(des, Attribute.of(Cka.VALUE, even)));
    }

    @Test
    void aCertificateIsHereOrThere() {
        Attribute nowhere = Attribute.of(Cka.VALUE, new byte[0]);
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> Samples.object(X_509, nowhere));
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> Samples.object(X_509, nowhere, URL));
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> Samples.object(X_509, nowhere, URL, HASHES[0]));
        assertThat(Samples.object(X_509, nowhere, URL, HASHES[0], HASHES[1]).find(Cka.URL))
                .contains(URL.value());
    }

    @Test
    void theSubjectOfAWtlsCertificateIsEmptyOnlyIfItsValueIs() {
        ObjectType wtls = type(Cko.CERTIFICATE, Ckc.WTLS);
        Attribute noSubject = Attribute.of(Cka.SUBJECT, new byte[0]);
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> Samples.object(wtls, noSubject));
        AttributeMap there =
                Samples.object(wtls, noSubject, Attribute.of(Cka.VALUE, new byte[0]), URL, HASHES[0], HASHES[1]);
        assertThat(there.find(Cka.SUBJECT)).contains(noSubject.value());
    }

    @Test
    void theCheckValueOfACertificateIsTheHeadOfItsHash() {
        AttributeMap certificate = Samples.object(X_509, Attribute.of(Cka.VALUE, "abc"));
        assertThat(certificate.find(Cka.CHECK_VALUE)).contains(Value.of(hex("a9993e")));
    }

    @Test
    void trustNeedsTheHashOfWhatIsTrusted() {
        ObjectType trust = type(Cko.TRUST, 0);
        Attribute anchor = Attribute.of(Cka.TRUST_SERVER_AUTH, Ckt.TRUST_ANCHOR);
        Attribute hash = Attribute.of(Cka.HASH_OF_CERTIFICATE, new byte[32]);
        Attribute algorithm = Attribute.of(Cka.NAME_HASH_ALGORITHM, Ckm.SHA256);
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> Samples.object(trust, anchor));
        refused(Ckr.TEMPLATE_INCOMPLETE, () -> Samples.object(trust, anchor, hash));
        assertThat(Samples.object(trust, anchor, hash, algorithm).ulong(Cka.TRUST_SERVER_AUTH, 0))
                .isEqualTo(Ckt.TRUST_ANCHOR);
        Attribute distrust = Attribute.of(Cka.TRUST_SERVER_AUTH, Ckt.NOT_TRUSTED);
        assertThat(Samples.object(trust, distrust).ulong(Cka.TRUST_CODE_SIGNING, 9))
                .isEqualTo(Ckt.TRUST_UNKNOWN);
    }

    @Test
    void hssListsHaveAnEntryForEachLevel() {
        ObjectType hss = type(Cko.PRIVATE_KEY, Ckk.HSS);
        refused(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> Samples.object(hss, new Attribute(Cka.HSS_LMS_TYPES, Value.ofULongs(5, 5))));
        refused(Ckr.TEMPLATE_INCONSISTENT, () -> Samples.object(hss, Attribute.of(Cka.HSS_LEVELS, 2)));
    }

    @Test
    void everyObjectHasAnIdentifierOfItsOwn() {
        Value first = Samples.object(AES).find(Cka.UNIQUE_ID).orElseThrow();
        Value second = Samples.object(AES).find(Cka.UNIQUE_ID).orElseThrow();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void aTrustedCertificateCannotBeModifiedByAnybody() {
        AttributeMap trusted = Samples.object(SO, with(Samples.created(X_509), Attribute.of(Cka.TRUSTED, true)));
        Template label = Template.of(Attribute.of(Cka.LABEL, "mine"));
        refused(Ckr.ACTION_PROHIBITED, () -> FACTORY.set(USER, trusted, label));
        refused(Ckr.ACTION_PROHIBITED, () -> FACTORY.set(SO, trusted, label));
    }

    @Test
    void anObjectThatIsNotModifiableCannotBeModified() {
        AttributeMap fixed = Samples.object(AES, Attribute.of(Cka.MODIFIABLE, false));
        Template label = Template.of(Attribute.of(Cka.LABEL, "mine"));
        refused(Ckr.ACTION_PROHIBITED, () -> FACTORY.set(USER, fixed, label));
        assertThat(FACTORY.copy(USER, fixed, label).find(Cka.LABEL)).contains(Value.of("mine"));
    }

    @Test
    void aCheckValueCanBeDestroyedAndBroughtBack() {
        AttributeMap key = Samples.object(AES);
        AttributeMap without = FACTORY.set(USER, key, Template.of(Attribute.of(Cka.CHECK_VALUE, new byte[0])));
        assertThat(without.bytes(Cka.CHECK_VALUE)).isEmpty();
        Attribute right = Attribute.of(Cka.CHECK_VALUE, new byte[] {1, 1, 1});
        assertThat(FACTORY.set(USER, without, Template.of(right)).find(Cka.CHECK_VALUE))
                .contains(right.value());
        refused(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                () -> FACTORY.set(USER, key, Template.of(Attribute.of(Cka.CHECK_VALUE, new byte[3]))));
    }

    @Test
    void aChangeMustLeaveTheObjectConsistent() {
        AttributeMap key = Samples.object(RSA_PRIVATE, Attribute.of(Cka.ALWAYS_AUTHENTICATE, true));
        refused(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> FACTORY.copy(USER, key, Template.of(Attribute.of(Cka.PRIVATE, false))));
    }
}
