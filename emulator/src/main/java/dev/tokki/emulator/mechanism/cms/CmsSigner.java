package dev.tokki.emulator.mechanism.cms;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Underlying;
import dev.tokki.emulator.rule.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// A SignerInfo in progress (RFC 5652, 5.3).
final class CmsSigner implements Signer {
    private static final String SECTION = "6.30.4";
    /// How much longer the DER of two numbers is than the numbers.
    private static final int DER_OF_NUMBERS = 12;

    private final Crypto crypto;
    private final CmsMechanisms.Request request;
    private final SignedAttributes attributes;
    private final Signer inner;
    private final DERSequence signerInfoStart;
    private final Digester digest;
    private final ByteArrayOutputStream digested = new ByteArrayOutputStream();

    private CmsSigner(
            Crypto crypto,
            CmsMechanisms.Request request,
            SignedAttributes attributes,
            Signer inner,
            DERSequence start,
            Digester digest) {
        this.crypto = crypto;
        this.request = request;
        this.attributes = attributes;
        this.inner = inner;
        this.signerInfoStart = start;
        this.digest = digest;
    }

    static CmsSigner of(
            Crypto crypto, Underlying others, CmsMechanisms.Request request, KeyView key, ParameterRule<?> rule) {
        SignedAttributes attributes = SignedAttributes.of(
                request.given().requiredAttributes().copy(),
                request.given().requestedAttributes().copy(),
                Instant.now(),
                rule);
        return new CmsSigner(
                crypto,
                request,
                attributes,
                others.sign(crypto, request.signing(), key),
                start(crypto, request, key, rule),
                others.digest(crypto, Mechanism.of(request.hash().macs().digest())));
    }

    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public long length() {
        byte[] signature = new byte[(int) inner.length() + DER_OF_NUMBERS];
        return encoded(attributes.with(new byte[request.hash().length()]), signature).length;
    }

    @Override
    public void update(byte[] data) {
        if (request.scheme().hash().isPresent()) {
            digest.update(data);
        } else {
            digested.writeBytes(data);
        }
    }

    @Override
    public byte[] finish(byte[] data) {
        update(data);
        ASN1Set signed = attributes.with(messageDigest());
        byte[] der = der(signed);
        byte[] signature = inner.finish(request.scheme().hash().isPresent() ? der : digestOf(der));
        return encoded(signed, request.scheme().kind() == SignatureScheme.Kind.RSA ? signature : numbers(signature));
    }

    /// Where the signing mechanism signs digests, the caller has made that of the message.
    private byte[] messageDigest() {
        if (request.scheme().hash().isPresent()) {
            return digest.finish();
        }
        if (digested.size() != request.hash().length()) {
            throw Refusal.of(
                    Ckr.DATA_LEN_RANGE,
                    "pData",
                    "With a signing mechanism for digests, the data are the digest of the message, "
                            + request.hash().length() + " bytes; these are " + digested.size() + ".",
                    SECTION,
                    "Pass the digest, or use a signing mechanism that hashes.");
        }
        return digested.toByteArray();
    }

    private byte[] digestOf(byte[] der) {
        byte[] made = crypto.digest(request.hash().algorithm()).digest(der);
        return request.scheme().kind() == SignatureScheme.Kind.RSA
                ? der(new DigestInfo(digestAlgorithm(request), made))
                : made;
    }

    private byte[] encoded(ASN1Set signed, byte[] signature) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        signerInfoStart.forEach(all::add);
        all.add(new DERTaggedObject(false, 0, signed));
        all.add(signatureAlgorithm(request));
        all.add(new DEROctetString(signature));
        return der(new DERSequence(all));
    }

    /// Version, signer and digest: what is known from the beginning.
    private static DERSequence start(Crypto crypto, CmsMechanisms.Request request, KeyView key, ParameterRule<?> rule) {
        long handle = request.given().certificate();
        ASN1Encodable signer = handle == 0
                ? new DERTaggedObject(false, 0, new DEROctetString(keyIdentifier(crypto, key, rule)))
                : issuerAndNumber(key.beside(handle, "CK_CMS_SIG_PARAMS.certificateHandle"), rule);
        return new DERSequence(
                new ASN1Encodable[] {new ASN1Integer(handle == 0 ? 3 : 1), signer, digestAlgorithm(request)});
    }

    private static DERSequence issuerAndNumber(AttributeMap object, ParameterRule<?> rule) {
        try {
            if (object.ulong(Cka.CLASS, -1) == Cko.CERTIFICATE) {
                Certificate certificate = Certificate.getInstance(object.bytes(Cka.VALUE));
                return new DERSequence(new ASN1Encodable[] {certificate.getIssuer(), certificate.getSerialNumber()});
            }
        } catch (RuntimeException e) {
            // Parsers throw whatever junk makes them meet. Told below, as for what is no certificate at all.
        }
        throw rule.wrong(
                "certificateHandle",
                "It must be an X.509 certificate.",
                "Pass CK_INVALID_HANDLE to tell the signer by its public key.");
    }

    /// {@return the SHA-1 of the public key (RFC 5280, 4.2.1.2)}
    private static byte[] keyIdentifier(Crypto crypto, KeyView key, ParameterRule<?> rule) {
        byte[] info = key.attributes().bytes(Cka.PUBLIC_KEY_INFO);
        byte[] identifier = key.attributes().bytes(Cka.ID);
        if (info.length > 0) {
            byte[] bits =
                    SubjectPublicKeyInfo.getInstance(info).getPublicKeyData().getOctets();
            return crypto.digest("SHA-1").digest(bits);
        }
        if (identifier.length == 0) {
            throw rule.wrong(
                    "certificateHandle",
                    "The key tells neither its public key nor a CKA_ID, so the signer has no name.",
                    "Pass the handle of the signer's certificate.");
        }
        return identifier;
    }

    private static AlgorithmIdentifier digestAlgorithm(CmsMechanisms.Request request) {
        return new AlgorithmIdentifier(
                new ASN1ObjectIdentifier(
                        SignatureScheme.digestName(request.hash()).orElseThrow()),
                DERNull.INSTANCE);
    }

    private static AlgorithmIdentifier signatureAlgorithm(CmsMechanisms.Request request) {
        ASN1ObjectIdentifier name =
                new ASN1ObjectIdentifier(request.scheme().name(request.hash()).orElseThrow());
        return request.scheme().kind() == SignatureScheme.Kind.RSA
                ? new AlgorithmIdentifier(name, DERNull.INSTANCE)
                : new AlgorithmIdentifier(name);
    }

    /// {@return the DER of the two numbers that PKCS #11 lays side by side}
    private static byte[] numbers(byte[] signature) {
        int half = signature.length / 2;
        return der(new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(new BigInteger(1, Arrays.copyOf(signature, half))),
            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length)))
        }));
    }

    private static byte[] der(org.bouncycastle.asn1.ASN1Object object) {
        try {
            return object.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
