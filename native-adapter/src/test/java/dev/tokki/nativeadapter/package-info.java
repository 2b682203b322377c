/// Tests of the adapter against real modules.
@NullMarked
package dev.tokki.nativeadapter;

import org.jspecify.annotations.NullMarked;
