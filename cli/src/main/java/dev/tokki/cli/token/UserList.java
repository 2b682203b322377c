package dev.tokki.cli.token;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Management;
import dev.tokki.cli.target.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki token user list`.
@Command(name = "list", header = "List the users who have names.")
final class UserList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Target target = new Target();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    UserList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Management engine = target.manage(surroundings)) {
            List<String> users = engine.users();
            if (json) {
                Json.print(users, surroundings.out());
            } else {
                users.forEach(surroundings.out()::println);
            }
        }
        return ExitCode.DONE;
    }
}
