/// Writes the native module: machine code from named instructions, and the ELF file around it.
@NullMarked
package dev.tokki.server.elf;

import org.jspecify.annotations.NullMarked;
