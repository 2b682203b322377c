package dev.tokki.cli.token;

import dev.tokki.api.TokenInfo;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Flags;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Table;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki token list`.
@Command(name = "list", header = "List the tokens.")
final class TokenList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Target target = new Target();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    TokenList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private record Row(
            String slot,
            String label,
            String manufacturer,
            String model,
            String serialNumber,
            String state,
            List<String> flags) {
        static Row of(Token token) {
            TokenInfo info = token.info();
            return new Row(
                    Long.toUnsignedString(token.slot()),
                    info.label(),
                    info.manufacturer(),
                    info.model(),
                    info.serialNumber(),
                    TokenState.of(info),
                    Flags.names(TokenInfo.class, info.flags()));
        }
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings)) {
            List<Row> rows =
                    connection.application().tokens().stream().map(Row::of).toList();
            if (json) {
                Json.print(rows, surroundings.out());
            } else {
                Table table = new Table("SLOT", "LABEL", "MODEL", "SERIAL", "STATE");
                rows.forEach(row -> table.row(row.slot(), row.label(), row.model(), row.serialNumber(), row.state()));
                table.print(surroundings.out());
            }
        }
        return ExitCode.DONE;
    }
}
