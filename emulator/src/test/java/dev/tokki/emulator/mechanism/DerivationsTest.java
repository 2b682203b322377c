package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.AesParameter.CbcEncryptData;
import dev.tokki.api.parameter.DerivationParameter.StringData;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationsTest {
    private static final MechanismTable TABLE = MechanismTable.all();
    private static final TestKey BASE = TestKey.secret(Ckk.GENERIC_SECRET, "01234567");
    private static final AttributeMap ANY = Pairs.template();

    /// The examples of sections 6.29.3 to 6.29.6.
    @ParameterizedTest
    @CsvSource({
        "CONCATENATE_BASE_AND_DATA, 0123456789abcdef",
        "CONCATENATE_DATA_AND_BASE, 89abcdef01234567",
        "XOR_BASE_AND_DATA, 88888888"
    })
    void examplesOfTheSpecification(String name, String expected) {
        long type = dev.tokki.api.constant.Names.CKM.value("CKM_" + name).orElseThrow();
        assertThat(value(derive(string(type, "89abcdef"), BASE, ANY))).isEqualTo(expected);
    }

    @Test
    void exampleOfTwoKeys() {
        TestKey other = TestKey.secret(Ckk.AES, "89abcdef");
        AttributeMap derived = AttributeMap.of(
                TABLE.derive(Mechanism.of(Ckm.CONCATENATE_BASE_AND_KEY, new Parameter.ULong(77)), BASE, ANY, handle -> {
                    assertThat(handle).isEqualTo(77);
                    return other;
                }));
        assertThat(value(derived)).isEqualTo("0123456789abcdef");
        assertThat(derived.ulong(Cka.KEY_TYPE, -1)).isEqualTo(Ckk.GENERIC_SECRET);
        assertThat(derived.ulong(Cka.VALUE_LEN, -1)).isEqualTo(8);
    }

    /// The example of section 6.29.7, and going round at the end.
    @ParameterizedTest
    @CsvSource({"21, 2, 9526", "0, 4, 329f84a9", "8, 4, 9f84a932", "31, 1, 99", "28, 2, 9329"})
    void extractTakesBitsAndGoesRound(long first, long length, String expected) {
        AttributeMap derived = derive(
                Mechanism.of(Ckm.EXTRACT_KEY_FROM_KEY, new Parameter.ULong(first)),
                TestKey.secret(Ckk.GENERIC_SECRET, "329f84a9"),
                Pairs.template(Attribute.of(Cka.VALUE_LEN, length)));
        assertThat(value(derived)).isEqualTo(expected);
    }

    @Test
    void extractNeedsALengthWithinTheKeyAndABitOfIt() {
        Mechanism extract = Mechanism.of(Ckm.EXTRACT_KEY_FROM_KEY, new Parameter.ULong(0));
        Refused.with(Ckr.TEMPLATE_INCOMPLETE, () -> derive(extract, BASE, ANY));
        Refused.with(Ckr.KEY_SIZE_RANGE, () -> derive(extract, BASE, Pairs.template(Attribute.of(Cka.VALUE_LEN, 5))));
        for (long bit : new long[] {32, -1}) {
            Refused.with(
                    Ckr.MECHANISM_PARAM_INVALID,
                    () -> derive(
                            Mechanism.of(Ckm.EXTRACT_KEY_FROM_KEY, new Parameter.ULong(bit)),
                            BASE,
                            Pairs.template(Attribute.of(Cka.VALUE_LEN, 1))));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RIPEMD.*", value = Hash.class)
    void hashOfAKeyIsAKey(Hash hash) {
        Mechanism mechanism = Mechanism.of(hash.deriving().keyDerivation());
        Digester digester = TABLE.digest(Mechanism.of(hash.macs().digest()));
        digester.update(BASE.value());
        String digest = Bytes.of(digester.finish()).hex();
        assertThat(value(derive(mechanism, BASE, ANY))).isEqualTo(digest);
        AttributeMap aes = derive(
                mechanism, BASE, Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.AES), Attribute.of(Cka.VALUE_LEN, 16)));
        assertThat(value(aes)).isEqualTo(digest.substring(0, 32));
        assertThat(aes.ulong(Cka.KEY_TYPE, -1)).isEqualTo(Ckk.AES);
        Refused.with(
                Ckr.KEY_SIZE_RANGE,
                () -> derive(mechanism, BASE, Pairs.template(Attribute.of(Cka.VALUE_LEN, hash.length() + 1L))));
    }

    @Test
    void typeThatIsGivenMustHaveALength() {
        Mechanism hash = Mechanism.of(Ckm.SHA256_KEY_DERIVATION);
        for (long type : new long[] {Ckk.AES, Ckk.GENERIC_SECRET}) {
            Refused.with(
                    Ckr.TEMPLATE_INCOMPLETE,
                    () -> derive(hash, BASE, Pairs.template(Attribute.of(Cka.KEY_TYPE, type))));
        }
        Refused.with(
                Ckr.TEMPLATE_INCONSISTENT,
                () -> derive(hash, BASE, Pairs.template(Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY))));
        Refused.with(
                Ckr.ATTRIBUTE_VALUE_INVALID, () -> derive(hash, BASE, Pairs.template(Attribute.of(Cka.VALUE_LEN, 0))));
    }

    @Test
    void encryptedDataAreAKey() {
        // FIPS 197, appendix C.1: the block and its ciphertext.
        TestKey aes = TestKey.aes("000102030405060708090a0b0c0d0e0f");
        String block = "00112233445566778899aabbccddeeff";
        String encrypted = "69c4e0d86a7b0430d8cdb78070b4c55a";
        assertThat(value(derive(string(Ckm.AES_ECB_ENCRYPT_DATA, block), aes, ANY)))
                .isEqualTo(encrypted);
        Mechanism cbc =
                Mechanism.of(Ckm.AES_CBC_ENCRYPT_DATA, new CbcEncryptData(Bytes.of(new byte[16]), Bytes.hex(block)));
        AttributeMap first = derive(cbc, aes, Pairs.template(Attribute.of(Cka.VALUE_LEN, 9)));
        assertThat(value(first)).isEqualTo(encrypted.substring(0, 18));
        Refused.with(Ckr.DATA_LEN_RANGE, () -> derive(cbc, aes, Pairs.template(Attribute.of(Cka.VALUE_LEN, 17))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "000102030405060708090a0b0c0d0e"})
    void dataToEncryptAreWholeBlocks(String hex) {
        TestKey aes = TestKey.aes("000102030405060708090a0b0c0d0e0f");
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> derive(string(Ckm.AES_ECB_ENCRYPT_DATA, hex), aes, ANY));
        Refused.with(
                Ckr.MECHANISM_PARAM_INVALID,
                () -> derive(
                        Mechanism.of(
                                Ckm.AES_CBC_ENCRYPT_DATA, new CbcEncryptData(Bytes.of(new byte[16]), Bytes.hex(hex))),
                        aes,
                        ANY));
    }

    @Test
    void keysMadeOfOthersAreAsBoundAsThey() {
        TestKey bound = history(true, false, true, true);
        AttributeMap derived = derive(string(Ckm.XOR_BASE_AND_DATA, "00"), bound, ANY);
        assertThat(derived.bool(Cka.SENSITIVE, false)).isTrue();
        assertThat(derived.bool(Cka.EXTRACTABLE, true)).isFalse();
        assertThat(derived.bool(Cka.ALWAYS_SENSITIVE, false)).isTrue();
        assertThat(derived.bool(Cka.NEVER_EXTRACTABLE, false)).isTrue();

        TestKey free = history(false, true, false, false);
        AttributeMap both = AttributeMap.of(TABLE.derive(
                Mechanism.of(Ckm.CONCATENATE_BASE_AND_KEY, new Parameter.ULong(1)), free, ANY, handle -> bound));
        assertThat(both.bool(Cka.SENSITIVE, false)).isTrue();
        assertThat(both.bool(Cka.EXTRACTABLE, true)).isFalse();
        assertThat(both.bool(Cka.ALWAYS_SENSITIVE, true)).isFalse();
        assertThat(both.bool(Cka.NEVER_EXTRACTABLE, true)).isFalse();

        AttributeMap ofFree = derive(string(Ckm.XOR_BASE_AND_DATA, "00"), free, ANY);
        assertThat(ofFree.has(Cka.SENSITIVE)).isFalse();
        assertThat(ofFree.has(Cka.EXTRACTABLE)).isFalse();
    }

    @Test
    void hashedKeysAreFreeButNotMoreInnocentThanTheirBase() {
        Mechanism hash = Mechanism.of(Ckm.SHA256_KEY_DERIVATION);
        AttributeMap ofFree = derive(hash, history(false, true, false, false), ANY);
        assertThat(ofFree.has(Cka.SENSITIVE)).isFalse();
        assertThat(ofFree.bool(Cka.ALWAYS_SENSITIVE, true)).isFalse();
        assertThat(ofFree.bool(Cka.NEVER_EXTRACTABLE, true)).isFalse();
        AttributeMap ofBound = derive(hash, history(true, false, true, true), ANY);
        assertThat(ofBound.has(Cka.ALWAYS_SENSITIVE)).isFalse();
        assertThat(ofBound.has(Cka.NEVER_EXTRACTABLE)).isFalse();
    }

    @Test
    void furtherKeyMustBeASecretKey() {
        Mechanism concatenate = Mechanism.of(Ckm.CONCATENATE_BASE_AND_KEY, new Parameter.ULong(1));
        TestKey rsa = TestKey.publicKey(Ckk.RSA);
        Refused.with(Ckr.KEY_TYPE_INCONSISTENT, () -> TABLE.derive(concatenate, BASE, ANY, handle -> rsa));
        Refused.with(
                Ckr.KEY_HANDLE_INVALID,
                () -> TABLE.derive(concatenate, BASE, ANY, handle -> {
                    throw Refusal.of(Ckr.KEY_HANDLE_INVALID, "the handle", "None.", "5.18.5", "Pass one.");
                }));
        Refused.with(Ckr.MECHANISM_PARAM_INVALID, () -> derive(Mechanism.of(Ckm.CONCATENATE_BASE_AND_KEY), BASE, ANY));
    }

    private static TestKey history(boolean sensitive, boolean extractable, boolean always, boolean never) {
        return new TestKey(List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.VALUE, new byte[4]),
                Attribute.of(Cka.SENSITIVE, sensitive),
                Attribute.of(Cka.EXTRACTABLE, extractable),
                Attribute.of(Cka.ALWAYS_SENSITIVE, always),
                Attribute.of(Cka.NEVER_EXTRACTABLE, never)));
    }

    private static AttributeMap derive(Mechanism mechanism, TestKey base, AttributeMap template) {
        return AttributeMap.of(TABLE.derive(mechanism, base, template, handle -> base));
    }

    private static Mechanism string(long type, String hex) {
        return Mechanism.of(type, new StringData(Bytes.hex(hex)));
    }

    private static String value(AttributeMap key) {
        return Bytes.of(key.bytes(Cka.VALUE)).hex();
    }
}
