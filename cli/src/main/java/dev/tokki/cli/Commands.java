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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// All commands by name, in the order of the help.
///
/// Making a command costs more than many a command takes, so that only the one that is called is made, if it can be
/// told.
final class Commands {
    private static final List<Row> ALL = List.of(
            new Row("token", TokenCommands::group),
            new Row("slots", Slots::new),
            new Row("info", ModuleInfo::new),
            new Row("mechanisms", MechanismList::new),
            new Row("profiles", ProfilesCommand::new),
            new Row("object", ObjectCommands::group),
            new Row("import", ImportCommands::group),
            new Row("export", ExportCommands::group),
            new Row("keygen", Keygen::new),
            new Row("sign", Sign::new),
            new Row("verify", Verify::new),
            new Row("encrypt", Encrypt::new),
            new Row("decrypt", Decrypt::new),
            new Row("digest", Digest::new),
            new Row("wrap", Wrap::new),
            new Row("unwrap", Unwrap::new),
            new Row("derive", Derive::new),
            new Row("random", RandomBytes::new),
            new Row("explain", ExplainCommand::new),
            new Row("compare", CompareCommand::new),
            new Row("serve", ServeCommand::new, ServeCommand::aboutToRun),
            new Row("module", ModuleCommand::new),
            new Row("spy", SpyCommand::new),
            new Row("show", ShowCommand::new),
            new Row("replay", ReplayCommand::new),
            new Row("diff", DiffCommand::new),
            new Row("warm-up", surroundings -> new WarmUp()));

    /// A command.
    ///
    /// @param maker makes an object with `@Command`, or a group of them
    /// @param called makes the one that arguments begin with
    private record Row(String name, Function<Surroundings, Object> maker, Function<Surroundings, Object> called) {
        Row(String name, Function<Surroundings, Object> maker) {
            this(name, maker, maker);
        }
    }

    private Commands() {}

    /// {@return what makes the command that arguments begin with; what makes each of all if they begin with none}
    static Map<String, Function<Surroundings, Object>> named(String... args) {
        Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();
        for (Row row : ALL) {
            if (args.length > 0 && row.name().equals(args[0])) {
                return Map.of(row.name(), row.called());
            }
            commands.put(row.name(), row.maker());
        }
        return commands;
    }
}
