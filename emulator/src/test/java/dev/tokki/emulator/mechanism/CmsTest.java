package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckc;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.parameter.CmsParameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `CKM_CMS_SIG`, section 6.30.4.
class CmsTest {
    private static final byte[] DATA = {1, 2, 3};
    private static final ASN1ObjectIdentifier OWN = new ASN1ObjectIdentifier("1.2.3.4.5");

    @RegisterExtension
    static final Workshop workshop = new Workshop();

    private static Mechanism mechanism(long certificate, long signing, long digest, Bytes requested, Bytes required) {
        return Mechanism.of(
                Ckm.CMS_SIG,
                new CmsParameter.Signature(
                        certificate,
                        Mechanism.of(signing),
                        digest < 0 ? null : Mechanism.of(digest),
                        null,
                        requested,
                        required));
    }

    private static Bytes der(ASN1Encodable value) {
        try {
            return Bytes.of(value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ASN1Sequence attribute(ASN1ObjectIdentifier name, ASN1Encodable... values) {
        return new DERSequence(new ASN1Encodable[] {name, new DERSet(values)});
    }

    private static ASN1Set attributes(byte[] signerInfo) {
        return ASN1Set.getInstance(
                ASN1TaggedObject.getInstance(
                        ASN1Sequence.getInstance(signerInfo).getObjectAt(3)),
                false);
    }

    @Test
    void theSignerIsToldByTheCertificate() {
        Pair pair = workshop.pair(Ckk.RSA);
        X500Name issuer = new X500Name("CN=issuer");
        V3TBSCertificateGenerator certificate = new V3TBSCertificateGenerator();
        certificate.setSerialNumber(new ASN1Integer(BigInteger.valueOf(4711)));
        certificate.setIssuer(issuer);
        certificate.setSubject(new X500Name("CN=subject"));
        certificate.setStartDate(new Time(new DERUTCTime("700101000000Z")));
        certificate.setEndDate(new Time(new DERUTCTime("700101000001Z")));
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.1.1.11"));
        certificate.setSignature(algorithm);
        certificate.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.publicKey().bytes(Cka.PUBLIC_KEY_INFO)));
        Bytes value = der(new DERSequence(
                new ASN1Encodable[] {certificate.generateTBSCertificate(), algorithm, new DERBitString(new byte[1])}));
        long handle = workshop.session()
                .createKey(
                        Attribute.of(Cka.CLASS, Cko.CERTIFICATE),
                        Attribute.of(Cka.CERTIFICATE_TYPE, Ckc.X_509),
                        Attribute.of(
                                Cka.SUBJECT, der(new X500Name("CN=subject")).copy()),
                        Attribute.of(Cka.VALUE, value.copy()))
                .handle();
        byte[] signed =
                pair.privateKey().sign(mechanism(handle, Ckm.SHA256_RSA_PKCS, -1, Bytes.NULL, Bytes.NULL), DATA);
        ASN1Sequence info = ASN1Sequence.getInstance(signed);
        assertThat(info.getObjectAt(0)).isEqualTo(new ASN1Integer(1));
        assertThat(info.getObjectAt(1)).isEqualTo(new DERSequence(new ASN1Encodable[] {issuer, new ASN1Integer(4711)}));
        assertThat(CmsSamples.verifies(signed, DATA, "RSA", "SHA256withRSA", pair))
                .isTrue();
        assertThatThrownBy(() -> pair.privateKey()
                        .sign(
                                mechanism(pair.publicKey().handle(), Ckm.SHA256_RSA_PKCS, -1, Bytes.NULL, Bytes.NULL),
                                DATA))
                .hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
    }

    @Test
    void withAMechanismForDigestsTheCallerHashes() throws GeneralSecurityException {
        Pair pair = workshop.pair(Ckk.RSA);
        Mechanism mechanism = mechanism(0, Ckm.RSA_PKCS, Ckm.SHA256, Bytes.NULL, Bytes.NULL);
        byte[] signed = pair.privateKey()
                .sign(mechanism, MessageDigest.getInstance("SHA-256").digest(DATA));
        assertThat(CmsSamples.verifies(signed, DATA, "RSA", "SHA256withRSA", pair))
                .isTrue();
        assertThatThrownBy(() -> pair.privateKey().sign(mechanism, DATA)).hasMessageContaining("CKR_DATA_LEN_RANGE");
    }

    @Test
    void requiredAttributesAreSignedAsTheyAre() {
        ASN1Sequence own = attribute(OWN, new DERUTF8String("value"));
        Pair pair = workshop.pair(Ckk.EC);
        byte[] signed =
                pair.privateKey().sign(mechanism(0, Ckm.ECDSA_SHA256, -1, Bytes.NULL, der(new DERSet(own))), DATA);
        assertThat(attributes(signed)).contains(own).hasSize(3);
        assertThat(CmsSamples.verifies(signed, DATA, "EC", "SHA256withECDSA", pair))
                .isTrue();
    }

    @Test
    void whatIsRequestedWithoutAValueIsFilledInOrLeftOut() {
        ASN1ObjectIdentifier time = new ASN1ObjectIdentifier("1.2.840.113549.1.9.5");
        Bytes requested = der(new DERSet(new ASN1Encodable[] {new DERSequence(time), new DERSequence(OWN)}));
        byte[] signed = workshop.pair(Ckk.EC)
                .privateKey()
                .sign(mechanism(0, Ckm.ECDSA_SHA256, -1, requested, Bytes.NULL), DATA);
        assertThat(attributes(signed))
                .extracting(attribute -> ASN1Sequence.getInstance(attribute).getObjectAt(0))
                .contains(time)
                .doesNotContain(OWN);
    }

    @Test
    void whatCannotBeIsRefused() {
        Bytes noValue = der(new DERSet(new DERSequence(OWN)));
        refused(mechanism(0, Ckm.ECDSA_SHA256, -1, Bytes.NULL, noValue));
        refused(mechanism(0, Ckm.ECDSA_SHA256, -1, Bytes.NULL, Bytes.of(new byte[] {1, 2})));
        refused(mechanism(0, Ckm.ECDSA_SHA256, Ckm.SHA384, Bytes.NULL, Bytes.NULL));
        refused(mechanism(0, Ckm.ECDSA, -1, Bytes.NULL, Bytes.NULL));
        refused(mechanism(0, Ckm.SHA256_HMAC, -1, Bytes.NULL, Bytes.NULL));
        refused(mechanism(77777, Ckm.ECDSA_SHA256, -1, Bytes.NULL, Bytes.NULL));
        assertThatThrownBy(() -> workshop.pair(Ckk.EC)
                        .privateKey()
                        .sign(mechanism(0, Ckm.SHA256_RSA_PKCS, -1, Bytes.NULL, Bytes.NULL), DATA))
                .hasMessageContaining("CKR_KEY_TYPE_INCONSISTENT");
    }

    private static void refused(Mechanism mechanism) {
        assertThatThrownBy(() -> workshop.pair(Ckk.EC).privateKey().sign(mechanism, DATA))
                .hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
    }
}
