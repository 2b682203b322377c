package dev.tokki.conformance.suite.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.conformance.suite.Draft;
import java.util.List;
import java.util.function.Supplier;

/// The kinds of objects that the tests create, with the footnotes of their attributes.
enum Sample {
    DATA("a data object", () -> Samples.data("sample"), "4.6.2", List.of()),
    CERTIFICATE(
            "an X.509 certificate",
            Samples::certificate,
            "4.7.3",
            List.of(Cka.CERTIFICATE_TYPE, Cka.SUBJECT, Cka.VALUE)),
    AES("an AES key", Samples::aes, "6.10.2", List.of(Cka.KEY_TYPE, Cka.VALUE)),
    GENERIC_SECRET("a generic secret key", Samples::generic, "6.8.2", List.of(Cka.KEY_TYPE, Cka.VALUE)),
    RSA_PUBLIC(
            "an RSA public key", Samples::rsaPublic, "6.1.2", List.of(Cka.KEY_TYPE, Cka.MODULUS, Cka.PUBLIC_EXPONENT)),
    RSA_PRIVATE(
            "an RSA private key",
            Samples::rsaPrivate,
            "6.1.3",
            List.of(Cka.KEY_TYPE, Cka.MODULUS, Cka.PUBLIC_EXPONENT, Cka.PRIVATE_EXPONENT)),
    EC_PUBLIC("an EC public key", Samples::ecPublic, "6.3.3", List.of(Cka.KEY_TYPE, Cka.EC_PARAMS, Cka.EC_POINT)),
    EC_PRIVATE("an EC private key", Samples::ecPrivate, "6.3.4", List.of(Cka.KEY_TYPE, Cka.EC_PARAMS, Cka.VALUE));

    private final String title;
    private final Supplier<Draft> draft;
    private final String section;
    private final List<Long> required;

    Sample(String title, Supplier<Draft> draft, String section, List<Long> required) {
        this.title = title;
        this.draft = draft;
        this.section = section;
        this.required = required;
    }

    /// {@return a template with what is required and, for RSA, all numbers}
    Draft draft() {
        return draft.get();
    }

    /// {@return a template whose object lets its value be read}
    Draft readable() {
        return isSecret() ? draft().with(Cka.SENSITIVE, false).with(Cka.EXTRACTABLE, true) : draft();
    }

    /// {@return the section with the table of its attributes}
    String section() {
        return section;
    }

    /// {@return besides the class, what must be given when it is created (footnote 1)}
    List<Long> required() {
        return required;
    }

    /// {@return whether it is a key}
    boolean isKey() {
        return this != DATA && this != CERTIFICATE;
    }

    /// {@return whether it is a secret or private key}
    boolean isSecret() {
        return this == AES || this == GENERIC_SECRET || this == RSA_PRIVATE || this == EC_PRIVATE;
    }

    @Override
    public String toString() {
        return title;
    }
}
