package dev.tokki.trace.xml;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.Reason;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.trace.json.MalformedTranscriptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A test case of the OASIS PKCS#11 profiles, or any transcript in their XML representation: calls and what is expected
/// of them, to be run on a module.
public final class TestCase {
    private final List<Element> elements;

    private TestCase(List<Element> elements) {
        this.elements = elements;
    }

    /// A step of a case that was run.
    ///
    /// @param call the call made
    /// @param reply what came back
    /// @param differences what was expected otherwise, as sentences; none if all is well
    public record Step(Call<?> call, Reply<?> reply, List<String> differences) {
        /// Copies the lists.
        public Step {
            differences = List.copyOf(differences);
        }

        /// {@return why the module refused, where it says so}
        public Optional<Reason> why() {
            return reply.why();
        }
    }

    /// {@return a case}
    ///
    /// @param xml its text
    /// @throws MalformedTranscriptException if it is none
    public static TestCase read(String xml) {
        Element root = XmlText.read(xml);
        if (!root.name().equals("PKCS11") || root.children().size() % 2 != 0) {
            throw new MalformedTranscriptException("<PKCS11> with pairs of calls and replies is expected");
        }
        return new TestCase(root.children());
    }

    /// {@return whether a document binds results to variables, as test cases do and transcripts do not}
    ///
    /// @throws MalformedTranscriptException if it is no XML
    public static boolean hasVariables(String xml) {
        return XmlText.read(xml).children().stream()
                .filter(element -> element.attribute("rv").isPresent())
                .anyMatch(TestCase::binds);
    }

    private static boolean binds(Element element) {
        boolean here = !element.name().equals("Attribute")
                && element.attributes().values().stream().anyMatch(Variables::isBinding);
        return here || element.children().stream().anyMatch(TestCase::binds);
    }

    /// {@return the steps as they went; calls after one that cannot be made for want of a value are not made}
    ///
    /// @param module the module, not initialised
    /// @param given what variables stand for that no call tells: `Pin`
    public List<Step> run(Cryptoki module, Map<String, String> given) {
        Variables variables = new Variables(given);
        List<Step> steps = new ArrayList<>();
        @Nullable Step broken = null;
        for (int i = 0; i < elements.size() && broken == null; i += 2) {
            Call<?> call;
            try {
                call = new CallReader(variables::resolve).read(elements.get(i));
            } catch (MalformedTranscriptException e) {
                Step last = steps.remove(steps.size() - 1);
                List<String> differences = new ArrayList<>(last.differences());
                differences.add("the next call, " + elements.get(i).name() + ", cannot be made: " + e.getMessage());
                broken = new Step(last.call(), last.reply(), differences);
                steps.add(broken);
                continue;
            }
            Reply<?> reply = module.call(call);
            Expectation expectation = Expectation.with(variables);
            expectation.compare(elements.get(i + 1), CallWriter.reply(call, reply));
            steps.add(new Step(call, reply, expectation.differences()));
        }
        return steps;
    }

    /// {@return how many calls the case has}
    public int size() {
        return elements.size() / 2;
    }
}
