package dev.tokki.cli.object;

import picocli.CommandLine.ITypeConverter;

/// Turns what was typed into a [Selector].
public final class SelectorConverter implements ITypeConverter<Selector> {
    /// A converter.
    public SelectorConverter() {}

    @Override
    public Selector convert(String text) {
        return Selector.of(text);
    }
}
