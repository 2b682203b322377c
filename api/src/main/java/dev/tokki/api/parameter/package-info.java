/// Mechanism parameters: one record per C structure, its components in the order of the structure's members.
@NullMarked
package dev.tokki.api.parameter;

import org.jspecify.annotations.NullMarked;
