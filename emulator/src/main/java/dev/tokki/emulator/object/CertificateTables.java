package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BOOL;
import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.api.AttributeKind.DATE;
import static dev.tokki.api.AttributeKind.TEXT;
import static dev.tokki.api.AttributeKind.ULONG;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckt;

/// Certificates (section 4.7) and the trust in them (section 4.8).
///
/// The tables of the three types of certificates and of trust objects have footnotes of their own. Where one
/// says "MUST be specified when the object is created" it is footnote 1 here; the attributes that the text
/// below a table calls modifiable have footnote 8; what ties two attributes together is in [CertificateRules].
final class CertificateTables {
    private static final Limit CATEGORIES = Limit.oneOf(
            Ck.CERTIFICATE_CATEGORY_UNSPECIFIED,
            Ck.CERTIFICATE_CATEGORY_TOKEN_USER,
            Ck.CERTIFICATE_CATEGORY_AUTHORITY,
            Ck.CERTIFICATE_CATEGORY_OTHER_ENTITY);
    private static final Limit DOMAINS = Limit.oneOf(
            Ck.SECURITY_DOMAIN_UNSPECIFIED,
            Ck.SECURITY_DOMAIN_MANUFACTURER,
            Ck.SECURITY_DOMAIN_OPERATOR,
            Ck.SECURITY_DOMAIN_THIRD_PARTY);
    private static final Limit TRUSTS =
            Limit.oneOf(Ckt.TRUST_UNKNOWN, Ckt.TRUSTED, Ckt.TRUST_ANCHOR, Ckt.NOT_TRUSTED, Ckt.TRUST_MUST_VERIFY_TRUST);

    static final AttributeTable CERTIFICATE = AttributeTable.of(
            "Common Certificate Object Attributes",
            "4.7.2",
            row(Cka.CERTIFICATE_TYPE, ULONG, 1),
            row(Cka.TRUSTED, BOOL, 10).otherwise(false),
            row(Cka.CERTIFICATE_CATEGORY, ULONG)
                    .otherwise(Ck.CERTIFICATE_CATEGORY_UNSPECIFIED)
                    .limit(CATEGORIES),
            row(Cka.CHECK_VALUE, BYTES).followsUnlessEmpty(Computation.sha1HeadOf(Cka.VALUE), Ckr.OK),
            row(Cka.START_DATE, DATE).otherwiseEmpty(),
            row(Cka.END_DATE, DATE).otherwiseEmpty(),
            row(Cka.PUBLIC_KEY_INFO, BYTES).otherwiseEmpty());

    static final AttributeTable X_509 = AttributeTable.of(
            "X.509 Certificate Object Attributes",
            "4.7.3",
            row(Cka.SUBJECT, BYTES, 1),
            row(Cka.ID, BYTES, 8).otherwiseEmpty(),
            row(Cka.ISSUER, BYTES, 8).otherwiseEmpty(),
            row(Cka.SERIAL_NUMBER, BYTES, 8).otherwiseEmpty(),
            row(Cka.VALUE, BYTES, 1),
            row(Cka.URL, TEXT).otherwiseEmpty(),
            row(Cka.HASH_OF_SUBJECT_PUBLIC_KEY, BYTES).otherwiseEmpty(),
            row(Cka.HASH_OF_ISSUER_PUBLIC_KEY, BYTES).otherwiseEmpty(),
            row(Cka.JAVA_MIDP_SECURITY_DOMAIN, ULONG)
                    .otherwise(Ck.SECURITY_DOMAIN_UNSPECIFIED)
                    .limit(DOMAINS),
            row(Cka.NAME_HASH_ALGORITHM, ULONG).otherwise(Ckm.SHA_1));

    static final AttributeTable WTLS = AttributeTable.of(
            "WTLS Certificate Object Attributes",
            "4.7.4",
            row(Cka.SUBJECT, BYTES, 1),
            row(Cka.ISSUER, BYTES, 8).otherwiseEmpty(),
            row(Cka.VALUE, BYTES, 1),
            row(Cka.URL, TEXT).otherwiseEmpty(),
            row(Cka.HASH_OF_SUBJECT_PUBLIC_KEY, BYTES).otherwiseEmpty(),
            row(Cka.HASH_OF_ISSUER_PUBLIC_KEY, BYTES).otherwiseEmpty(),
            row(Cka.NAME_HASH_ALGORITHM, ULONG).otherwise(Ckm.SHA_1));

    static final AttributeTable X_509_ATTRIBUTE = AttributeTable.of(
            "X.509 Attribute Certificate Object Attributes",
            "4.7.5",
            row(Cka.OWNER, BYTES, 1),
            row(Cka.AC_ISSUER, BYTES, 8).otherwiseEmpty(),
            row(Cka.SERIAL_NUMBER, BYTES, 8).otherwiseEmpty(),
            row(Cka.ATTR_TYPES, BYTES, 8).otherwiseEmpty(),
            row(Cka.VALUE, BYTES, 1));

    static final AttributeTable TRUST = AttributeTable.of(
            "Trust Object Attributes",
            "4.8.2",
            row(Cka.ISSUER, BYTES, 1),
            row(Cka.SERIAL_NUMBER, BYTES, 1),
            row(Cka.HASH_OF_CERTIFICATE, BYTES).otherwiseEmpty(),
            row(Cka.NAME_HASH_ALGORITHM, ULONG),
            trust(Cka.TRUST_SERVER_AUTH),
            trust(Cka.TRUST_CLIENT_AUTH),
            trust(Cka.TRUST_CODE_SIGNING),
            trust(Cka.TRUST_EMAIL_PROTECTION),
            trust(Cka.TRUST_IPSEC_IKE),
            trust(Cka.TRUST_TIME_STAMPING),
            trust(Cka.TRUST_OCSP_SIGNING));

    private CertificateTables() {}

    private static AttributeRule trust(long attribute) {
        return row(attribute, ULONG).otherwise(Ckt.TRUST_UNKNOWN).limit(TRUSTS);
    }
}
