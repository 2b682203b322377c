package dev.tokki.cli.token;

import dev.tokki.api.TokenInfo;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Flags;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki token info`.
@Command(name = "info", header = "Show everything the token tells about itself (C_GetTokenInfo).")
final class TokenShow implements Callable<Integer> {
    private static final int LABEL = 20;

    private final Surroundings surroundings;

    @Mixin
    private final Target target = new Target();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    TokenShow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings)) {
            Token token = connection.token();
            TokenInfo info = token.info();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("slot", Long.toUnsignedString(token.slot()));
            facts.put("label", info.label());
            facts.put("state", TokenState.of(info));
            facts.put("manufacturer", info.manufacturer());
            facts.put("model", info.model());
            facts.put("serial number", info.serialNumber());
            facts.put("hardware version", info.hardwareVersion().toString());
            facts.put("firmware version", info.firmwareVersion().toString());
            facts.put("PIN length", info.minPinLen() + " to " + info.maxPinLen() + " bytes");
            facts.put("sessions", sessions(info.sessionCount(), info.maxSessionCount()));
            facts.put("read/write sessions", sessions(info.rwSessionCount(), info.maxRwSessionCount()));
            facts.put("clock", info.utcTime().isEmpty() ? "none" : info.utcTime());
            facts.put("flags", Flags.names(TokenInfo.class, info.flags()));
            if (json) {
                Json.print(facts, surroundings.out());
            } else {
                facts.put("flags", Flags.words(TokenInfo.class, info.flags()));
                facts.forEach((name, value) ->
                        surroundings.out().println(name + " ".repeat(LABEL - name.length()) + value));
            }
        }
        return ExitCode.DONE;
    }

    private static String sessions(long open, long most) {
        String now = open == Ck.UNAVAILABLE_INFORMATION ? "number not told" : Long.toUnsignedString(open) + " open";
        String limit = most == Ck.EFFECTIVELY_INFINITE
                ? "no limit"
                : most == Ck.UNAVAILABLE_INFORMATION ? "limit not told" : "at most " + Long.toUnsignedString(most);
        return now + ", " + limit;
    }
}
