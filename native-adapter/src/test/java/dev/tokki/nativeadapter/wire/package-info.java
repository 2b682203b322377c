/// Tests of native modules in a process of their own.
@NullMarked
package dev.tokki.nativeadapter.wire;

import org.jspecify.annotations.NullMarked;
