package dev.tokki.emulator.token;

import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.object.Equipment;
import dev.tokki.emulator.object.Validations;
import dev.tokki.emulator.offer.Offer;
import dev.tokki.emulator.rule.OtherReading;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a token demands and allows. [#standard()] is what the OASIS profile cases expect.
///
/// @param pins what it demands of PINs
/// @param maxSessions the most sessions an application may have open; 0 for no limit
/// @param maxReadWriteSessions the most read/write sessions an application may have open; 0 for no limit
/// @param equipment the objects that are built in: clock, counter, profiles, …
/// @param readings where it does not read the specification as Tokki does
/// @param writeProtected whether it is write-protected from the start (`CKF_WRITE_PROTECTED`)
/// @param pinPad its protected authentication path, if it has one
/// @param flags further `CKF_…` of `CK_TOKEN_INFO` that never change
/// @param offer which mechanisms it offers, for which uses and sizes of keys, where it is less than Tokki can do
public record TokenPolicy(
        PinPolicy pins,
        long maxSessions,
        long maxReadWriteSessions,
        Equipment equipment,
        Set<OtherReading> readings,
        boolean writeProtected,
        Optional<PinPad> pinPad,
        long flags,
        Offer offer) {
    private static final TokenPolicy STANDARD = new TokenPolicy(
            PinPolicy.standard(),
            0,
            0,
            Equipment.standard(),
            Set.of(),
            false,
            Optional.empty(),
            Ckf.RNG | Ckf.LOGIN_REQUIRED | Ckf.RESTORE_KEY_NOT_NEEDED | Ckf.DUAL_CRYPTO_OPERATIONS,
            Offer.everything());

    /// Refuses numbers that no token can have.
    public TokenPolicy {
        if (maxSessions < 0 || maxReadWriteSessions < 0) {
            throw new IllegalArgumentException("session limits cannot be negative; 0 stands for no limit");
        }
        readings = Set.copyOf(readings);
    }

    /// {@return PINs of 4 to 255 bytes, 10 tries for each, any number of sessions, PINs that need not be
    /// changed, and the flags `CKF_RNG`, `CKF_LOGIN_REQUIRED`, `CKF_RESTORE_KEY_NOT_NEEDED`,
    /// `CKF_DUAL_CRYPTO_OPERATIONS`}
    public static TokenPolicy standard() {
        return STANDARD;
    }

    /// {@return this policy with other demands on PINs}
    public TokenPolicy withPins(PinPolicy other) {
        return new TokenPolicy(
                other, maxSessions, maxReadWriteSessions, equipment, readings, writeProtected, pinPad, flags, offer);
    }

    /// {@return this policy with PINs of so many bytes}
    public TokenPolicy withPinLengths(int min, int max) {
        return withPins(
                new PinPolicy(min, max, pins.characters(), pins.userTries(), pins.soTries(), pins.initialPinsExpire()));
    }

    /// {@return this policy with PINs of such characters only}
    public TokenPolicy withPinCharacters(PinPolicy.Characters characters) {
        return withPins(new PinPolicy(
                pins.minLength(),
                pins.maxLength(),
                characters,
                pins.userTries(),
                pins.soTries(),
                pins.initialPinsExpire()));
    }

    /// {@return this policy with so many tries for the user's and the SO's PIN; 0 for no lock}
    public TokenPolicy withTries(int user, int so) {
        return withPins(new PinPolicy(
                pins.minLength(), pins.maxLength(), pins.characters(), user, so, pins.initialPinsExpire()));
    }

    /// {@return this policy with PINs that must be changed by whom they were given to}
    public TokenPolicy withExpiringInitialPins() {
        return withPins(new PinPolicy(
                pins.minLength(), pins.maxLength(), pins.characters(), pins.userTries(), pins.soTries(), true));
    }

    /// {@return this policy with limits on the sessions of one application; 0 for none}
    public TokenPolicy withSessionLimits(long all, long readWrite) {
        return new TokenPolicy(pins, all, readWrite, equipment, readings, writeProtected, pinPad, flags, offer);
    }

    /// {@return this policy with other built-in objects}
    public TokenPolicy withEquipment(Equipment other) {
        return new TokenPolicy(
                pins, maxSessions, maxReadWriteSessions, other, readings, writeProtected, pinPad, flags, offer);
    }

    /// {@return who validated the token, and what for}
    public Validations validations() {
        return new Validations(equipment.validations());
    }

    /// {@return this policy with other readings of the specification, and no others}
    public TokenPolicy withReadings(Collection<OtherReading> others) {
        return new TokenPolicy(
                pins,
                maxSessions,
                maxReadWriteSessions,
                equipment,
                Set.copyOf(others),
                writeProtected,
                pinPad,
                flags,
                offer);
    }

    /// {@return this policy with one more reading that is not Tokki's}
    public TokenPolicy withReading(OtherReading other) {
        Set<OtherReading> more = EnumSet.of(other);
        more.addAll(readings);
        return withReadings(more);
    }

    /// {@return this policy for a token that is write-protected: no read/write sessions, and nothing on it
    /// changes}
    public TokenPolicy withWriteProtection() {
        return new TokenPolicy(
                pins, maxSessions, maxReadWriteSessions, equipment, readings, true, pinPad, flags, offer);
    }

    /// {@return this policy with a protected authentication path}
    public TokenPolicy withPinPad(PinPad pad) {
        return new TokenPolicy(
                pins,
                maxSessions,
                maxReadWriteSessions,
                equipment,
                readings,
                writeProtected,
                Optional.of(pad),
                flags,
                offer);
    }

    /// {@return this policy with asynchronous sessions (`CKF_ASYNC_SESSION_SUPPORTED`)}
    public TokenPolicy withAsyncSessions() {
        return withFlags(flags | Ckf.ASYNC_SESSION_SUPPORTED);
    }

    /// {@return whether it has asynchronous sessions}
    public boolean hasAsyncSessions() {
        return (flags & Ckf.ASYNC_SESSION_SUPPORTED) != 0;
    }

    /// {@return this policy with these further flags in `CK_TOKEN_INFO`}
    public TokenPolicy withFlags(long fixed) {
        return new TokenPolicy(
                pins, maxSessions, maxReadWriteSessions, equipment, readings, writeProtected, pinPad, fixed, offer);
    }

    /// {@return this policy with a mechanism that is offered for certain uses only}
    ///
    /// @param mechanism the mechanism, `CKM_…`
    /// @param flags the uses, `CKF_…` of `CK_MECHANISM_INFO`; 0 if it is not offered at all
    public TokenPolicy withMechanism(long mechanism, long flags) {
        return withOffer(offer.uses(Names.CKM.find(mechanism).orElseGet(() -> "0x%X".formatted(mechanism)), flags));
    }

    /// {@return this policy with mechanisms, uses and sizes of keys told, and no others left out}
    public TokenPolicy withOffer(Offer other) {
        return new TokenPolicy(
                pins, maxSessions, maxReadWriteSessions, equipment, readings, writeProtected, pinPad, flags, other);
    }

    /// {@return whether the token reads the specification in a certain way}
    public boolean reads(OtherReading reading) {
        return readings.contains(reading);
    }
}
