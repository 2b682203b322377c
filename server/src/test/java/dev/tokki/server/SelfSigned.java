package dev.tokki.server;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Certificates for `localhost` that a key of the token signs for itself.
final class SelfSigned {
    private SelfSigned() {}

    /// {@return a certificate good for a day}
    ///
    /// @param pair RSA or EC
    /// @param provider who signs
    static X509Certificate of(KeyPair pair, Provider provider) throws Exception {
        boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(
                rsa ? PKCSObjectIdentifiers.sha256WithRSAEncryption : X9ObjectIdentifiers.ecdsa_with_SHA256);
        Instant now = Instant.now();
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        V3TBSCertificateGenerator certificate = new V3TBSCertificateGenerator();
        certificate.setSerialNumber(new ASN1Integer(BigInteger.valueOf(now.toEpochMilli())));
        certificate.setIssuer(new X500Name("CN=localhost"));
        certificate.setSubject(new X500Name("CN=localhost"));
        certificate.setStartDate(new Time(Date.from(now.minus(1, ChronoUnit.HOURS))));
        certificate.setEndDate(new Time(Date.from(now.plus(1, ChronoUnit.DAYS))));
        certificate.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        certificate.setSignature(algorithm);
        certificate.setExtensions(extensions.generate());
        ASN1EncodableVector whole = new ASN1EncodableVector();
        byte[] unsigned = certificate.generateTBSCertificate().getEncoded("DER");
        whole.add(certificate.generateTBSCertificate());
        whole.add(algorithm);
        whole.add(new DERBitString(signature(rsa ? "SHA256withRSA" : "SHA256withECDSA", pair, provider, unsigned)));
        byte[] der = new DERSequence(whole).getEncoded("DER");
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static byte[] signature(String algorithm, KeyPair pair, Provider provider, byte[] data) throws Exception {
        Signature signature = Signature.getInstance(algorithm, provider);
        signature.initSign(pair.getPrivate());
        signature.update(data);
        return signature.sign();
    }
}
