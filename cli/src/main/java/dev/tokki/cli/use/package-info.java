/// Commands that use keys and mechanisms.
@NullMarked
package dev.tokki.cli.use;

import org.jspecify.annotations.NullMarked;
