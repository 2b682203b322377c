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

/// What the mandatory cases assume of a token.
final class ProfileSetUp {
    static final String PIN = "1234";

    private ProfileSetUp() {}

    /// AUTH: a pair of RSA keys of 2048 bits with these labels.
    static void keyPair(Cryptoki module, long slot) {
        try (Application application = Application.initialise(module);
                Session session = application.token(slot).openReadWrite()) {
            session.login(Cku.USER, PIN);
            session.generateKeyPair(
                    Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                    List.of(
                            Attribute.of(Cka.TOKEN, true),
                            Attribute.of(Cka.LABEL, "testrsa-pub"),
                            Attribute.of(Cka.MODULUS_BITS, 2048),
                            Attribute.of(Cka.PUBLIC_EXPONENT, new byte[] {1, 0, 1})),
                    List.of(
                            Attribute.of(Cka.TOKEN, true),
                            Attribute.of(Cka.LABEL, "testrsa-pri"),
                            Attribute.of(Cka.SIGN, true)));
        }
    }

    /// CERT: five certificates, the first with the label the case asks for, the second the certificate in it.
    static void certificates(Cryptoki module, long slot, byte[] certificate) {
        try (Application application = Application.initialise(module);
                Session session = application.token(slot).openReadWrite()) {
            session.login(Cku.USER, PIN);
            for (int i = 0; i < 5; i++) {
                session.create(
                        Attribute.of(Cka.CLASS, Cko.CERTIFICATE),
                        Attribute.of(Cka.TOKEN, true),
                        Attribute.of(Cka.PRIVATE, false),
                        Attribute.of(Cka.CERTIFICATE_TYPE, Ckc.X_509),
                        Attribute.of(Cka.SUBJECT, Bytes.hex("3000").copy()),
                        Attribute.of(Cka.LABEL, "Mozilla Builtin Roots\0"),
                        Attribute.of(Cka.ID, new byte[] {(byte) i}),
                        Attribute.of(Cka.VALUE, certificate));
            }
        }
    }
}
