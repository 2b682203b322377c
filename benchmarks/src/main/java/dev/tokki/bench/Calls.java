package dev.tokki.bench;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.EcParameter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The cases by a module's calls, on session keys.
final class Calls {
    static final Mechanism RSA = Mechanism.of(Ckm.SHA256_RSA_PKCS);
    static final Mechanism ECDSA = Mechanism.of(Ckm.ECDSA);
    static final Mechanism EDDSA = Mechanism.of(Ckm.EDDSA);
    static final Mechanism ML_DSA = Mechanism.of(Ckm.ML_DSA);

    private static final Mechanism ML_KEM = Mechanism.of(Ckm.ML_KEM);
    private static final Attribute[] SECRET = {
        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
        Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
        Attribute.of(Cka.VALUE_LEN, 32L)
    };
    private static final byte[] P256 = HexFormat.of().parseHex("06082a8648ce3d030107");
    private static final byte[] P384 = HexFormat.of().parseHex("06052b81040022");
    private static final byte[] ED25519 = HexFormat.of().parseHex("06032b6570");
    private static final byte[] HASH = new byte[32];
    private static final int AES_KEY = 32;

    private Calls() {}

    static Prepared digest(Session session, long mechanism, int size) {
        byte[] data = new byte[size];
        return () -> session.digest(Mechanism.of(mechanism), data);
    }

    static Prepared hmac(Session session, int size) {
        byte[] data = new byte[size];
        Key key = session.createKey(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.VALUE, new byte[AES_KEY]),
                Attribute.of(Cka.SIGN, true));
        return () -> key.sign(Mechanism.of(Ckm.SHA256_HMAC), data);
    }

    static Prepared cbc(Session session, int size) {
        byte[] data = new byte[size];
        Key key = aes(session);
        Mechanism cbc = Mechanism.iv(Ckm.AES_CBC, new byte[16]);
        return () -> key.encrypt(cbc, data);
    }

    static Prepared gcm(Session session, int size) {
        byte[] data = new byte[size];
        Key key = aes(session);
        Mechanism gcm = Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.NULL, 128));
        return () -> key.encrypt(gcm, data);
    }

    static Prepared aesGeneration(Session session) {
        return () -> destroyed(aes(session));
    }

    private static Key aes(Session session) {
        return session.generateKey(
                Mechanism.of(Ckm.AES_KEY_GEN),
                Attribute.of(Cka.VALUE_LEN, (long) AES_KEY),
                Attribute.of(Cka.ENCRYPT, true));
    }

    static Pair rsa(Session session, int bits) {
        return session.generateKeyPair(
                Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                List.of(
                        Attribute.of(Cka.MODULUS_BITS, (long) bits),
                        Attribute.of(Cka.PUBLIC_EXPONENT, BigInteger.valueOf(65537)),
                        Attribute.of(Cka.VERIFY, true)),
                List.of(Attribute.of(Cka.SIGN, true)));
    }

    static Pair p256(Session session) {
        return onCurve(session, Ckm.EC_KEY_PAIR_GEN, P256);
    }

    static Pair p384(Session session) {
        return onCurve(session, Ckm.EC_KEY_PAIR_GEN, P384);
    }

    static Pair ed25519(Session session) {
        return onCurve(session, Ckm.EC_EDWARDS_KEY_PAIR_GEN, ED25519);
    }

    private static Pair onCurve(Session session, long mechanism, byte[] curve) {
        return session.generateKeyPair(
                Mechanism.of(mechanism),
                List.of(Attribute.of(Cka.EC_PARAMS, curve), Attribute.of(Cka.VERIFY, true)),
                List.of(Attribute.of(Cka.SIGN, true)));
    }

    static Pair mlDsa(Session session) {
        return session.generateKeyPair(
                Mechanism.of(Ckm.ML_DSA_KEY_PAIR_GEN),
                List.of(Attribute.of(Cka.PARAMETER_SET, Ckp.ML_DSA_65), Attribute.of(Cka.VERIFY, true)),
                List.of(Attribute.of(Cka.SIGN, true)));
    }

    static Prepared sign(Pair pair, Mechanism mechanism) {
        return () -> pair.privateKey().sign(mechanism, HASH);
    }

    static Prepared verify(Pair pair, Mechanism mechanism) {
        byte[] signature = pair.privateKey().sign(mechanism, HASH);
        return () -> {
            if (!pair.publicKey().verify(mechanism, HASH, signature)) {
                throw new IllegalStateException("a signature is wrong");
            }
            return signature;
        };
    }

    static Prepared ecdh(Session session) {
        Pair pair = session.generateKeyPair(
                Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                List.of(Attribute.of(Cka.EC_PARAMS, P256)),
                List.of(Attribute.of(Cka.DERIVE, true)));
        byte[] inOctetString =
                ((Value.Raw) pair.publicKey().get(Cka.EC_POINT)).bytes().array();
        // A tag and a length stand before the point.
        Bytes point = Bytes.of(Arrays.copyOfRange(inOctetString, 2, inOctetString.length));
        Mechanism ecdh = Mechanism.of(Ckm.ECDH1_DERIVE, new EcParameter.Ecdh1Derive(Ckd.NULL, Bytes.NULL, point));
        return () -> destroyed(pair.privateKey().derive(ecdh, SECRET));
    }

    static Prepared encapsulate(Session session) {
        Pair pair = mlKem(session);
        return () -> destroyed(pair.publicKey().encapsulate(ML_KEM, SECRET).key());
    }

    static Prepared decapsulate(Session session) {
        Pair pair = mlKem(session);
        Bytes ciphertext = pair.publicKey().encapsulate(ML_KEM, SECRET).ciphertext();
        return () -> destroyed(pair.privateKey().decapsulate(ML_KEM, ciphertext, SECRET));
    }

    private static Pair mlKem(Session session) {
        return session.generateKeyPair(
                Mechanism.of(Ckm.ML_KEM_KEY_PAIR_GEN),
                List.of(Attribute.of(Cka.PARAMETER_SET, Ckp.ML_KEM_768), Attribute.of(Cka.ENCAPSULATE, true)),
                List.of(Attribute.of(Cka.DECAPSULATE, true)));
    }

    /// Keeps the token from filling up.
    static Object destroyed(Key key) {
        key.destroy();
        return key;
    }

    /// Keeps the token from filling up.
    static Object destroyed(Pair pair) {
        pair.publicKey().destroy();
        pair.privateKey().destroy();
        return pair;
    }
}
