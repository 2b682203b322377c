/// SoftHSM 2's token folders, read without SoftHSM: files of attributes, and what its PINs protect.
@NullMarked
package dev.tokki.cli.softhsm;

import org.jspecify.annotations.NullMarked;
