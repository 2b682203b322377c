package dev.tokki.cli;

import dev.tokki.cli.compare.CompareCommand;
import dev.tokki.cli.explain.ExplainCommand;
import dev.tokki.cli.object.ObjectCommands;
import dev.tokki.cli.profile.ProfilesCommand;
import dev.tokki.cli.serve.ModuleCommand;
import dev.tokki.cli.serve.ServeCommand;
import dev.tokki.cli.token.MechanismList;
import dev.tokki.cli.token.ModuleInfo;
import dev.tokki.cli.token.Slots;
import dev.tokki.cli.token.TokenCommands;
import dev.tokki.cli.trace.DiffCommand;
import dev.tokki.cli.trace.ReplayCommand;
import dev.tokki.cli.trace.ShowCommand;
import dev.tokki.cli.trace.SpyCommand;
import dev.tokki.cli.transfer.ExportCommands;
import dev.tokki.cli.transfer.ImportCommands;
import dev.tokki.cli.use.Decrypt;
import dev.tokki.cli.use.Derive;
import dev.tokki.cli.use.Digest;
import dev.tokki.cli.use.Encrypt;
import dev.tokki.cli.use.Keygen;
import dev.tokki.cli.use.RandomBytes;
import dev.tokki.cli.use.Sign;
import dev.tokki.cli.use.Unwrap;
import dev.tokki.cli.use.Verify;
import dev.tokki.cli.use.Wrap;
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
        CommandLine tokki = new CommandLine(new Tokki())
                .addSubcommand(TokenCommands.group(surroundings))
                .addSubcommand(new Slots(surroundings))
                .addSubcommand(new ModuleInfo(surroundings))
                .addSubcommand(new MechanismList(surroundings))
                .addSubcommand(new ProfilesCommand(surroundings))
                .addSubcommand(ObjectCommands.group(surroundings))
                .addSubcommand(ImportCommands.group(surroundings))
                .addSubcommand(ExportCommands.group(surroundings))
                .addSubcommand(new Keygen(surroundings))
                .addSubcommand(new Sign(surroundings))
                .addSubcommand(new Verify(surroundings))
                .addSubcommand(new Encrypt(surroundings))
                .addSubcommand(new Decrypt(surroundings))
                .addSubcommand(new Digest(surroundings))
                .addSubcommand(new Wrap(surroundings))
                .addSubcommand(new Unwrap(surroundings))
                .addSubcommand(new Derive(surroundings))
                .addSubcommand(new RandomBytes(surroundings))
                .addSubcommand(new ExplainCommand(surroundings))
                .addSubcommand(new CompareCommand(surroundings))
                .addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new ModuleCommand(surroundings))
                .addSubcommand(new SpyCommand(surroundings))
                .addSubcommand(new ShowCommand(surroundings))
                .addSubcommand(new ReplayCommand(surroundings))
                .addSubcommand(new DiffCommand(surroundings))
                .addSubcommand(new WarmUp());
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
