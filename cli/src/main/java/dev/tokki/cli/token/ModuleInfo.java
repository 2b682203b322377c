package dev.tokki.cli.token;

import dev.tokki.api.Buffer;
import dev.tokki.api.Info;
import dev.tokki.api.Interface;
import dev.tokki.api.Interfaces;
import dev.tokki.api.Reply;
import dev.tokki.api.call.GeneralPurpose.GetInterfaceList;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki info`.
@Command(name = "info", header = "Show what the module tells about itself (C_GetInfo, C_GetInterfaceList).")
public final class ModuleInfo implements Callable<Integer> {
    private static final int LABEL = 20;

    private final Surroundings surroundings;

    @Mixin
    private final Target target = new Target();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /// @param surroundings where to print
    public ModuleInfo(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Connection connection = target.openOrDoWithout(surroundings)) {
            Info info = connection.application().info();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("description", info.description());
            facts.put("manufacturer", info.manufacturer());
            facts.put("library version", info.libraryVersion().toString());
            facts.put("PKCS#11 version", info.cryptokiVersion().toString());
            facts.put("interfaces", interfaces(connection));
            facts.put("slots", connection.application().slots().length);
            if (json) {
                Json.print(facts, surroundings.out());
            } else {
                facts.forEach((name, value) -> surroundings
                        .out()
                        .println(name
                                + " ".repeat(LABEL - name.length())
                                + (value instanceof List<?> list
                                        ? String.join(
                                                ", ",
                                                list.stream()
                                                        .map(Object::toString)
                                                        .toList())
                                        : value)));
            }
        }
        return ExitCode.DONE;
    }

    /// Modules of version 2 have no such function: they offer their one table.
    private static List<String> interfaces(Connection connection) {
        Reply<Interfaces> count = connection.application().module().call(new GetInterfaceList(Buffer.query()));
        if (!count.isOk()) {
            return List.of();
        }
        Reply<Interfaces> reply = connection
                .application()
                .module()
                .call(new GetInterfaceList(Buffer.of(count.outputs().count())));
        List<Interface> all = reply.isOk() ? reply.outputs().values() : null;
        return all == null
                ? List.of()
                : all.stream().map(one -> one.name() + " " + one.version()).toList();
    }
}
