package dev.tokki.trace.lesson;

import dev.tokki.trace.CallRecord;

/// A call that went wrong, explained.
///
/// @param call the call
/// @param mistake which of the usual mistakes it is; empty if it is none of them
/// @param why why it went wrong, in a sentence or two
/// @param advice what would have worked
/// @param section the section of the specification that says so
public record Lesson(CallRecord call, String mistake, String why, String advice, String section) {}
