@NullMarked
package dev.tokki.cli;

import org.jspecify.annotations.NullMarked;
