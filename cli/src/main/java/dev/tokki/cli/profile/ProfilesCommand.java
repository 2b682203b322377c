package dev.tokki.cli.profile;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Table;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tokki profiles`.
@Command(
        name = "profiles",
        header = "Tell which of the OASIS profiles a token conforms to, and what it lacks for the others.",
        description = {
            "A profile is conformed to if the token has an object that says so (CKO_PROFILE), and the functions and"
                    + " mechanisms that the profile demands.",
            "The mandatory test cases of the profiles are run by \"tokki replay CASE.xml\"."
        })
public final class ProfilesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Target target = new Target();

    /// @param surroundings where to print
    public ProfilesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Connection connection = target.openOrDoWithout(surroundings)) {
            Examination seen = Examination.of(connection.application(), connection.anyToken());
            Table table = new Table("PROFILE", "CONFORMS", "WHY NOT");
            for (Profile profile : Profile.values()) {
                List<String> lacks = seen.lacks(profile);
                table.row(profile.title(), lacks.isEmpty() ? "yes" : "no", String.join("; ", lacks));
            }
            table.print(surroundings.out());
        }
        return ExitCode.DONE;
    }
}
