/// Commands on modules, slots, tokens and PINs.
@NullMarked
package dev.tokki.cli.token;

import org.jspecify.annotations.NullMarked;
