package dev.tokki.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line: all commands, and what becomes of their errors.
@Command(
        name = "tokki",
        header = "A PKCS#11 v3.2 token in pure Java, and a comparison of any PKCS#11 module with the standard.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
public final class Tokki implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Tokki() {}

    /// Runs a command.
    ///
    /// @return the exit code, one of [ExitCode]
    public static int run(Surroundings surroundings, String... args) {
        // Before picocli's classes are touched: one may begin its work.
        Map<String, Object> commands = new LinkedHashMap<>();
        Commands.named(args).forEach((name, maker) -> commands.put(name, maker.apply(surroundings)));
        CommandLine tokki = new CommandLine(new Tokki());
        commands.forEach(tokki::addSubcommand);
        Failures failures = new Failures(surroundings.err());
        tokki.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(surroundings.columns())
                .setUsageHelpAutoWidth(false)
                .setAbbreviatedOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setExitCodeExceptionMapper(failures);
        withHelp(tokki);
        return tokki.execute(args);
    }

    private static void withHelp(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.mixinStandardHelpOptions(true);
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes());
        command.getSubcommands().values().forEach(Tokki::withHelp);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String line : ExitCode.HELP) {
            int colon = line.indexOf(':');
            codes.put(line.substring(0, colon), line.substring(colon + 1));
        }
        return codes;
    }

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        command.usage(command.getErr());
        return ExitCode.USAGE;
    }
}
