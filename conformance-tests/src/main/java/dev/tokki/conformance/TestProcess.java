package dev.tokki.conformance;

import com.google.gson.Gson;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Specification;
import dev.tokki.conformance.result.RecordedCall;
import dev.tokki.conformance.suite.CallWatcher;
import dev.tokki.conformance.suite.Catalog;
import dev.tokki.conformance.suite.TestCase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// A process that runs tests on a native module for a [ProcessRunner]: it reads the module's specification and then the
/// ids of tests, a line each, and writes [Message]s.
final class TestProcess {
    /// The parent is the one to lose patience.
    private static final Duration FOREVER = Duration.ofDays(1);

    private TestProcess() {}

    /// @param arguments none
    /// @throws IOException if the parent cannot be read
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String first = in.readLine();
        if (first == null) {
            return;
        }
        Map<String, TestCase> tests = Catalog.byId();
        try (ModuleUnderTest module =
                        new Gson().fromJson(first, Specification.class).module();
                Runner runner = new TestRunner(module, FOREVER, new Teller(out))) {
            for (String id = in.readLine(); id != null; id = in.readLine()) {
                TestCase test = tests.get(id);
                if (test == null) {
                    throw new IllegalArgumentException("there is no test " + id);
                }
                out.println(Message.result(runner.run(test)).line());
            }
        }
    }

    /// Tells the parent of each call.
    private record Teller(PrintStream out) implements CallWatcher {
        @Override
        public void begins(RecordedCall call) {
            out.println(Message.begun(call).line());
        }

        @Override
        public void ended(RecordedCall call) {
            out.println(Message.ended(call).line());
        }
    }
}
