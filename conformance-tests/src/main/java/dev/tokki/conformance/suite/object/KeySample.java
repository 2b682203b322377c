package dev.tokki.conformance.suite.object;

import dev.tokki.conformance.suite.Draft;

/// The keys among the samples.
enum KeySample {
    AES(Sample.AES),
    GENERIC_SECRET(Sample.GENERIC_SECRET),
    RSA_PUBLIC(Sample.RSA_PUBLIC),
    RSA_PRIVATE(Sample.RSA_PRIVATE),
    EC_PUBLIC(Sample.EC_PUBLIC),
    EC_PRIVATE(Sample.EC_PRIVATE);

    private final Sample sample;

    KeySample(Sample sample) {
        this.sample = sample;
    }

    Draft draft() {
        return sample.draft();
    }

    boolean isSecret() {
        return sample.isSecret();
    }

    @Override
    public String toString() {
        return sample.toString();
    }
}
