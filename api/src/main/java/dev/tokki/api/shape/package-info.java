/// Calls as records: reading, making and changing records of any class, for whoever treats all calls alike.
@NullMarked
package dev.tokki.api.shape;

import org.jspecify.annotations.NullMarked;
