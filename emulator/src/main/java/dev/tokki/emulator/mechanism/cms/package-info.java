/// Signatures of CMS, section 6.30.
@NullMarked
package dev.tokki.emulator.mechanism.cms;

import org.jspecify.annotations.NullMarked;
