/// Tests of the layout of C.
@NullMarked
package dev.tokki.nativeadapter.layout;

import org.jspecify.annotations.NullMarked;
