package dev.tokki.cli.token;

import dev.tokki.api.MechanismInfo;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Flags;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Table;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Target;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki mechanisms`.
@Command(
        name = "mechanisms",
        header = "List the mechanisms of a token: what each can do, with keys of which sizes.",
        description = "Sizes are in the mechanism's own unit, bits or bytes.")
public final class MechanismList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "Only mechanisms whose name or uses contain each of these: ECDSA, sign, …")
    private List<String> words = List.of();

    @Mixin
    private final Target target = new Target();

    @Option(names = "--providers", description = "Print who computes what of each in Tokki's engine, in this program.")
    private boolean providers;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /// @param surroundings where to print
    public MechanismList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private record Row(
            String name, String value, String minKeySize, String maxKeySize, String uses, List<String> flags) {

        static Row of(Token token, long type) {
            MechanismInfo info = token.mechanism(type);
            return new Row(
                    Names.CKM.of(type),
                    "0x%08X".formatted(type),
                    Long.toUnsignedString(info.minKeySize()),
                    Long.toUnsignedString(info.maxKeySize()),
                    Flags.words(MechanismInfo.class, info.flags()),
                    Flags.names(MechanismInfo.class, info.flags()));
        }

        boolean has(String word) {
            String sought = word.toLowerCase(Locale.ROOT);
            return name.toLowerCase(Locale.ROOT).contains(sought) || uses.contains(sought);
        }

        String keys() {
            return maxKeySize.equals("0") ? "" : minKeySize + "–" + maxKeySize;
        }
    }

    @Override
    public Integer call() {
        if (providers) {
            ProviderTable.of(target.crypto(), words).print(json, surroundings.out());
            return ExitCode.DONE;
        }
        try (Connection connection = target.openOrDoWithout(surroundings)) {
            Token token = connection.anyToken();
            List<Row> rows = Arrays.stream(token.mechanisms())
                    .mapToObj(type -> Row.of(token, type))
                    .filter(row -> words.stream().allMatch(row::has))
                    .sorted(Comparator.comparing(Row::name))
                    .toList();
            if (json) {
                Json.print(rows, surroundings.out());
            } else {
                Table table = new Table("MECHANISM", "KEYS", "CAN");
                rows.forEach(row -> table.row(row.name(), row.keys(), row.uses()));
                table.print(surroundings.out());
            }
        }
        return ExitCode.DONE;
    }
}
