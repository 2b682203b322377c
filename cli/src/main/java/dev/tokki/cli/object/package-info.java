/// Commands on objects: what is in a token, and how it gets in and out.
@NullMarked
package dev.tokki.cli.object;

import org.jspecify.annotations.NullMarked;
