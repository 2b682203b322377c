package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.PasswordParameter;
import java.util.Set;

/// Parameters of keys made of passwords.
final class PasswordSamples {
    private PasswordSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(
                w -> new PasswordParameter.Pbkdf2(
                        Ckz.SALT_SPECIFIED, bytes(8), 3, Ckp.PKCS5_PBKD2_HMAC_SHA256, Bytes.NULL, bytes(6)),
                Ckm.PKCS5_PBKD2);
        recipes.put(
                w -> new PasswordParameter.Pbe(bytes(8, 0), Bytes.utf8("smeg"), bytes(8), 2),
                Ckm.PBE_SHA1_DES3_EDE_CBC,
                Ckm.PBE_SHA1_DES2_EDE_CBC,
                Ckm.PBA_SHA1_WITH_SHA1_HMAC,
                Ckm.PBE_SHA1_RC4_128,
                Ckm.PBE_SHA1_RC4_40,
                Ckm.PBE_SHA1_RC2_128_CBC,
                Ckm.PBE_SHA1_RC2_40_CBC,
                Ckm.PBE_MD2_DES_CBC,
                Ckm.PBE_MD5_DES_CBC);
    }

    private static final Set<Long> PASSWORDS = Set.of(
            Ckm.PKCS5_PBKD2,
            Ckm.PBE_SHA1_DES3_EDE_CBC,
            Ckm.PBE_SHA1_DES2_EDE_CBC,
            Ckm.PBA_SHA1_WITH_SHA1_HMAC,
            Ckm.PBE_SHA1_RC4_128,
            Ckm.PBE_SHA1_RC4_40,
            Ckm.PBE_SHA1_RC2_128_CBC,
            Ckm.PBE_SHA1_RC2_40_CBC,
            Ckm.PBE_MD2_DES_CBC,
            Ckm.PBE_MD5_DES_CBC);

    static boolean isPassword(long mechanism) {
        return PASSWORDS.contains(mechanism);
    }
}
