package dev.tokki.emulator.mechanism;

import dev.tokki.api.MechanismInfo;
import dev.tokki.api.text.FlagNames;
import dev.tokki.emulator.mechanism.declare.Declaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How every flag of every mechanism is proven, as a page.
final class ProofsDocument {
    private final Collection<Declaration<?>> declarations = MechanismTable.all().declarations();
    private final Proofs proofs;
    private final List<Vector> vectors =
            Stream.concat(Vector.all(), Vector.trees().stream()).toList();
    private final Map<String, List<Vector>> byMechanism =
            vectors.stream().collect(Collectors.groupingBy(vector -> vector.get("mechanism")));
    private final Crossed crossed = Crossed.read();
    private final Unpublished unpublished = Unpublished.read();
    private final Map<String, Integer> sources = new LinkedHashMap<>();
    private final Set<String> unexplained = new LinkedHashSet<>();

    ProofsDocument(Proofs proofs) {
        this.proofs = proofs;
    }

    /// {@return flags without a known answer and without a reason}
    Set<String> unexplained() {
        return unexplained;
    }

    List<String> stale() {
        return unpublished.stale();
    }

    String text() {
        String rows = declarations.stream().map(this::rows).collect(Collectors.joining());
        return "# How every mechanism is proven\n\n" + totals() + """

                Made by `ProofsDocumentTest` of what the tests have; it fails when a flag has no proof, when this page is out of date, or when a
                flag without a known answer does not say why.

                - **Known answers**: values that the calls must give, imported keys and all, computed by the fastest provider and by Bouncy Castle
                  alone (`KnownAnswersTest`, `TreesTest`). Published, or another implementation's where the source says so; `[n]` is the source, below.
                  Each signature is also refused with one bit changed.
                - **Refused**: values that must be refused, with the return values that do so: bad padding and tags, malleable and truncated
                  signatures, points off the curve and of small order, weak keys. Further ones are in tests of their own (`RsaRefusalsTest`,
                  `CurveRefusalsTest`, `AesRefusalsTest`, `ExplicitCurvesTest`).
                - **Crossed with**: what one encrypts, signs or wraps the other undoes, both ways, or both derive the same (`CrossCheckIT`).
                - **Through the calls**: `MechanismProofTest` uses every flag of every row, as follows.

                | Flags | What is done |
                |---|---|
                """ + legend() + """

                ## The mechanisms

                | Mechanism | Flags | Known answers | Refused | Crossed with |
                |---|---|---|---|---|
                """ + rows + "\n## The sources\n\n"
                + sources();
    }

    private String totals() {
        List<Vector> answers = vectors.stream()
                .filter(vector -> KnownAnswer.refusal(vector).isEmpty())
                .toList();
        long flags = declarations.stream()
                .mapToLong(each -> Long.bitCount(each.info().flags()))
                .sum();
        return """
                %d mechanisms with %d flags, each flag used by a test: %d known answers of %d mechanisms and %d refusals of %d, from %d sources; %s.
                """.formatted(
                        declarations.size(),
                        flags,
                        answers.size(),
                        mechanisms(answers),
                        vectors.size() - answers.size(),
                        mechanisms(vectors.stream()
                                .filter(vector -> !KnownAnswer.refusal(vector).isEmpty())
                                .toList()),
                        vectors.stream().map(Vector::source).distinct().count(),
                        crossed.counts().entrySet().stream()
                                .map(each -> each.getValue() + " mechanisms crossed with " + each.getKey())
                                .collect(Collectors.joining(", ")));
    }

    private static long mechanisms(List<Vector> some) {
        return some.stream().map(vector -> vector.get("mechanism")).distinct().count();
    }

    private String legend() {
        Map<String, String> all = new LinkedHashMap<>();
        declarations.stream()
                .flatMap(declaration -> proofs.of(declaration).stream())
                .forEach(proof -> all.put(names(proof.flags()), proof.words()));
        return all.entrySet().stream()
                .map(each -> "| %s | %s |%n".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
    }

    private String rows(Declaration<?> declaration) {
        List<Proof> uses = proofs.ofUses(declaration);
        long curves = declaration.info().flags() & CurveProofs.FLAGS;
        return Stream.concat(
                        uses.stream().map(proof -> row(declaration.name(), proof.flags())),
                        Stream.of(curves)
                                .filter(flags -> flags != 0)
                                .map(flags ->
                                        "| `%s` | %s | each used | | |%n".formatted(declaration.name(), names(flags))))
                .collect(Collectors.joining());
    }

    private String row(String mechanism, long flags) {
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        mechanism,
                        names(flags),
                        known(mechanism, flags),
                        count(of(mechanism, flags, true)),
                        String.join(", ", crossed.modules(mechanism, flags)));
    }

    private String known(String mechanism, long flags) {
        List<Vector> all = of(mechanism, flags, false);
        List<String> cells = new ArrayList<>();
        if (!all.isEmpty()) {
            cells.add(count(all));
        }
        Set<String> reasons = new LinkedHashSet<>();
        for (long flag : bits(flags)) {
            if (all.stream().noneMatch(vector -> (flags(vector) & flag) != 0)) {
                String reason = unpublished.reason(mechanism, flag).orElse("");
                if (reason.isEmpty()) {
                    unexplained.add(names(flag) + " " + mechanism);
                }
                reasons.add(all.isEmpty() ? reason : names(flag) + ": " + reason);
            }
        }
        cells.addAll(reasons);
        return String.join("; ", cells);
    }

    private List<Vector> of(String mechanism, long flags, boolean isRefused) {
        return byMechanism.getOrDefault(mechanism, List.of()).stream()
                .filter(vector -> KnownAnswer.refusal(vector).isPresent() == isRefused)
                .filter(vector -> (flags(vector) & flags) != 0)
                .toList();
    }

    private static long flags(Vector vector) {
        return KnownAnswer.of(vector).flags(vector);
    }

    private String count(List<Vector> some) {
        if (some.isEmpty()) {
            return "";
        }
        Set<Integer> numbers = new TreeSet<>();
        some.forEach(vector -> numbers.add(sources.computeIfAbsent(vector.source(), source -> sources.size() + 1)));
        return some.size() + " "
                + numbers.stream().map(number -> "[" + number + "]").collect(Collectors.joining(" "));
    }

    private String sources() {
        return sources.entrySet().stream()
                .map(each -> "- [%d] %s%n".formatted(each.getValue(), each.getKey()))
                .collect(Collectors.joining());
    }

    private static long[] bits(long flags) {
        return LongStream.range(0, Long.SIZE)
                .map(bit -> 1L << bit)
                .filter(flag -> (flags & flag) != 0)
                .toArray();
    }

    private static String names(long flags) {
        return FlagNames.of(MechanismInfo.class, flags)
                .replace("CKF_", "")
                .replace("|", ", ")
                .replaceAll(" +", " ");
    }
}
