/// Calls and replies as text: in the words of the specification, secrets masked.
@NullMarked
package dev.tokki.api.text;

import org.jspecify.annotations.NullMarked;
