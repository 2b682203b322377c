package dev.tokki.cli.use;

import picocli.CommandLine.ITypeConverter;

/// Turns what was typed into a [MechanismArgument].
final class MechanismConverter implements ITypeConverter<MechanismArgument> {
    MechanismConverter() {}

    @Override
    public MechanismArgument convert(String text) {
        return MechanismArgument.of(text);
    }
}
