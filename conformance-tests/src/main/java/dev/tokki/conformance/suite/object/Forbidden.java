package dev.tokki.conformance.suite.object;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.conformance.suite.Draft;

/// Attributes that must not be given to C_CreateObject (footnote 2).
enum Forbidden {
    LOCAL(Sample.AES, Cka.LOCAL, Value.of(true)),
    KEY_GEN_MECHANISM(Sample.AES, Cka.KEY_GEN_MECHANISM, Value.of(Ckm.AES_KEY_GEN)),
    ALWAYS_SENSITIVE(Sample.AES, Cka.ALWAYS_SENSITIVE, Value.of(true)),
    NEVER_EXTRACTABLE(Sample.AES, Cka.NEVER_EXTRACTABLE, Value.of(true)),
    VALUE_LEN(Sample.AES, Cka.VALUE_LEN, Value.of(16)),
    MODULUS_BITS(Sample.RSA_PUBLIC, Cka.MODULUS_BITS, Value.of(2048));

    private final Sample sample;
    private final long type;
    private final Value value;

    Forbidden(Sample sample, long type, Value value) {
        this.sample = sample;
        this.type = type;
        this.value = value;
    }

    Sample sample() {
        return sample;
    }

    Draft draft() {
        return sample.draft().with(type, value);
    }

    @Override
    public String toString() {
        return Names.CKA.of(type);
    }
}
