package dev.tokki.conformance.result;

import java.util.List;

/// A group of requirements, shown together.
///
/// @param id short name, the first part of its tests' ids
/// @param title name for people
/// @param section section of PKCS#11 v3.2 that it follows
/// @param tests its requirements, in the order of the source
public record ChapterInfo(String id, String title, String section, List<TestInfo> tests) {
    /// Copies the list.
    public ChapterInfo {
        tests = List.copyOf(tests);
    }
}
