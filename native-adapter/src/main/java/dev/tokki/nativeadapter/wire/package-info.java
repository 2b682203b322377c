/// Calls and replies as bytes, in a form derived from their records, for two processes of the same version of Tokki.
@NullMarked
package dev.tokki.nativeadapter.wire;

import org.jspecify.annotations.NullMarked;
