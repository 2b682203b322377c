package dev.tokki.trace.xml;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckc;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the mandatory cases of the profiles assume of a token, which they do not make themselves.
public final class ProfileSetUp {
    private static final Pattern CERTIFICATE = Pattern.compile("value=\"(3082[0-9a-f]+)\"");

    private ProfileSetUp() {}

    /// Puts on a token what a case looks for: AUTH a pair of RSA keys, CERT five certificates; others nothing.
    ///
    /// @param xml the case's text
    /// @param module the module, not initialised, and left so
    /// @param slot the token's slot
    /// @param pin the user's PIN
    public static void of(String xml, Cryptoki module, long slot, String pin) {
        Matcher certificate = CERTIFICATE.matcher(xml);
        if (xml.contains("testrsa-pri")) {
            keyPair(module, slot, pin);
        } else if (xml.contains("Mozilla Builtin Roots") && certificate.find()) {
            certificates(module, slot, pin, Bytes.hex(certificate.group(1)).copy());
        }
    }

    /// AUTH: a pair of RSA keys of 2048 bits with these labels.
    private static void keyPair(Cryptoki module, long slot, String pin) {
        try (Application application = Application.initialise(module);
                Session session = application.token(slot).openReadWrite()) {
            session.login(Cku.USER, pin);
            session.generateKeyPair(
                    Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                    List.of(
                            Attribute.of(Cka.TOKEN, true),
                            Attribute.of(Cka.PRIVATE, false),
                            Attribute.of(Cka.LABEL, "testrsa-pub"),
                            Attribute.of(Cka.MODULUS_BITS, 2048),
                            Attribute.of(Cka.PUBLIC_EXPONENT, new byte[] {1, 0, 1})),
                    List.of(
                            Attribute.of(Cka.TOKEN, true),
                            Attribute.of(Cka.LABEL, "testrsa-pri"),
                            Attribute.of(Cka.SIGN, true)));
        }
    }

    /// CERT: five certificates with the label the case asks for, each the certificate in it.
    private static void certificates(Cryptoki module, long slot, String pin, byte[] certificate) {
        try (Application application = Application.initialise(module);
                Session session = application.token(slot).openReadWrite()) {
            session.login(Cku.USER, pin);
            for (int i = 0; i < 5; i++) {
                session.create(
                        Attribute.of(Cka.CLASS, Cko.CERTIFICATE),
                        Attribute.of(Cka.TOKEN, true),
                        Attribute.of(Cka.PRIVATE, false),
                        Attribute.of(Cka.CERTIFICATE_TYPE, Ckc.X_509),
                        Attribute.of(Cka.SUBJECT, Bytes.hex("3000").copy()),
                        Attribute.of(Cka.ISSUER, Bytes.hex("3000").copy()),
                        Attribute.of(Cka.SERIAL_NUMBER, new byte[] {2, 1, (byte) (i + 1)}),
                        Attribute.of(Cka.LABEL, "Mozilla Builtin Roots\0"),
                        Attribute.of(Cka.ID, new byte[] {(byte) i}),
                        Attribute.of(Cka.VALUE, certificate));
            }
        }
    }
}
