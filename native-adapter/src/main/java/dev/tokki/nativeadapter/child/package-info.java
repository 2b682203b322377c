/// A native module in a JVM of its own, so that its crash is an answer and not the end.
///
/// Calls and replies travel over a Unix domain socket, one connection for each thread that calls at the same time, in
/// a binary form derived from the records ([dev.tokki.nativeadapter.wire]).
@NullMarked
package dev.tokki.nativeadapter.child;

import org.jspecify.annotations.NullMarked;
