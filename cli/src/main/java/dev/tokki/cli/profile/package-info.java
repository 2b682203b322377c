/// `tokki profiles`: the OASIS profiles, and what a token has of them.
@NullMarked
package dev.tokki.cli.profile;

import org.jspecify.annotations.NullMarked;
