@NullMarked
package dev.tokki.bench;

import org.jspecify.annotations.NullMarked;
