package dev.tokki.emulator.token;

import dev.tokki.api.TokenInfo;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Ckf;
import dev.tokki.emulator.object.ClockText;
import dev.tokki.storage.TokenState;

/// What a token shows of itself (`CK_TOKEN_INFO`, section 3.2.3).
///
/// @param policy what it demands and allows
/// @param writeProtected whether it cannot be written now
/// @param open the application's sessions
/// @param openReadWrite those of them that are read/write
record TokenFace(TokenPolicy policy, boolean writeProtected, long open, long openReadWrite) {
    private static final String MANUFACTURER = "Tokki";
    private static final String MODEL = "Emulated token";
    private static final Version VERSION = new Version(1, 0);

    /// {@return what a factory-fresh token shows}
    TokenInfo fresh(String serialNumber) {
        return info(
                "",
                serialNumber,
                0,
                policy.equipment()
                        .clock()
                        .map(clock -> ClockText.of(clock.instant()))
                        .orElse(""));
    }

    /// {@return what an initialised token shows}
    TokenInfo initialised(TokenState state, Pins pins, TokenHardware hardware) {
        return info(
                state.label(),
                state.serialNumber(),
                Ckf.TOKEN_INITIALIZED | pins.flags(),
                policy.equipment()
                        .clock()
                        .map(clock -> ClockText.of(hardware.now()))
                        .orElse(""));
    }

    private TokenInfo info(String label, String serialNumber, long flags, String time) {
        return new TokenInfo(
                label,
                MANUFACTURER,
                MODEL,
                serialNumber,
                flags | fixedFlags(),
                policy.maxSessions(),
                open,
                policy.maxReadWriteSessions(),
                openReadWrite,
                policy.pins().maxLength(),
                policy.pins().minLength(),
                0,
                0,
                0,
                0,
                VERSION,
                VERSION,
                time);
    }

    private long fixedFlags() {
        return policy.flags()
                | (writeProtected ? Ckf.WRITE_PROTECTED : 0)
                | (policy.equipment().clock().isPresent() ? Ckf.CLOCK_ON_TOKEN : 0)
                | (policy.pinPad().isPresent() ? Ckf.PROTECTED_AUTHENTICATION_PATH : 0);
    }
}
