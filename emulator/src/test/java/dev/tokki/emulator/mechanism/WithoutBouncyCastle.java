package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.emulator.mechanism.hash.Hash;

/// Uses what the JDK has, in a JVM of its own whose loaded classes a test looks at.
public final class WithoutBouncyCastle {
    private WithoutBouncyCastle() {}

    /// Digests, MACs, encrypts, wraps, generates and signs.
    public static void main(String[] arguments) {
        MechanismTable table = MechanismTable.all();
        for (Hash hash : Hash.values()) {
            if (!hash.algorithm().startsWith("SHA")) {
                continue;
            }
            table.digest(Mechanism.of(hash.macs().digest())).finish();
            TestKey hmac = new TestKey(table.generateKey(
                    Mechanism.of(hash.macs().keyGen()), Pairs.template(Attribute.of(Cka.VALUE_LEN, 20))));
            table.sign(Mechanism.of(hash.macs().hmac()), hmac).finish(new byte[3]);
        }
        TestKey aes = new TestKey(
                table.generateKey(Mechanism.of(Ckm.AES_KEY_GEN), Pairs.template(Attribute.of(Cka.VALUE_LEN, 32))));
        table.checkKey(aes.attributes());
        table.checkValue(aes.attributes());
        table.publicKeyInfo(aes.attributes());
        table.encrypt(Mechanism.iv(Ckm.AES_CBC_PAD, new byte[16]), aes).finish(new byte[3]);
        table.decrypt(Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.NULL, 0)), aes)
                .finish(new byte[3]);
        Pairs rsa = Pairs.rsa(table, 1024);
        table.publicKeyInfo(rsa.privateKey().attributes());
        for (Mechanism mechanism : new Mechanism[] {
            Mechanism.of(Ckm.RSA_PKCS),
            Mechanism.of(Ckm.SHA256_RSA_PKCS),
            Mechanism.of(Ckm.SHA256_RSA_PKCS_PSS, new RsaParameter.Pss(Ckm.SHA256, Ckg.MGF1_SHA256, 32))
        }) {
            table.verify(mechanism, rsa.publicKey())
                    .finish(new byte[3], table.sign(mechanism, rsa.privateKey()).finish(new byte[3]));
        }
        table.wrap(Mechanism.of(Ckm.AES_KEY_WRAP_KWP), aes, rsa.privateKey());
        table.list();
    }
}
