package dev.tokki.conformance.result;

import java.util.List;

/// One requirement that the suite tests: a row of the matrix.
///
/// @param id stable name, `chapter.subject.rule`, the same in every version of the suite
/// @param chapter id of the chapter it belongs to
/// @param functions C names of the functions it is about, `C_…`
/// @param sections sections of PKCS#11 v3.2 that it is taken from
/// @param rule what the specification demands, as a sentence
/// @param source class and method of the test, for who wants to read it
public record TestInfo(
        String id, String chapter, List<String> functions, List<String> sections, String rule, String source) {
    /// Copies the lists.
    public TestInfo {
        functions = List.copyOf(functions);
        sections = List.copyOf(sections);
    }
}
