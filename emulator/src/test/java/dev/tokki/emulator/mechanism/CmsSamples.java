package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.Signing;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.parameter.CmsParameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;

/// The proof of CMS signatures, by Java's own algorithms: nobody verifies them by the same mechanism.
final class CmsSamples {
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";

    private CmsSamples() {}

    static Mechanism mechanism(long signing) {
        return Mechanism.of(
                Ckm.CMS_SIG,
                new CmsParameter.Signature(0, Mechanism.of(signing), null, "text/plain", Bytes.NULL, Bytes.NULL));
    }

    /// RSA and ECDSA, at once and as messages, whole and in parts.
    static void prove(Workshop workshop) {
        long session = workshop.session().handle();
        byte[] data = {1, 2, 3};
        Pair rsa = workshop.pair(Ckk.RSA);
        workshop.run(new Signing.SignInit(
                session, mechanism(Ckm.SHA256_RSA_PKCS), rsa.privateKey().handle()));
        byte[] signed = workshop.bytes(room -> new Signing.Sign(session, Bytes.of(data), room));
        assertThat(verifies(signed, data, "RSA", "SHA256withRSA", rsa)).isTrue();
        assertThat(verifies(signed, new byte[] {1, 2, 4}, "RSA", "SHA256withRSA", rsa))
                .isFalse();
        Pair ec = workshop.pair(Ckk.EC);
        workshop.run(new MessageSigning.MessageSignInit(
                session, mechanism(Ckm.ECDSA_SHA256), ec.privateKey().handle()));
        Bytes message = Bytes.of(data);
        for (Bytes made :
                List.of(SignedMessages.atOnce(workshop, message), SignedMessages.inParts(workshop, message))) {
            assertThat(verifies(made.array(), data, "EC", "SHA256withECDSA", ec))
                    .isTrue();
        }
        workshop.run(new MessageSigning.MessageSignFinal(session));
    }

    /// {@return whether a SignerInfo belongs to data}
    static boolean verifies(byte[] signerInfo, byte[] data, String family, String algorithm, Pair pair) {
        ASN1Sequence info = ASN1Sequence.getInstance(signerInfo);
        ASN1Set attributes = ASN1Set.getInstance(ASN1TaggedObject.getInstance(info.getObjectAt(3)), false);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(KeyFactory.getInstance(family)
                    .generatePublic(new X509EncodedKeySpec(pair.publicKey().bytes(Cka.PUBLIC_KEY_INFO))));
            signature.update(attributes.getEncoded("DER"));
            return signature.verify(
                            ASN1OctetString.getInstance(info.getObjectAt(5)).getOctets())
                    && MessageDigest.isEqual(
                            digest(attributes),
                            MessageDigest.getInstance("SHA-256").digest(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(ASN1Set attributes) {
        for (ASN1Encodable element : attributes) {
            ASN1Sequence attribute = ASN1Sequence.getInstance(element);
            if (attribute.getObjectAt(0).toString().equals(MESSAGE_DIGEST)) {
                return ASN1OctetString.getInstance(
                                ASN1Set.getInstance(attribute.getObjectAt(1)).getObjectAt(0))
                        .getOctets();
            }
        }
        throw new IllegalStateException("no digest of the message");
    }
}
