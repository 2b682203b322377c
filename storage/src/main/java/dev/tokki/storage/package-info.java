@NullMarked
package dev.tokki.storage;

import org.jspecify.annotations.NullMarked;
