/// What a run found, as values: the model of the reports and of the JSON file.
@NullMarked
package dev.tokki.conformance.result;

import org.jspecify.annotations.NullMarked;
