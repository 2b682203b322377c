/// What a command works on: the engine's store or a native module, one of its tokens, a session, a login.
@NullMarked
package dev.tokki.cli.target;

import org.jspecify.annotations.NullMarked;
