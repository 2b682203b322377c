package dev.tokki.conformance.result;

import java.util.List;

/// What a run of the suite found: the rows, and a column for each module.
///
/// @param format version of this model, [#FORMAT]
/// @param started when the run began, ISO 8601
/// @param millis how long it took, in milliseconds
/// @param machine operating system, architecture and Java, in one line
/// @param chapters the requirements tested
/// @param modules the modules, those skipped too
public record RunResult(
        String format,
        String started,
        long millis,
        String machine,
        List<ChapterInfo> chapters,
        List<ModuleResult> modules) {
    /// The version of this model: changes of the first number break readers.
    public static final String FORMAT = "1.0";

    /// Copies the lists.
    public RunResult {
        chapters = List.copyOf(chapters);
        modules = List.copyOf(modules);
    }

    /// {@return the number of requirements}
    public int testCount() {
        return chapters.stream().mapToInt(chapter -> chapter.tests().size()).sum();
    }

    /// {@return whether a module held to the specification did not do what is expected of it}
    public boolean hasErrors() {
        return modules.stream()
                .filter(ModuleResult::held)
                .flatMap(module -> module.results().stream())
                .anyMatch(TestResult::isUnexpected);
    }
}
