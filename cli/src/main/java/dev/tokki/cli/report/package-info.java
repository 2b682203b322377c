/// The report of a comparison as one HTML file that needs nothing else.
@NullMarked
package dev.tokki.cli.report;

import org.jspecify.annotations.NullMarked;
