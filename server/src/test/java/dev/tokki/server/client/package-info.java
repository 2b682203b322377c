/// Programs that know nothing of Tokki, each run as a process of its own on a token of this JVM.
@NullMarked
package dev.tokki.server.client;

import org.jspecify.annotations.NullMarked;
