@NullMarked
package dev.tokki.nativeadapter;

import org.jspecify.annotations.NullMarked;
