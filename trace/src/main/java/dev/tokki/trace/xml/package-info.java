/// Transcripts in the XML representation of the OASIS PKCS#11 profiles, and test cases in it with their `${…}`
/// variables.
@NullMarked
package dev.tokki.trace.xml;

import org.jspecify.annotations.NullMarked;
