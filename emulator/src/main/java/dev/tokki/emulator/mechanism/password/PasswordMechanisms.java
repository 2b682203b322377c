package dev.tokki.emulator.mechanism.password;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.PasswordParameter.Pbe;
import dev.tokki.api.parameter.PasswordParameter.Pbkdf2;
import dev.tokki.api.parameter.PasswordParameter.Pbkdf2Legacy;
import dev.tokki.emulator.crypto.PasswordKeys;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.rule.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Keys out of passwords: PBKDF2 (section 6.23.4), the schemes of PKCS #12 (6.24) and those of PKCS #5 v1.5.
public final class PasswordMechanisms {
    private static final String PBKDF2 = "6.23.4";
    private static final String HISTORICAL = "4.12";

    /// The functions of PBKDF2, by JCA's names of their hashes.
    private static final Map<Long, String> FUNCTIONS = Map.of(
            Ckp.PKCS5_PBKD2_HMAC_SHA1, "SHA-1",
            Ckp.PKCS5_PBKD2_HMAC_GOSTR3411, "GOST3411",
            Ckp.PKCS5_PBKD2_HMAC_SHA224, "SHA-224",
            Ckp.PKCS5_PBKD2_HMAC_SHA256, "SHA-256",
            Ckp.PKCS5_PBKD2_HMAC_SHA384, "SHA-384",
            Ckp.PKCS5_PBKD2_HMAC_SHA512, "SHA-512",
            Ckp.PKCS5_PBKD2_HMAC_SHA512_224, "SHA-512/224",
            Ckp.PKCS5_PBKD2_HMAC_SHA512_256, "SHA-512/256");

    private PasswordMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                pbkdf2(),
                pkcs12(Ckm.PBE_SHA1_DES3_EDE_CBC, "6.24.1", Ckk.DES3, 24, 8),
                pkcs12(Ckm.PBE_SHA1_DES2_EDE_CBC, "6.24.2", Ckk.DES2, 16, 8),
                pkcs12(Ckm.PBA_SHA1_WITH_SHA1_HMAC, "6.24.3", Ckk.GENERIC_SECRET, 20, 0),
                pkcs12(Ckm.PBE_SHA1_RC4_128, HISTORICAL, Ckk.RC4, 16, 0),
                pkcs12(Ckm.PBE_SHA1_RC4_40, HISTORICAL, Ckk.RC4, 5, 0),
                pkcs12(Ckm.PBE_SHA1_RC2_128_CBC, HISTORICAL, Ckk.RC2, 16, 8),
                pkcs12(Ckm.PBE_SHA1_RC2_40_CBC, HISTORICAL, Ckk.RC2, 5, 8),
                pkcs5(Ckm.PBE_MD2_DES_CBC, "MD2"),
                pkcs5(Ckm.PBE_MD5_DES_CBC, "MD5"));
    }

    private static Declaration<?> pbkdf2() {
        KeyRule keys = KeyRule.secret(KeySize.NONE, SecretKeyType.types());
        return Declaration.of(Ckm.PKCS5_PBKD2, PBKDF2, keys, pbkdf2Rule()).can(Use.GENERATE, (crypto, given, input) -> {
            if (!input.template().has(Cka.KEY_TYPE)) {
                throw Refusal.of(
                        Ckr.TEMPLATE_INCOMPLETE,
                        "CKA_KEY_TYPE",
                        "The mechanism makes keys of any type, and the template gives none.",
                        PBKDF2,
                        "Add CKA_KEY_TYPE to the template.");
            }
            DerivedKey key = DerivedKey.ofTemplate(input.template(), PBKDF2);
            byte[] value = PasswordKeys.pbkdf2(
                    FUNCTIONS.getOrDefault(given.prf(), ""),
                    given.password().array(),
                    given.saltSourceData().array(),
                    (int) given.iterations(),
                    key.length());
            return made(key.keyType(), value);
        });
    }

    private static ParameterRule<Pbkdf2> pbkdf2Rule() {
        return new ParameterRule<>(
                "CK_PKCS5_PBKD2_PARAMS2",
                "6.23.3.3",
                (Mechanism mechanism, ParameterRule<Pbkdf2> rule) -> switch (mechanism.parameter()) {
                    case Pbkdf2 given -> checked(given, rule);
                    case Pbkdf2Legacy old ->
                        checked(
                                new Pbkdf2(
                                        old.saltSource(),
                                        old.saltSourceData(),
                                        old.iterations(),
                                        old.prf(),
                                        old.prfData(),
                                        old.password()),
                                rule);
                    default ->
                        throw rule.wrong(
                                mechanism, "wants a CK_PKCS5_PBKD2_PARAMS2, and got another parameter", "Pass one.");
                });
    }

    private static Pbkdf2 checked(Pbkdf2 given, ParameterRule<Pbkdf2> rule) {
        if (given.saltSource() != Ckz.SALT_SPECIFIED) {
            throw rule.wrong("saltSource", "There is one source only.", "Pass CKZ_SALT_SPECIFIED.");
        }
        if (!FUNCTIONS.containsKey(given.prf())) {
            throw rule.wrong(
                    "prf", "It is none of CKP_PKCS5_PBKD2_HMAC_…: " + given.prf() + ".", "Pass that of SHA-256.");
        }
        checkIterations(given.iterations(), rule);
        ParameterRule.bytes(rule, "pSaltSourceData", given.saltSourceData());
        return given;
    }

    private static Declaration<?> pkcs12(long mechanism, String section, long keyType, int length, int ivLength) {
        KeyRule keys = KeyRule.secret(KeySize.NONE, keyType);
        return Declaration.of(mechanism, section, keys, pbe()).can(Use.GENERATE, (crypto, given, input) -> {
            Templates.agree(input.template(), Cko.SECRET_KEY, keyType, section);
            PasswordKeys scheme =
                    PasswordKeys.pkcs12(text(given.password()), given.salt().array(), (int) given.iteration());
            byte[] value = ivLength == 0 && keyType == Ckk.GENERIC_SECRET ? scheme.mac(length) : scheme.key(length);
            tell(given, ivLength == 0 ? new byte[0] : scheme.iv(ivLength), input);
            return made(keyType, value);
        });
    }

    private static Declaration<?> pkcs5(long mechanism, String digest) {
        KeyRule keys = KeyRule.secret(KeySize.NONE, Ckk.DES);
        return Declaration.of(mechanism, HISTORICAL, keys, pbe()).can(Use.GENERATE, (crypto, given, input) -> {
            Templates.agree(input.template(), Cko.SECRET_KEY, Ckk.DES, HISTORICAL);
            byte[] both = PasswordKeys.pbkdf1(
                    digest, given.password().array(), given.salt().array(), (int) given.iteration(), 16);
            tell(given, Arrays.copyOfRange(both, 8, 16), input);
            return made(Ckk.DES, Arrays.copyOf(both, 8));
        });
    }

    private static ParameterRule<Pbe> pbe() {
        return ParameterRule.structure("CK_PBE_PARAMS", "6.23.2.1", Pbe.class, (given, rule) -> {
            checkIterations(given.iteration(), rule);
            ParameterRule.bytes(rule, "pPassword", given.password());
            ParameterRule.bytes(rule, "pSalt", given.salt());
            return given;
        });
    }

    private static void checkIterations(long iterations, ParameterRule<?> rule) {
        if (iterations < 1 || iterations > Integer.MAX_VALUE) {
            throw rule.wrong(
                    "iterations",
                    "There are 1 to 2^31 - 1 iterations, not " + Long.toUnsignedString(iterations) + ".",
                    "Pass 600000 for example.");
        }
    }

    private static void tell(Pbe given, byte[] iv, Use.Generation input) {
        if (!given.initVector().isNull() && iv.length > 0) {
            input.products().tell(handles -> new Pbe(Bytes.of(iv), given.password(), given.salt(), given.iteration()));
        }
    }

    private static List<Attribute> made(long keyType, byte[] value) {
        byte[] fitted = SecretKeyType.of(keyType)
                .map(type -> type.fitted(value.clone()))
                .orElse(value);
        return SecretKeys.attributes(keyType, fitted);
    }

    private static char[] text(Bytes password) {
        return new String(password.array(), StandardCharsets.UTF_8).toCharArray();
    }
}
