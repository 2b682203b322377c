/// What a name or number of PKCS#11 means, in one screen: facts from the tables of the other modules, texts from
/// resources.
@NullMarked
package dev.tokki.cli.explain;

import org.jspecify.annotations.NullMarked;
