/// What belongs to one application: its life between C_Initialize and C_Finalize, its sessions with each
/// token, and the login they share (section 5.6).
///
/// Locks are taken in one order: sessions (ascending), then a slot's sessions, then the token.
@NullMarked
package dev.tokki.emulator.session;

import org.jspecify.annotations.NullMarked;
