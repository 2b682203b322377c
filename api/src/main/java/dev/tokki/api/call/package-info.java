/// The calls: one record per function, grouped by the chapters of section 5.
@NullMarked
package dev.tokki.api.call;

import org.jspecify.annotations.NullMarked;
