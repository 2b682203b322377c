package dev.tokki.api.text;

/// An argument or an output, as text.
///
/// @param name its name, that of the record's component
/// @param text its value in the words of the specification; secrets are masked
public record Named(String name, String text) {
    @Override
    public String toString() {
        return name + "=" + text;
    }
}
