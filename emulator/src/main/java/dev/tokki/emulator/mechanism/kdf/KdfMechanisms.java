package dev.tokki.emulator.mechanism.kdf;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.DerivationParameter.Hkdf;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import java.util.OptionalLong;

/// HKDF, section 6.51, and the functions of SP 800-108, section 6.28.
public final class KdfMechanisms {
    private static final String SECTION = "6.51.3";
    private static final String DATA = "6.51.4";
    private static final KeyRule KEYS =
            KeyRule.secret(KeySize.bits(0, Integer.MAX_VALUE), Ckk.HKDF, Ckk.GENERIC_SECRET);
    private static final int MOST_BLOCKS = 255;

    /// The parameter, checked.
    private record Read(Hkdf given, Hash hash, Bytes info) {}

    private KdfMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                Declaration.of(Ckm.HKDF_DERIVE, SECTION, KEYS, rule()).can(Use.DERIVE, KdfMechanisms::derive),
                Declaration.of(Ckm.HKDF_DATA, DATA, KEYS, rule()).can(Use.DERIVE, KdfMechanisms::data),
                CounterKdf.declaration(),
                CounterKdf.feedback(),
                CounterKdf.doublePipeline());
    }

    private static ParameterRule<Read> rule() {
        return ParameterRule.structure("CK_HKDF_PARAMS", "6.51.2.1", Hkdf.class, (given, rule) -> {
            Hash hash = Hash.byDigest(given.prfHash())
                    .orElseThrow(() -> rule.wrong(
                            "prfHashMechanism",
                            "It must be a hash; it is " + Names.CKM.of(given.prfHash()) + ".",
                            "Pass CKM_SHA256 for example."));
            if (!given.extract() && !given.expand()) {
                throw rule.wrong("bExtract", "Neither extraction nor expansion is asked for.", "Set one of them.");
            }
            long salt = given.saltType();
            if (given.extract()
                    && salt != Ckf.HKDF_SALT_NULL
                    && salt != Ckf.HKDF_SALT_DATA
                    && salt != Ckf.HKDF_SALT_KEY) {
                throw rule.wrong(
                        "ulSaltType",
                        "It is none of the three types of salt: " + salt + ".",
                        "Pass CKF_HKDF_SALT_NULL.");
            }
            return new Read(given, hash, Bytes.of(ParameterRule.bytes(rule, "pInfo", given.info())));
        });
    }

    private static List<Attribute> derive(Crypto crypto, Read read, Use.Derivation input) {
        DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), SECTION);
        return key.agreed(key.firstOf(output(crypto, read, input, key)), input.baseKey());
    }

    /// What would be a key's value is that of a data object.
    private static List<Attribute> data(Crypto crypto, Read read, Use.Derivation input) {
        OptionalLong asked = input.template().has(Cka.VALUE_LEN)
                ? OptionalLong.of(input.template().ulong(Cka.VALUE_LEN, -1))
                : OptionalLong.empty();
        DerivedKey key = new DerivedKey(Ckk.GENERIC_SECRET, asked, false, DATA);
        byte[] value = key.firstOf(output(crypto, read, input, key));
        return List.of(Attribute.of(Cka.CLASS, Cko.DATA), Attribute.of(Cka.VALUE, value));
    }

    private static byte[] output(Crypto crypto, Read read, Use.Derivation input, DerivedKey key) {
        checkData(read, input.baseKey().attributes());
        Prf prf = Prf.hmac(read.hash());
        byte[] secret = input.baseKey().attributes().bytes(Cka.VALUE);
        if (read.given().extract()) {
            secret = prf.apply(crypto, salt(read, input), secret);
        }
        if (read.given().expand()) {
            secret = prf.plus(crypto, secret, read.info().array(), key.lengthAtMost(MOST_BLOCKS * prf.length()));
        }
        return secret;
    }

    /// A data object stands for a key only as long as the hash, and extracted with a salt (section 6.51.3).
    private static void checkData(Read read, AttributeMap base) {
        boolean isData = base.ulong(Cka.CLASS, -1) == Cko.DATA;
        boolean isSalted = read.given().extract() && read.given().saltType() != Ckf.HKDF_SALT_NULL;
        if (isData && (!isSalted || base.bytes(Cka.VALUE).length != read.hash().length())) {
            throw Refusal.of(
                    Ckr.KEY_TYPE_INCONSISTENT,
                    "hBaseKey",
                    "Data may be the base of HKDF where they are as long as the hash, "
                            + read.hash().length() + " bytes, and are extracted with a salt.",
                    SECTION,
                    "Use a key of type CKK_HKDF or CKK_GENERIC_SECRET.");
        }
    }

    private static byte[] salt(Read read, Use.Derivation input) {
        Hkdf given = read.given();
        if (given.saltType() == Ckf.HKDF_SALT_DATA) {
            return given.salt().array();
        }
        if (given.saltType() == Ckf.HKDF_SALT_KEY) {
            AttributeMap key = input.others().apply(given.saltKey()).attributes();
            return key.bytes(Cka.VALUE);
        }
        return new byte[read.hash().length()];
    }
}
