package dev.tokki.api.parameter;

/// Holds the one instance of [Parameter.None].
final class Nothing {
    static final Parameter.None INSTANCE = new Parameter.None();

    private Nothing() {}
}
