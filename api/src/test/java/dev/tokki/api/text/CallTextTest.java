package dev.tokki.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.SessionInfo;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.Value;
import dev.tokki.api.call.Decryption.Decrypt;
import dev.tokki.api.call.Encryption.EncryptInit;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.Signing.Sign;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.parameter.RsaParameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTextTest {
    private static final Bytes SECRET = Bytes.utf8("open sesame");

    @Test
    void flagsHaveTheNamesOfTheirPlace() {
        var call = new OpenSession(3, Ckf.SERIAL_SESSION | Ckf.RW_SESSION);
        assertThat(CallText.line(call, Reply.ok(7L)))
                .isEqualTo("C_OpenSession(slot=3, flags=CKF_RW_SESSION|CKF_SERIAL_SESSION, application=NULL_PTR,"
                        + " callback=NULL_PTR, newSession=a place for it) = CKR_OK, newSession=7");
    }

    @Test
    void structuresAreShownByMembers() {
        var reply = Reply.ok(new SessionInfo(3, Cks.RO_USER_FUNCTIONS, Ckf.SERIAL_SESSION, 0));
        assertThat(CallText.outputs(new GetSessionInfo(1), reply).toString())
                .isEqualTo("[slot=3, state=CKS_RO_USER_FUNCTIONS, flags=CKF_SERIAL_SESSION, deviceError=0]");
    }

    @Test
    void aPinIsMasked() {
        assertThat(CallText.arguments(new Login(1, Cku.USER, SECRET)).toString())
                .isEqualTo("[session=1, userType=CKU_USER, pin=*** (11 bytes)]");
    }

    @Test
    void decryptedDataIsMaskedAndASignatureIsNot() {
        Reply<Output> reply = Reply.ok(Output.of(SECRET.array()));
        assertThat(CallText.outputs(new Decrypt(1, Bytes.EMPTY, Buffer.of(11)), reply)
                        .toString())
                .isEqualTo("[length=11, bytes=*** (11 bytes)]");
        assertThat(CallText.outputs(new Sign(1, Bytes.EMPTY, Buffer.of(11)), reply)
                        .toString())
                .contains(SECRET.hex());
    }

    @Test
    void aKeysValueIsMaskedWhenGivenAndWhenRead() {
        Attribute value = Attribute.of(Cka.VALUE, SECRET.array());
        var create = new CreateObject(1, Template.of(Attribute.of(Cka.CLASS, Cko.SECRET_KEY), value));
        var get = new GetAttributeValue(1, 2, QueryTemplate.of(AttributeQuery.value(Cka.VALUE, 11)));
        var reply = Reply.ok(List.of(new AttributeReply(Cka.VALUE, 11, value.value())));
        assertThat(CallText.line(create, Reply.of(Ckr.OK)))
                .contains("{CKA_CLASS=CKO_SECRET_KEY, CKA_VALUE=*** (11 bytes)}");
        assertThat(CallText.line(get, reply)).contains("{CKA_VALUE=*** (11 bytes)}");
    }

    @Test
    void dataOfADataObjectIsShown() {
        var create = new CreateObject(
                1,
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.DATA),
                        Attribute.of(Cka.LABEL, "door"),
                        Attribute.of(Cka.VALUE, SECRET.array())));
        assertThat(CallText.line(create, Reply.of(Ckr.OK))).contains("CKA_LABEL=\"door\"", SECRET.hex());
    }

    @Test
    void privatePartsOfAnRsaKeyAreMasked() {
        var create = new CreateObject(
                1,
                Template.of(
                        Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.RSA),
                        Attribute.of(Cka.PRIVATE_EXPONENT, SECRET.array()),
                        Attribute.of(Cka.PRIME_1, SECRET.array())));
        assertThat(CallText.line(create, Reply.of(Ckr.OK))).doesNotContain(SECRET.hex());
    }

    @Test
    void aMechanismIsShownWithItsParameter() {
        var pss = Mechanism.of(Ckm.RSA_PKCS_PSS, new RsaParameter.Pss(Ckm.SHA256, Ckg.MGF1_SHA256, 32));
        assertThat(CallText.arguments(new EncryptInit(1, pss, 2)).get(1).text())
                .isEqualTo("CKM_RSA_PKCS_PSS {hashAlg=CKM_SHA256, mgf=CKG_MGF1_SHA256, saltLength=32}");
        assertThat(CallText.arguments(new EncryptInit(1, null, 2)).get(1).text())
                .isEqualTo("NULL_PTR");
    }

    @Test
    void listedMechanismsHaveNames() {
        Reply<ULongs> reply = Reply.ok(ULongs.of(Ckm.AES_GCM, 0x80001234L));
        assertThat(CallText.outputs(new GetMechanismList(0, Buffer.of(2)), reply)
                        .toString())
                .isEqualTo("[count=2, entries=[CKM_AES_GCM, CKM_VENDOR_DEFINED|0x1234]]");
    }

    @Test
    void manyBytesAreCutShort() {
        assertThat(AttributeText.of(Bytes.of(new byte[100]))).isEqualTo("00".repeat(32) + "… (100 bytes)");
    }

    @Test
    void arraysOfMechanismsAndTemplatesAreShown() {
        assertThat(AttributeText.of(Cka.ALLOWED_MECHANISMS, Value.ofULongs(Ckm.AES_CBC)))
                .isEqualTo("[CKM_AES_CBC]");
        assertThat(AttributeText.of(Cka.WRAP_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.EXTRACTABLE, true)))))
                .isEqualTo("{CKA_EXTRACTABLE=CK_TRUE}");
    }
}
