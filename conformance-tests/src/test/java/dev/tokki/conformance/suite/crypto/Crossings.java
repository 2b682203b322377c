package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.ChaChaParameter;
import dev.tokki.api.parameter.CipherParameter;
import dev.tokki.api.parameter.DerivationParameter;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.RivestParameter;
import dev.tokki.api.parameter.RsaParameter;
import java.util.ArrayList;
import java.util.List;

/// The table: what two tokens must agree on, mechanism by mechanism, with keys, parameters and lengths of data.
final class Crossings {
    private static final byte[] IV_8 = Data.counting(8);
    private static final byte[] IV_16 = Data.counting(16);
    private static final byte[] DES = Data.hex("0123456789abcdef");
    private static final byte[] DES3 = Data.hex("0123456789abcdef23456789abcdef01456789abcdef0123");

    /// SoftHSM wants a key as long as the longest digest at least.
    private static final byte[] MAC_KEY = Data.counting(64);

    private static final int GENERAL_LENGTH = 5;
    private static final int SHORT_DSA = 1024;
    private static final int[] ANY_LENGTHS = {1, 15, 16, 33, 100};
    private static final int[] HASH_LENGTHS = {1, 55, 64, 200};

    private final List<Case> cases = new ArrayList<>();

    private Crossings() {}

    /// One line of the table.
    ///
    /// @param mechanism its name
    /// @param what what is compared
    /// @param crossing how
    record Case(String mechanism, String what, Crossing crossing) {
        @Override
        public String toString() {
            return mechanism + " " + what;
        }
    }

    static List<Case> table() {
        Crossings table = new Crossings();
        table.hashes();
        table.ciphers();
        table.aes();
        table.streams();
        table.rsa();
        table.dsa();
        table.curves();
        table.dh();
        table.derivations();
        return List.copyOf(table.cases);
    }

    private void hashes() {
        for (Hash hash : Hash.values()) {
            digest(hash.digest());
            hmac(hash.hmac(), hash.hmacGeneral(), hash.length());
        }
        digest(Ckm.MD2);
        digest(Ckm.MD5);
        hmac(Ckm.MD2_HMAC, Ckm.MD2_HMAC_GENERAL, 16);
        hmac(Ckm.MD5_HMAC, Ckm.MD5_HMAC_GENERAL, 16);
        Recipe secret = Recipe.secretKey(Ckk.GENERIC_SECRET, MAC_KEY);
        mac(Mechanism.of(Ckm.SSL3_MD5_MAC, new Parameter.ULong(GENERAL_LENGTH)), secret, HASH_LENGTHS);
        mac(Mechanism.of(Ckm.SSL3_SHA1_MAC, new Parameter.ULong(GENERAL_LENGTH)), secret, HASH_LENGTHS);
    }

    private void ciphers() {
        block(Recipe.secretKey(Ckk.DES, DES), IV_8, Ckm.DES_ECB, Ckm.DES_CBC, Ckm.DES_CBC_PAD);
        macs(Recipe.secretKey(Ckk.DES, DES), Ckm.DES_MAC, Ckm.DES_MAC_GENERAL);
        block(Recipe.secretKey(Ckk.DES3, DES3), IV_8, Ckm.DES3_ECB, Ckm.DES3_CBC, Ckm.DES3_CBC_PAD);
        macs(Recipe.secretKey(Ckk.DES3, DES3), Ckm.DES3_MAC, Ckm.DES3_MAC_GENERAL);
        macs(Recipe.secretKey(Ckk.DES3, DES3), Ckm.DES3_CMAC, Ckm.DES3_CMAC_GENERAL);
        block(Recipe.secretKey(Ckk.CDMF, DES), IV_8, Ckm.CDMF_ECB, Ckm.CDMF_CBC, Ckm.CDMF_CBC_PAD);
        macs(Recipe.secretKey(Ckk.CDMF, DES), Ckm.CDMF_MAC, Ckm.CDMF_MAC_GENERAL);
        Recipe camellia = Recipe.secretKey(Ckk.CAMELLIA, Data.counting(32));
        block(camellia, IV_16, Ckm.CAMELLIA_ECB, Ckm.CAMELLIA_CBC, Ckm.CAMELLIA_CBC_PAD);
        macs(camellia, Ckm.CAMELLIA_MAC, Ckm.CAMELLIA_MAC_GENERAL);
        encryption(
                Mechanism.of(Ckm.CAMELLIA_CTR, new CipherParameter.CamelliaCtr(128, Bytes.of(IV_16))),
                camellia,
                ANY_LENGTHS);
        Recipe aria = Recipe.secretKey(Ckk.ARIA, Data.counting(32));
        block(aria, IV_16, Ckm.ARIA_ECB, Ckm.ARIA_CBC, Ckm.ARIA_CBC_PAD);
        macs(aria, Ckm.ARIA_MAC, Ckm.ARIA_MAC_GENERAL);
        Recipe seed = Recipe.secretKey(Ckk.SEED, Data.counting(16));
        block(seed, IV_16, Ckm.SEED_ECB, Ckm.SEED_CBC, Ckm.SEED_CBC_PAD);
        macs(seed, Ckm.SEED_MAC, Ckm.SEED_MAC_GENERAL);
        rc2();
    }

    private void rc2() {
        Recipe recipe = Recipe.secretKey(Ckk.RC2, Data.counting(16));
        Parameter bits = new Parameter.ULong(128);
        Parameter cbc = new RivestParameter.Rc2Cbc(128, Bytes.of(IV_8));
        encryption(Mechanism.of(Ckm.RC2_ECB, bits), recipe, 8, 64);
        encryption(Mechanism.of(Ckm.RC2_CBC, cbc), recipe, 8, 64);
        encryption(Mechanism.of(Ckm.RC2_CBC_PAD, cbc), recipe, ANY_LENGTHS);
        mac(Mechanism.of(Ckm.RC2_MAC, bits), recipe, ANY_LENGTHS);
        mac(
                Mechanism.of(Ckm.RC2_MAC_GENERAL, new RivestParameter.Rc2MacGeneral(128, GENERAL_LENGTH)),
                recipe,
                ANY_LENGTHS);
    }

    private void aes() {
        for (int length : new int[] {16, 24, 32}) {
            Recipe recipe = Recipe.secretKey(Ckk.AES, Data.counting(length));
            block(recipe, IV_16, Ckm.AES_ECB, Ckm.AES_CBC, Ckm.AES_CBC_PAD);
            macs(recipe, Ckm.AES_MAC, Ckm.AES_MAC_GENERAL);
            macs(recipe, Ckm.AES_CMAC, Ckm.AES_CMAC_GENERAL);
            encryption(Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(128, Bytes.of(IV_16))), recipe, ANY_LENGTHS);
            encryption(
                    Mechanism.of(
                            Ckm.AES_GCM,
                            new AesParameter.Gcm(Bytes.of(Data.counting(12)), Bytes.of(Data.counting(20)), 128)),
                    recipe,
                    ANY_LENGTHS);
            encryption(Mechanism.iv(Ckm.AES_CTS, IV_16), recipe, 17, 33, 64);
            // Of a DES key the length need not be said; SoftHSM refuses CKA_VALUE_LEN, the engine wants it.
            wrapping(Mechanism.of(Ckm.AES_KEY_WRAP), recipe, Recipe.secretKey(Ckk.DES3, DES3), DES3.length);
            wrapping(Mechanism.of(Ckm.AES_KEY_WRAP_KWP), recipe, 16, 20);
            wrapping(Mechanism.of(Ckm.AES_KEY_WRAP_PAD), recipe, 16, 20);
        }
        Recipe recipe = Recipe.secretKey(Ckk.AES, Data.counting(16));
        mac(Mechanism.of(Ckm.AES_XCBC_MAC), recipe, ANY_LENGTHS);
        mac(Mechanism.of(Ckm.AES_XCBC_MAC_96), recipe, ANY_LENGTHS);
    }

    private void streams() {
        encryption(Mechanism.of(Ckm.RC4), Recipe.secretKey(Ckk.RC4, Data.counting(16)), ANY_LENGTHS);
        Recipe recipe = Recipe.secretKey(Ckk.CHACHA20, Data.counting(32));
        Bytes nonce = Bytes.of(Data.counting(12));
        encryption(
                Mechanism.of(Ckm.CHACHA20, new ChaChaParameter.ChaCha20(Bytes.of(new byte[4]), 32, nonce, 96)),
                recipe,
                ANY_LENGTHS);
        encryption(
                Mechanism.of(Ckm.CHACHA20_POLY1305, new ChaChaParameter.Poly1305(nonce, Bytes.of(Data.counting(20)))),
                recipe,
                ANY_LENGTHS);
    }

    private void rsa() {
        Recipe recipe = Recipe.rsa();
        int modulus = recipe.known(Cka.MODULUS).length;
        Mechanism pkcs = Mechanism.of(Ckm.RSA_PKCS);
        encryption(pkcs, recipe, 1, modulus - 11);
        signature(pkcs, recipe, 1, modulus - 11);
        wrapping(pkcs, recipe, 16, 32);
        encryption(Mechanism.of(Ckm.RSA_X_509), recipe, modulus);
        signature(Mechanism.of(Ckm.RSA_X_509), recipe, modulus);
        Mechanism oaep = Mechanism.of(
                Ckm.RSA_PKCS_OAEP,
                new RsaParameter.Oaep(Hash.SHA1.digest(), Hash.SHA1.mgf(), Ckz.DATA_SPECIFIED, Bytes.NULL));
        encryption(oaep, recipe, 1, modulus - 42);
        wrapping(oaep, recipe, 16, 32);
        Mechanism labelled = Mechanism.of(
                Ckm.RSA_PKCS_OAEP,
                new RsaParameter.Oaep(Hash.SHA256.digest(), Hash.SHA256.mgf(), Ckz.DATA_SPECIFIED, Bytes.of(IV_8)));
        add(
                Ckm.RSA_PKCS_OAEP,
                "encryption with SHA-256 and a label",
                Crossing.each(data -> Crossing.encryption(labelled, recipe, data), 1, modulus - 66));
        signature(Mechanism.of(Ckm.RSA_PKCS_PSS, pss(Hash.SHA256)), recipe, Hash.SHA256.length());
        signature(Mechanism.of(Ckm.MD2_RSA_PKCS), recipe, HASH_LENGTHS);
        signature(Mechanism.of(Ckm.MD5_RSA_PKCS), recipe, HASH_LENGTHS);
        for (Hash hash : Hash.values()) {
            signature(Mechanism.of(hash.rsaPkcs()), recipe, HASH_LENGTHS);
            signature(Mechanism.of(hash.rsaPss(), pss(hash)), recipe, HASH_LENGTHS);
        }
    }

    private void dsa() {
        Recipe recipe = Recipe.dsa(SHORT_DSA);
        signature(Mechanism.of(Ckm.DSA), recipe, 20);
        for (long type : new long[] {
            Ckm.DSA_SHA1, Ckm.DSA_SHA224, Ckm.DSA_SHA256, Ckm.DSA_SHA384, Ckm.DSA_SHA512,
        }) {
            signature(Mechanism.of(type), recipe, HASH_LENGTHS);
        }
    }

    private void curves() {
        for (Curve curve : new Curve[] {Curve.P256, Curve.P384, Curve.P521}) {
            Recipe mine = Recipe.ec(curve);
            Recipe theirs = Recipe.ec(curve);
            signature(Mechanism.of(Ckm.ECDSA), curve, mine, 20, 32);
            for (Hash hash : Hash.values()) {
                signature(Mechanism.of(hash.ecdsa()), curve, mine, HASH_LENGTHS);
            }
            both(
                    Ckm.ECDH1_DERIVE,
                    "secret on " + curve,
                    Crossing.derivation(mine, ecdh(theirs), theirs, ecdh(mine), curve.length()));
        }
        for (Curve curve : new Curve[] {Curve.ED25519, Curve.ED448}) {
            signature(Mechanism.of(Ckm.EDDSA), curve, Recipe.ec(curve), HASH_LENGTHS);
        }
    }

    private void dh() {
        Recipe mine = Recipe.dh();
        Recipe theirs = Recipe.dh();
        both(
                Ckm.DH_PKCS_DERIVE,
                "secret",
                Crossing.derivation(
                        mine,
                        Mechanism.iv(Ckm.DH_PKCS_DERIVE, theirs.known(Cka.VALUE)),
                        theirs,
                        Mechanism.iv(Ckm.DH_PKCS_DERIVE, mine.known(Cka.VALUE)),
                        32));
    }

    private void derivations() {
        Bytes data = Bytes.of(Data.counting(32));
        Bytes iv = Bytes.of(IV_16);
        Parameter string = new DerivationParameter.StringData(data);
        Recipe aes = Recipe.secretKey(Ckk.AES, Data.counting(16));
        derivation(Mechanism.of(Ckm.AES_ECB_ENCRYPT_DATA, string), aes, 32);
        derivation(Mechanism.of(Ckm.AES_CBC_ENCRYPT_DATA, new AesParameter.CbcEncryptData(iv, data)), aes, 32);
        Parameter des = new CipherParameter.DesCbcEncryptData(Bytes.of(IV_8), data);
        derivation(Mechanism.of(Ckm.DES_ECB_ENCRYPT_DATA, string), Recipe.secretKey(Ckk.DES, DES), 32);
        derivation(Mechanism.of(Ckm.DES_CBC_ENCRYPT_DATA, des), Recipe.secretKey(Ckk.DES, DES), 32);
        derivation(Mechanism.of(Ckm.DES3_ECB_ENCRYPT_DATA, string), Recipe.secretKey(Ckk.DES3, DES3), 32);
        derivation(Mechanism.of(Ckm.DES3_CBC_ENCRYPT_DATA, des), Recipe.secretKey(Ckk.DES3, DES3), 32);
        Recipe camellia = Recipe.secretKey(Ckk.CAMELLIA, Data.counting(16));
        derivation(Mechanism.of(Ckm.CAMELLIA_ECB_ENCRYPT_DATA, string), camellia, 32);
        Parameter camelliaCbc = new CipherParameter.CamelliaCbcEncryptData(iv, data);
        derivation(Mechanism.of(Ckm.CAMELLIA_CBC_ENCRYPT_DATA, camelliaCbc), camellia, 32);
        Recipe seed = Recipe.secretKey(Ckk.SEED, Data.counting(16));
        derivation(Mechanism.of(Ckm.SEED_ECB_ENCRYPT_DATA, string), seed, 32);
        derivation(Mechanism.of(Ckm.SEED_CBC_ENCRYPT_DATA, new CipherParameter.SeedCbcEncryptData(iv, data)), seed, 32);
        Recipe generic = Recipe.secretKey(Ckk.GENERIC_SECRET, Data.counting(32));
        derivation(Mechanism.of(Ckm.CONCATENATE_BASE_AND_DATA, string), generic, 64);
        derivation(Mechanism.of(Ckm.CONCATENATE_DATA_AND_BASE, string), generic, 64);
        derivation(Mechanism.of(Ckm.XOR_BASE_AND_DATA, string), Recipe.secretKey(Ckk.GENERIC_SECRET, MAC_KEY), 32);
        derivation(Mechanism.of(Ckm.EXTRACT_KEY_FROM_KEY, new Parameter.ULong(16)), generic, 16);
        for (long type : new long[] {
            Ckm.MD2_KEY_DERIVATION,
            Ckm.MD5_KEY_DERIVATION,
            Ckm.SHA1_KEY_DERIVATION,
            Ckm.SHA224_KEY_DERIVATION,
            Ckm.SHA256_KEY_DERIVATION,
            Ckm.SHA384_KEY_DERIVATION,
            Ckm.SHA512_KEY_DERIVATION,
        }) {
            derivation(Mechanism.of(type), generic, 16);
        }
        Parameter hkdf = new DerivationParameter.Hkdf(
                true, true, Hash.SHA256.digest(), Ckf.HKDF_SALT_DATA, Bytes.of(IV_16), 0, data);
        derivation(Mechanism.of(Ckm.HKDF_DERIVE, hkdf), generic, 42);
    }

    private void derivation(Mechanism mechanism, Recipe recipe, int length) {
        add(mechanism.type(), "secret", Crossing.derivation(recipe, mechanism, recipe, mechanism, length));
    }

    private static Mechanism ecdh(Recipe other) {
        return Mechanism.of(
                Ckm.ECDH1_DERIVE,
                new EcParameter.Ecdh1Derive(Ckd.NULL, Bytes.NULL, Bytes.of(Der.octets(other.known(Cka.EC_POINT)))));
    }

    private static Parameter pss(Hash hash) {
        return new RsaParameter.Pss(hash.digest(), hash.mgf(), hash.length());
    }

    private void digest(long type) {
        add(type, "digest", Crossing.each(data -> Crossing.digest(Mechanism.of(type), data), HASH_LENGTHS));
    }

    private void hmac(long full, long general, int length) {
        Recipe recipe = Recipe.secretKey(Ckk.GENERIC_SECRET, MAC_KEY);
        mac(Mechanism.of(full), recipe, ANY_LENGTHS);
        mac(Mechanism.of(general, new Parameter.ULong(length * 3L / 4)), recipe, ANY_LENGTHS);
    }

    private void block(Recipe recipe, byte[] iv, long ecb, long cbc, long padded) {
        encryption(Mechanism.of(ecb), recipe, iv.length, 64);
        encryption(Mechanism.iv(cbc, iv), recipe, iv.length, 64);
        encryption(Mechanism.iv(padded, iv), recipe, ANY_LENGTHS);
    }

    private void macs(Recipe recipe, long full, long general) {
        mac(Mechanism.of(full), recipe, ANY_LENGTHS);
        mac(Mechanism.of(general, new Parameter.ULong(GENERAL_LENGTH)), recipe, ANY_LENGTHS);
    }

    private void mac(Mechanism mechanism, Recipe recipe, int... lengths) {
        add(mechanism.type(), "MAC", Crossing.each(data -> Crossing.mac(mechanism, recipe, data), lengths));
        add(
                mechanism.type(),
                "verification",
                Crossing.each(data -> Crossing.signature(mechanism, recipe, data), lengths));
    }

    private void encryption(Mechanism mechanism, Recipe recipe, int... lengths) {
        add(
                mechanism.type(),
                "encryption",
                Crossing.each(data -> Crossing.encryption(mechanism, recipe, data), lengths));
    }

    private void signature(Mechanism mechanism, Recipe recipe, int... lengths) {
        add(mechanism.type(), "signature", Crossing.each(data -> Crossing.signature(mechanism, recipe, data), lengths));
    }

    private void signature(Mechanism mechanism, Curve curve, Recipe recipe, int... lengths) {
        add(
                mechanism.type(),
                "signature on " + curve,
                Crossing.each(data -> Crossing.signature(mechanism, recipe, data), lengths));
    }

    private void wrapping(Mechanism mechanism, Recipe recipe, int... lengths) {
        for (int length : lengths) {
            wrapping(mechanism, recipe, Recipe.secretKey(Ckk.GENERIC_SECRET, Data.counting(length)), length);
        }
    }

    private void wrapping(Mechanism mechanism, Recipe recipe, Recipe wrapped, int length) {
        both(mechanism.type(), "wrapping of " + length + " bytes", Crossing.wrapping(mechanism, recipe, wrapped));
    }

    private void both(long type, String what, Crossing crossing) {
        add(type, what, (first, second) -> {
            crossing.between(first, second);
            crossing.between(second, first);
        });
    }

    private void add(long type, String what, Crossing crossing) {
        cases.add(new Case(Names.CKM.of(type), what, crossing));
    }
}
