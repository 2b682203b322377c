package dev.tokki.emulator.crypto;

/// Who can compute.
public enum Source {
    /// Amazon Corretto Crypto Provider, native code, where a user has added it.
    ACCELERATOR("Amazon Corretto Crypto Provider"),
    /// The providers of the JDK that we ask: SUN, SunJCE and SunRsaSign.
    JDK("JDK"),
    /// Bouncy Castle's provider, an instance of ours that is registered nowhere.
    BOUNCY_CASTLE("Bouncy Castle"),
    /// Bouncy Castle's lightweight API, which no provider stands before.
    LIGHTWEIGHT("Bouncy Castle, lightweight");

    private final String title;

    Source(String title) {
        this.title = title;
    }

    /// {@return what people call it}
    public String title() {
        return title;
    }
}
