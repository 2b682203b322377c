/// What objects and mechanisms both speak of: attributes, a key as a mechanism sees it, a new pair.
@NullMarked
package dev.tokki.emulator.attribute;

import org.jspecify.annotations.NullMarked;
