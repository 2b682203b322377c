package dev.tokki.emulator.mechanism.cms;

import dev.tokki.emulator.mechanism.declare.ParameterRule;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.Time;

/// The attributes that a CMS signature is made of (RFC 5652, 5.3 and 11): what the content is, its digest, the time,
/// and
/// what the caller wants beside them.
///
/// @param values the values by object identifier
record SignedAttributes(Map<ASN1ObjectIdentifier, ASN1Set> values) {
    private static final ASN1ObjectIdentifier CONTENT_TYPE = new ASN1ObjectIdentifier("1.2.840.113549.1.9.3");
    private static final ASN1ObjectIdentifier MESSAGE_DIGEST = new ASN1ObjectIdentifier("1.2.840.113549.1.9.4");
    private static final ASN1ObjectIdentifier SIGNING_TIME = new ASN1ObjectIdentifier("1.2.840.113549.1.9.5");
    private static final ASN1ObjectIdentifier DATA = new ASN1ObjectIdentifier("1.2.840.113549.1.7.1");

    /// {@return the attributes that a parameter asks for}
    ///
    /// @param required what must be in, as it is; empty for nothing
    /// @param requested what should be in; empty for nothing
    static SignedAttributes of(byte[] required, byte[] requested, Instant now, ParameterRule<?> rule) {
        Map<ASN1ObjectIdentifier, ASN1Set> values = new LinkedHashMap<>();
        Map<ASN1ObjectIdentifier, ASN1Set> own =
                Map.of(CONTENT_TYPE, new DERSet(DATA), SIGNING_TIME, new DERSet(new Time(Date.from(now))));
        values.put(CONTENT_TYPE, new DERSet(DATA));
        if (required.length == 0 && requested.length == 0) {
            values.putAll(own);
        }
        read(requested, "pRequestedAttributes", rule).forEach((name, value) -> {
            ASN1Set used = value.size() == 0 ? own.getOrDefault(name, value) : value;
            if (used.size() > 0) {
                values.put(name, used);
            }
        });
        read(required, "pRequiredAttributes", rule).forEach((name, value) -> {
            ASN1Set used = value.size() == 0 ? own.getOrDefault(name, value) : value;
            if (used.size() == 0 && !name.equals(MESSAGE_DIGEST)) {
                throw rule.wrong(
                        "pRequiredAttributes",
                        "Of the attribute " + name + " the token knows no value.",
                        "Pass the attribute with its value.");
            }
            values.put(name, used);
        });
        ASN1Set digest = values.remove(MESSAGE_DIGEST);
        if (digest != null && digest.size() > 0) {
            throw rule.wrong(
                    "pRequiredAttributes, pRequestedAttributes",
                    "The digest of the message is made here.",
                    "Leave messageDigest out, or pass it without a value.");
        }
        return new SignedAttributes(values);
    }

    private static Map<ASN1ObjectIdentifier, ASN1Set> read(byte[] der, String member, ParameterRule<?> rule) {
        Map<ASN1ObjectIdentifier, ASN1Set> values = new LinkedHashMap<>();
        if (der.length == 0) {
            return values;
        }
        try {
            for (ASN1Encodable element : ASN1Set.getInstance(ASN1Primitive.fromByteArray(der))) {
                ASN1Sequence attribute = ASN1Sequence.getInstance(element);
                values.put(
                        ASN1ObjectIdentifier.getInstance(attribute.getObjectAt(0)),
                        attribute.size() > 1 ? ASN1Set.getInstance(attribute.getObjectAt(1)) : new DERSet());
            }
            return values;
        } catch (IOException | RuntimeException e) {
            throw rule.wrong(
                    member,
                    "It is not the DER of a SET of Attributes (section 6.30.2).",
                    "Pass a SET of SEQUENCEs of an object identifier and a SET of values.");
        }
    }

    /// {@return the set, with the digest of the message}
    DERSet with(byte[] digest) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        values.forEach((name, value) -> all.add(attribute(name, value)));
        all.add(attribute(MESSAGE_DIGEST, new DERSet(new DEROctetString(digest))));
        return new DERSet(all);
    }

    private static DERSequence attribute(ASN1ObjectIdentifier name, ASN1Set values) {
        return new DERSequence(new ASN1Encodable[] {name, values});
    }
}
