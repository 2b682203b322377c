/// JMH benchmarks: the engine beside native modules, through the same interface and in the same run.
@NullMarked
package dev.tokki.bench;

import org.jspecify.annotations.NullMarked;
