/// The constants of the specification, one class per prefix, with their names in reverse
/// ([dev.tokki.api.constant.Names]).
@NullMarked
package dev.tokki.api.constant;

import org.jspecify.annotations.NullMarked;
