package dev.tokki.cli;

import picocli.CommandLine.ITypeConverter;

/// Turns what was typed into a [Place].
public final class PlaceConverter implements ITypeConverter<Place> {
    /// A converter.
    public PlaceConverter() {}

    @Override
    public Place convert(String text) {
        return new Place(text);
    }
}
