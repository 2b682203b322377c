package dev.tokki.cli.token;

import dev.tokki.api.SlotInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Flags;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Table;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Target;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki slots`.
@Command(name = "slots", header = "List the slots, with a token or without.")
public final class Slots implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Target target = new Target();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /// @param surroundings where to print
    public Slots(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private record Row(String slot, String description, String manufacturer, String token, List<String> flags) {
        static Row of(Token slot) {
            SlotInfo info = slot.slotInfo();
            boolean present = (info.flags() & Ckf.TOKEN_PRESENT) != 0;
            return new Row(
                    Long.toUnsignedString(slot.slot()),
                    info.description(),
                    info.manufacturer(),
                    present ? token(slot) : "none",
                    Flags.names(SlotInfo.class, info.flags()));
        }

        private static String token(Token slot) {
            var info = slot.info();
            return (info.flags() & Ckf.TOKEN_INITIALIZED) == 0 ? "blank" : '"' + info.label() + '"';
        }
    }

    @Override
    public Integer call() {
        try (Connection connection = target.openOrDoWithout(surroundings)) {
            List<Row> rows = Arrays.stream(connection.application().slots())
                    .mapToObj(connection.application()::token)
                    .map(Row::of)
                    .toList();
            if (json) {
                Json.print(rows, surroundings.out());
            } else {
                Table table = new Table("SLOT", "TOKEN", "DESCRIPTION", "MANUFACTURER");
                rows.forEach(row -> table.row(row.slot(), row.token(), row.description(), row.manufacturer()));
                table.print(surroundings.out());
            }
        }
        return ExitCode.DONE;
    }
}
