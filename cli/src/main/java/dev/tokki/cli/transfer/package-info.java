/// Keys that come from elsewhere: SoftHSM's tokens, PEM files, key stores.
@NullMarked
package dev.tokki.cli.transfer;

import org.jspecify.annotations.NullMarked;
