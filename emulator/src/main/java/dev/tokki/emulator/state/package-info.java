/// Operations saved (sections 5.6.6 and 5.6.7): their form in bytes, and the seal that keeps others from reading
/// and writing it.
@NullMarked
package dev.tokki.emulator.state;

import org.jspecify.annotations.NullMarked;
