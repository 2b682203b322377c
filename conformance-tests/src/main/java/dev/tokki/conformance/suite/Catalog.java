package dev.tokki.conformance.suite;

import dev.tokki.conformance.result.ChapterInfo;
import dev.tokki.conformance.result.TestInfo;
import dev.tokki.conformance.suite.crypto.CryptoSuites;
import dev.tokki.conformance.suite.object.ObjectSuites;
import dev.tokki.conformance.suite.token.TokenSuites;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// All tests there are, by chapters in the order of the specification.
public final class Catalog {
    private Catalog() {}

    /// {@return the classes that hold the tests}
    public static List<Class<? extends Suite>> suites() {
        return Stream.of(TokenSuites.ALL, ObjectSuites.ALL, CryptoSuites.ALL)
                .<Class<? extends Suite>>flatMap(List::stream)
                .toList();
    }

    /// {@return the tests wanted, ordered by chapter and id}
    public static List<TestCase> tests(Predicate<TestInfo> wanted) {
        Map<String, List<TestCase>> byChapter = new LinkedHashMap<>();
        for (Class<? extends Suite> suite : suites()) {
            TestCase.of(suite)
                    .filter(test -> wanted.test(test.info()))
                    .forEach(test -> byChapter
                            .computeIfAbsent(test.info().chapter(), id -> new ArrayList<>())
                            .add(test));
        }
        return byChapter.values().stream()
                .flatMap(tests -> tests.stream()
                        .sorted(Comparator.comparing(test -> test.info().id())))
                .toList();
    }

    /// {@return the tests by their ids}
    public static Map<String, TestCase> byId() {
        Map<String, TestCase> tests = new LinkedHashMap<>();
        tests(test -> true).forEach(test -> tests.put(test.info().id(), test));
        return tests;
    }

    /// {@return the chapters of these tests}
    public static List<ChapterInfo> chapters(List<TestCase> tests) {
        Map<String, Chapter> chapters = new LinkedHashMap<>();
        for (Class<? extends Suite> suite : suites()) {
            Chapter chapter = suite.getAnnotation(Chapter.class);
            chapters.putIfAbsent(chapter.id(), chapter);
        }
        return chapters.values().stream()
                .map(chapter -> new ChapterInfo(
                        chapter.id(),
                        chapter.title(),
                        chapter.section(),
                        tests.stream()
                                .map(TestCase::info)
                                .filter(info -> info.chapter().equals(chapter.id()))
                                .toList()))
                .filter(chapter -> !chapter.tests().isEmpty())
                .toList();
    }
}
