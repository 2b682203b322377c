package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Decryption.DecryptInit;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.call.KeyManagement.GenerateKey;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.KeyManagement.WrapKey;
import dev.tokki.api.call.MessageEncryption.MessageEncryptInit;
import dev.tokki.api.call.MessageSigning.MessageSignInit;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.parameter.CmsParameter;
import dev.tokki.api.parameter.KipParameter;
import dev.tokki.emulator.offer.Offer;
import dev.tokki.emulator.offer.OfferText;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A token offers what it was told to, everywhere, and says so when it refuses the rest.
class OfferTest {
    private static final byte[] P256 = {6, 8, 42, (byte) 134, 72, (byte) 206, 61, 3, 1, 7};
    private static final byte[] P384 = {6, 5, 43, (byte) 129, 4, 0, 34};

    private Application application =
            Application.initialise(emulator(Offer.everything()).connect());
    private Session session = application.token(0).openReadWrite();

    private static Emulator emulator(Offer offer) {
        return Emulator.builder()
                .policy(TokenPolicy.standard().withOffer(offer))
                .slot(0, TokenPlan.ready("test", "12345678", "1234"))
                .build();
    }

    private void open(Offer offer) {
        application.close();
        application = Application.initialise(emulator(offer).connect());
        session = application.token(0).openReadWrite().login(Cku.USER, "1234");
    }

    @AfterEach
    void close() {
        application.close();
    }

    private long[] listed() {
        return application.token(0).mechanisms();
    }

    private Reply<?> refused(Call<?> call, long rv) {
        Reply<?> reply = application.module().call(call);
        assertThat(reply.rv().value()).as(reply.toString()).isEqualTo(rv);
        assertThat(Objects.requireNonNull(reply.reason()).toString())
                .contains("was told")
                .contains("tokki token offer");
        return reply;
    }

    private Key aes(int length) {
        return session.createKey(secret(Ckk.AES, length));
    }

    private static Attribute[] secret(long type, int length) {
        return new Attribute[] {
            Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
            Attribute.of(Cka.KEY_TYPE, type),
            Attribute.of(Cka.EXTRACTABLE, true),
            Attribute.of(Cka.VALUE, new byte[length])
        };
    }

    private long handle() {
        return session.handle();
    }

    @Test
    void onlyWhatIsNamedIsListed() {
        open(Offer.everything().only("CKM_AES_C*", "sha256").without("aes-cbc*"));
        assertThat(listed())
                .contains(Ckm.SHA256, Ckm.AES_CTR, Ckm.AES_CMAC)
                .doesNotContain(Ckm.AES_CBC, Ckm.AES_CBC_PAD, Ckm.AES_ECB, Ckm.SHA_1);
        assertThat(session.find(Attribute.of(Cka.CLASS, Cko.MECHANISM))).hasSize(listed().length);
    }

    @Test
    void whatIsLeftOutIsRefusedAndSaysWhy() {
        open(Offer.everything().without("CKM_MD5", "CKM_AES_ECB", "CKM_AES_KEY_GEN", "CKM_RSA_PKCS_KEY_PAIR_GEN"));
        Key key = aes(16);
        refused(new DigestInit(handle(), Mechanism.of(Ckm.MD5)), Ckr.MECHANISM_INVALID);
        refused(new EncryptInit(handle(), Mechanism.of(Ckm.AES_ECB), key.handle()), Ckr.MECHANISM_INVALID);
        refused(
                new GenerateKey(handle(), Mechanism.of(Ckm.AES_KEY_GEN), Template.of(Attribute.of(Cka.VALUE_LEN, 16L))),
                Ckr.MECHANISM_INVALID);
        refused(
                new GenerateKeyPair(handle(), Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN), Template.of(), Template.of()),
                Ckr.MECHANISM_INVALID);
        assertThat(application.token(0).openReadOnly().digest(Mechanism.of(Ckm.SHA256), new byte[1]))
                .hasSize(32);
    }

    @Test
    void usesThatAreLeftOutAreRefused() {
        open(Offer.everything()
                .uses("CKM_AES_CBC", Ckf.ENCRYPT)
                .uses("CKM_AES_GCM", Ckf.ENCRYPT | Ckf.DECRYPT)
                .uses("CKM_AES_CMAC", Ckf.SIGN | Ckf.VERIFY));
        Key key = aes(16);
        assertThat(application.token(0).mechanism(Ckm.AES_CBC).flags()).isEqualTo(Ckf.ENCRYPT);
        assertThat(application.token(0).mechanism(Ckm.AES_CMAC).flags()).isEqualTo(Ckf.SIGN | Ckf.VERIFY);
        Mechanism cbc = Mechanism.iv(Ckm.AES_CBC, new byte[16]);
        assertThat(key.encrypt(cbc, new byte[16])).hasSize(16);
        refused(new DecryptInit(handle(), cbc, key.handle()), Ckr.MECHANISM_INVALID);
        refused(
                new WrapKey(handle(), cbc, key.handle(), key.handle(), dev.tokki.api.Buffer.of(100)),
                Ckr.MECHANISM_INVALID);
        refused(new MessageEncryptInit(handle(), Mechanism.of(Ckm.AES_GCM), key.handle()), Ckr.MECHANISM_INVALID);
        refused(new MessageSignInit(handle(), Mechanism.of(Ckm.AES_CMAC), key.handle()), Ckr.MECHANISM_INVALID);
    }

    @Test
    void curvesAreStillToldWhereUsesAreLeftOut() {
        open(Offer.everything().uses("CKM_ECDSA", Ckf.VERIFY));
        assertThat(application.token(0).mechanism(Ckm.ECDSA).flags())
                .isEqualTo(Ckf.VERIFY
                        | Ckf.EC_F_P
                        | Ckf.EC_F_2M
                        | Ckf.EC_OID
                        | Ckf.EC_ECPARAMETERS
                        | Ckf.EC_CURVENAME
                        | Ckf.EC_UNCOMPRESS
                        | Ckf.EC_COMPRESS);
    }

    @Test
    void sizesAreToldAndOthersRefused() {
        open(Offer.everything().sizes("CKM_AES_*", 32, 32).sizes("*RSA*", 2048, 4096));
        assertThat(application.token(0).mechanism(Ckm.AES_GCM).minKeySize()).isEqualTo(32);
        assertThat(application.token(0).mechanism(Ckm.RSA_PKCS).maxKeySize()).isEqualTo(4096);
        refused(
                new GenerateKey(handle(), Mechanism.of(Ckm.AES_KEY_GEN), Template.of(Attribute.of(Cka.VALUE_LEN, 16L))),
                Ckr.ATTRIBUTE_VALUE_INVALID);
        refused(
                new GenerateKeyPair(
                        handle(),
                        Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                        Template.of(Attribute.of(Cka.MODULUS_BITS, 1024L)),
                        Template.of()),
                Ckr.ATTRIBUTE_VALUE_INVALID);
        refused(new CreateObject(handle(), Template.of(secret(Ckk.AES, 16))), Ckr.ATTRIBUTE_VALUE_INVALID);
        assertThat(aes(32).handle()).isNotZero();
    }

    @Test
    void aKeyThatSomeMechanismTakesIsRefusedByTheOthersWhenItIsUsed() {
        open(Offer.everything().sizes("CKM_AES_GCM", 32, 32));
        Key key = aes(16);
        Mechanism gcm = Mechanism.of(
                Ckm.AES_GCM, new dev.tokki.api.parameter.AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.NULL, 128));
        refused(new EncryptInit(handle(), gcm, key.handle()), Ckr.KEY_SIZE_RANGE);
        assertThat(key.encrypt(Mechanism.of(Ckm.AES_ECB), new byte[16])).hasSize(16);
    }

    @Test
    void curvesAndParameterSetsOfOtherSizesAreRefused() {
        open(Offer.everything().sizes("CKM_EC_KEY_PAIR_GEN", 256, 256).sizes("CKM_ML_DSA*", 1952, 1952));
        refused(pair(Ckm.EC_KEY_PAIR_GEN, Attribute.of(Cka.EC_PARAMS, P384)), Ckr.CURVE_NOT_SUPPORTED);
        refused(
                pair(Ckm.ML_DSA_KEY_PAIR_GEN, Attribute.of(Cka.PARAMETER_SET, Ckp.ML_DSA_44)),
                Ckr.PARAMETER_SET_NOT_SUPPORTED);
        assertThat(application
                        .module()
                        .call(pair(Ckm.EC_KEY_PAIR_GEN, Attribute.of(Cka.EC_PARAMS, P256)))
                        .isOk())
                .isTrue();
    }

    private GenerateKeyPair pair(long mechanism, Attribute attribute) {
        return new GenerateKeyPair(handle(), Mechanism.of(mechanism), Template.of(attribute), Template.of());
    }

    @Test
    void aMechanismUnderneathAnotherMustBeOfferedToo() {
        open(Offer.everything().without("CKM_SHA256_RSA_PKCS", "CKM_AES_KEY_WRAP_KWP"));
        long signing = session.generateKeyPair(
                        Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                        java.util.List.of(Attribute.of(Cka.MODULUS_BITS, 2048L)),
                        java.util.List.of(Attribute.of(Cka.SIGN, true)))
                .privateKey()
                .handle();
        Mechanism cms = Mechanism.of(
                Ckm.CMS_SIG,
                new CmsParameter.Signature(
                        0, Mechanism.of(Ckm.SHA256_RSA_PKCS), null, "text/plain", Bytes.NULL, Bytes.NULL));
        refused(new SignInit(handle(), cms, signing), Ckr.MECHANISM_PARAM_INVALID);
        Key key = aes(16);
        Mechanism kip =
                Mechanism.of(Ckm.KIP_WRAP, new KipParameter.Kip(Mechanism.of(Ckm.AES_KEY_WRAP_KWP), 0, Bytes.NULL));
        refused(
                new WrapKey(handle(), kip, key.handle(), key.handle(), dev.tokki.api.Buffer.of(100)),
                Ckr.MECHANISM_PARAM_INVALID);
    }

    @Test
    void aHashInsideAnotherMechanismNeedNotBeOffered() {
        open(Offer.everything().only("CKM_SHA256_HMAC", "CKM_GENERIC_SECRET_KEY_GEN"));
        Key key = session.createKey(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.SIGN, true),
                Attribute.of(Cka.VALUE, new byte[32]));
        assertThat(key.sign(Mechanism.of(Ckm.SHA256_HMAC), new byte[3])).hasSize(32);
        assertThat(listed()).containsExactlyInAnyOrder(Ckm.GENERIC_SECRET_KEY_GEN, Ckm.SHA256_HMAC);
    }

    @Test
    void anOfferIsTheSameAfterItWasWrittenDown() {
        Offer offer = Offer.everything()
                .only("CKM_AES_*")
                .without("AES-ECB")
                .uses("CKM_AES_CBC", Ckf.ENCRYPT | Ckf.DECRYPT)
                .uses("CKM_AES_CTR", 0)
                .sizes("CKM_AES_*", 16, 32);
        assertThat(OfferText.parse(offer.toString())).isEqualTo(offer);
        assertThat(OfferText.lines(offer))
                .containsExactly(
                        "only CKM_AES_*",
                        "without CKM_AES_ECB",
                        "use CKM_AES_CBC=encrypt,decrypt",
                        "use CKM_AES_CTR=nothing",
                        "size CKM_AES_*=16..32");
        open(offer);
        assertThat(listed()).doesNotContain(Ckm.AES_CTR, Ckm.AES_ECB).contains(Ckm.AES_CBC);
    }

    @Test
    void namesAndSizesThatTheEngineHasNotAreRefused() {
        open(Offer.everything());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Offer.everything().only("CKM_AESS_*"))
                .withMessageContaining("CKM_AESS_*");
        try (Emulator emulator = Emulator.inMemory("test", "12345678", "1234")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> emulator.check(Offer.everything().sizes("CKM_SHA256", 1, 2)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> emulator.check(Offer.everything().sizes("CKM_RSA_PKCS", 1, 2)))
                    .withMessageContaining("bits of the modulus");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> emulator.check(Offer.everything().without("CKM_KEA_DERIVE")));
        }
    }

    @Test
    void aTokenKeepsToWhatItWasToldUntilItIsToldOtherwise() {
        open(Offer.everything());
        try (Emulator emulator = Emulator.inMemory("test", "12345678", "1234");
                Application other = Application.initialise(emulator.connect())) {
            int all = other.token(0).mechanisms().length;
            emulator.tell(0, "12345678", Offer.everything().only("CKM_SHA*"));
            assertThat(other.token(0).mechanisms()).contains(Ckm.SHA256).doesNotContain(Ckm.MD5);
            other.token(0).initialise("12345678", "anew");
            assertThat(other.token(0).mechanisms()).doesNotContain(Ckm.MD5);
            emulator.tell(0, "12345678", Offer.everything());
            assertThat(Arrays.stream(other.token(0).mechanisms()).count()).isEqualTo(all);
        }
    }
}
