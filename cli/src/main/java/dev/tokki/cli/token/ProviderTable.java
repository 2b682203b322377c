package dev.tokki.cli.token;

import dev.tokki.api.constant.Names;
import dev.tokki.cli.Json;
import dev.tokki.cli.Table;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.MechanismProviders;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Who computes what of each mechanism of Tokki's engine.
///
/// @param accelerator Amazon Corretto Crypto Provider's version, or why it computes nothing
record ProviderTable(String accelerator, List<Row> mechanisms) {
    /// @param choices who serves what; nothing where bytes are only copied
    record Row(String name, List<Crypto.Choice> choices) {
        boolean has(String word) {
            String sought = word.toLowerCase(Locale.ROOT);
            return name.toLowerCase(Locale.ROOT).contains(sought)
                    || choices.toString().toLowerCase(Locale.ROOT).contains(sought);
        }

        /// {@return what each provider serves}
        Map<String, String> byProvider() {
            return choices.stream()
                    .collect(Collectors.groupingBy(
                            Crypto.Choice::provider,
                            LinkedHashMap::new,
                            Collectors.mapping(
                                    choice -> choice.service() + " " + choice.algorithm(), Collectors.joining("; "))));
        }
    }

    /// {@return the table}
    ///
    /// @param crypto who may compute
    /// @param words what a mechanism's name, algorithms or providers contain, each of them
    static ProviderTable of(Crypto crypto, List<String> words) {
        List<Row> rows = MechanismProviders.of(crypto).entrySet().stream()
                .map(mechanism -> new Row(Names.CKM.of(mechanism.getKey()), mechanism.getValue()))
                .filter(row -> words.stream().allMatch(row::has))
                .sorted(Comparator.comparing(Row::name))
                .toList();
        return new ProviderTable(Crypto.accelerator(), rows);
    }

    void print(boolean json, PrintStream out) {
        if (json) {
            Json.print(this, out);
            return;
        }
        Table table = new Table("MECHANISM", "PROVIDER", "COMPUTES");
        for (Row row : mechanisms) {
            if (row.choices().isEmpty()) {
                table.row(row.name(), "–", "nothing: bytes are copied");
            }
            row.byProvider().forEach((provider, computes) -> table.row(row.name(), provider, computes));
        }
        table.print(out);
        out.println();
        out.println("Amazon Corretto Crypto Provider: " + accelerator);
    }
}
