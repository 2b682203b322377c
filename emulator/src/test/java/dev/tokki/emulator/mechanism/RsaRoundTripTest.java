package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.emulator.object.AttributeMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class RsaRoundTripTest {
    private final MechanismTable table = MechanismTable.all();

    @Test
    void everySignatureIsVerifiedByItsPublicKey() {
        Mechanisms.NewPair pair = table.generateKeyPair(
                Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                AttributeMap.of(List.of(Attribute.of(Cka.MODULUS_BITS, 1024))),
                AttributeMap.of(List.of()));
        TestKey pub = new TestKey(pair.publicKey());
        TestKey priv = new TestKey(pair.privateKey());
        byte[] data = new byte[32];
        for (Mechanism m : List.of(
                Mechanism.of(Ckm.RSA_PKCS),
                Mechanism.of(Ckm.RSA_X_509),
                Mechanism.of(Ckm.SHA256_RSA_PKCS),
                Mechanism.of(Ckm.SHA3_256_RSA_PKCS),
                Mechanism.of(Ckm.RSA_PKCS_PSS, new RsaParameter.Pss(Ckm.SHA256, Ckg.MGF1_SHA512, 20)),
                Mechanism.of(Ckm.SHA384_RSA_PKCS_PSS, new RsaParameter.Pss(Ckm.SHA384, Ckg.MGF1_SHA1, 48)))) {
            byte[] signature = table.sign(m, priv).finish(data);
            table.verify(m, pub).finish(data, signature);
            assertThat(signature).hasSize(128);
        }
        for (Parameter p : List.of(
                new RsaParameter.Oaep(Ckm.SHA256, Ckg.MGF1_SHA1, Ckz.DATA_SPECIFIED, Bytes.utf8("label")),
                new RsaParameter.Oaep(Ckm.SHA3_256, Ckg.MGF1_SHA3_512, Ckz.DATA_SPECIFIED, Bytes.NULL))) {
            Mechanism m = Mechanism.of(Ckm.RSA_PKCS_OAEP, p);
            assertThat(table.decrypt(m, priv).finish(table.encrypt(m, pub).finish(data)))
                    .isEqualTo(data);
        }
    }
}
