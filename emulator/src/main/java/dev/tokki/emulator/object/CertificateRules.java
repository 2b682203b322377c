package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckt;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.List;

/// The footnotes of the certificate and trust tables that tie several attributes together.
final class CertificateRules {
    private static final long[] TRUSTS = {
        Cka.TRUST_SERVER_AUTH,
        Cka.TRUST_CLIENT_AUTH,
        Cka.TRUST_CODE_SIGNING,
        Cka.TRUST_EMAIL_PROTECTION,
        Cka.TRUST_IPSEC_IKE,
        Cka.TRUST_TIME_STAMPING,
        Cka.TRUST_OCSP_SIGNING
    };

    private CertificateRules() {}

    /// The certificate is here or there: CKA_VALUE and CKA_URL are not both empty, and with a CKA_URL the
    /// hashes of the public keys are needed.
    static Consistency valueOrUrl(String section) {
        return object -> {
            if (isEmpty(object, Cka.VALUE) && isEmpty(object, Cka.URL)) {
                throw incomplete(
                        Cka.VALUE,
                        "CKA_VALUE must not be empty if CKA_URL is, and both are empty.",
                        section,
                        "Give the certificate in CKA_VALUE, or where it can be obtained in CKA_URL.");
            }
            for (long hash : new long[] {Cka.HASH_OF_SUBJECT_PUBLIC_KEY, Cka.HASH_OF_ISSUER_PUBLIC_KEY}) {
                if (isEmpty(object, hash) && !isEmpty(object, Cka.URL)) {
                    throw incomplete(
                            hash,
                            Names.CKA.of(hash) + " can only be empty if CKA_URL is empty, which it is not.",
                            section,
                            "Give the hash, or leave CKA_URL out.");
                }
            }
            return List.of();
        };
    }

    /// CKA_SUBJECT of a WTLS certificate can only be empty if CKA_VALUE is, section 4.7.4.
    static List<Attribute> wtlsSubject(AttributeMap object) {
        if (isEmpty(object, Cka.SUBJECT) && !isEmpty(object, Cka.VALUE)) {
            throw incomplete(
                    Cka.SUBJECT,
                    "CKA_SUBJECT can only be empty if CKA_VALUE is empty, which it is not.",
                    "4.7.4",
                    "Give the subject of the certificate.");
        }
        return List.of();
    }

    /// A trust object that trusts must say which certificate, section 4.8.2.
    static List<Attribute> trustedHash(AttributeMap object) {
        boolean trusts = Arrays.stream(TRUSTS)
                .map(attribute -> object.ulong(attribute, Ckt.TRUST_UNKNOWN))
                .anyMatch(trust -> trust != Ckt.TRUST_UNKNOWN && trust != Ckt.NOT_TRUSTED);
        if (trusts && (isEmpty(object, Cka.HASH_OF_CERTIFICATE) || !object.has(Cka.NAME_HASH_ALGORITHM))) {
            throw incomplete(
                    isEmpty(object, Cka.HASH_OF_CERTIFICATE) ? Cka.HASH_OF_CERTIFICATE : Cka.NAME_HASH_ALGORITHM,
                    "The hash of the certificate and its algorithm must be specified unless all trust attributes are"
                            + " CKT_TRUST_UNKNOWN or CKT_NOT_TRUSTED.",
                    "4.8.2",
                    "Give CKA_HASH_OF_CERTIFICATE and CKA_NAME_HASH_ALGORITHM.");
        }
        return List.of();
    }

    private static boolean isEmpty(AttributeMap object, long attribute) {
        return object.bytes(attribute).length == 0;
    }

    private static Refusal incomplete(long attribute, String rule, String section, String remedy) {
        return Refusal.of(Ckr.TEMPLATE_INCOMPLETE, Names.CKA.of(attribute), rule, section, remedy);
    }
}
