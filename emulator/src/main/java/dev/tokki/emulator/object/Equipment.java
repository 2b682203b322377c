package dev.tokki.emulator.object;

import dev.tokki.api.constant.Ckp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The objects that are built into a token: hardware features (section 4.4), mechanisms (4.15), profiles (4.16)
/// and validations (4.17).
///
/// @param clock the token's clock; whether it has one is `CKF_CLOCK_ON_TOKEN`
/// @param clockSetter who may set it
/// @param counter its monotonic counter
/// @param display its user interface
/// @param profiles the profiles it says it conforms to, `CKP_…`
/// @param validations who validated it
/// @param mechanismObjects whether there is an object for each mechanism
public record Equipment(
        Optional<Clock> clock,
        ClockSetter clockSetter,
        Optional<Counter> counter,
        Optional<Display> display,
        List<Long> profiles,
        List<Validation> validations,
        boolean mechanismObjects) {
    /// Who may set a clock (section 4.4.3.2).
    public enum ClockSetter {
        /// Nobody.
        NOBODY,
        /// The Security Officer.
        SO,
        /// Whoever is logged in.
        ANYBODY_LOGGED_IN
    }

    /// A monotonic counter (section 4.4.4).
    ///
    /// @param resetOnInit whether C_InitToken starts it anew
    public record Counter(boolean resetOnInit) {}

    /// A user interface (section 4.4.5). Numbers may be
    /// [dev.tokki.api.constant.Ck#UNAVAILABLE_INFORMATION]; texts are lists with `;` between.
    ///
    /// @param pixelX width in pixels
    /// @param pixelY height in pixels
    /// @param resolution pixels per inch
    /// @param charRows lines of characters
    /// @param charColumns characters in a line
    /// @param color whether there is colour
    /// @param bitsPerPixel bits of colour or grey
    /// @param charSets character sets by their numbers (MIBenum)
    /// @param encodingMethods content transfer encodings
    /// @param mimeTypes types it can show
    public record Display(
            long pixelX,
            long pixelY,
            long resolution,
            long charRows,
            long charColumns,
            boolean color,
            long bitsPerPixel,
            String charSets,
            String encodingMethods,
            String mimeTypes) {}

    /// A validation by a third party (section 4.17).
    ///
    /// @param type one of `CKV_TYPE_…`
    /// @param major the version of what it was validated against
    /// @param minor the same, after the point
    /// @param level the level, whose meaning goes with the type
    /// @param moduleId how the module is called in the validation
    /// @param flag the bit that stands for it in sessions and objects
    /// @param authorityType one of `CKV_AUTHORITY_TYPE_…`
    /// @param country two letters, or empty
    /// @param certificate the certificate's identifier, or empty
    /// @param certificateUri where the certificate is, or empty
    /// @param vendorUri where the vendor tells of it, or empty
    /// @param profile the profile it was validated against, or empty
    /// @param covered what it covers
    public record Validation(
            long type,
            int major,
            int minor,
            long level,
            String moduleId,
            long flag,
            long authorityType,
            String country,
            String certificate,
            String certificateUri,
            String vendorUri,
            String profile,
            Coverage covered) {
        /// A validation that covers nothing.
        public Validation(
                long type,
                int major,
                int minor,
                long level,
                String moduleId,
                long flag,
                long authorityType,
                String country,
                String certificate,
                String certificateUri,
                String vendorUri,
                String profile) {
            this(
                    type,
                    major,
                    minor,
                    level,
                    moduleId,
                    flag,
                    authorityType,
                    country,
                    certificate,
                    certificateUri,
                    vendorUri,
                    profile,
                    Coverage.none());
        }

        /// {@return this validation of other mechanisms and keys}
        public Validation covering(Coverage other) {
            return new Validation(
                    type,
                    major,
                    minor,
                    level,
                    moduleId,
                    flag,
                    authorityType,
                    country,
                    certificate,
                    certificateUri,
                    vendorUri,
                    profile,
                    other);
        }
    }

    /// Copies the lists.
    public Equipment {
        profiles = List.copyOf(profiles);
        validations = List.copyOf(validations);
    }

    /// {@return a counter that C_InitToken does not reset, the profiles of a provider, of an authentication
    /// token and of HKDF for TLS, an object for each mechanism; no clock, no display, no validations}
    public static Equipment standard() {
        return new Equipment(
                Optional.empty(),
                ClockSetter.SO,
                Optional.of(new Counter(false)),
                Optional.empty(),
                List.of(Ckp.BASELINE_PROVIDER, Ckp.EXTENDED_PROVIDER, Ckp.AUTHENTICATION_TOKEN, Ckp.HKDF_TLS_TOKEN),
                List.of(),
                true);
    }

    /// {@return nothing at all}
    public static Equipment none() {
        return new Equipment(
                Optional.empty(), ClockSetter.NOBODY, Optional.empty(), Optional.empty(), List.of(), List.of(), false);
    }

    /// {@return this with a clock}
    ///
    /// @param source what it goes by
    /// @param setter who may set it
    public Equipment withClock(Clock source, ClockSetter setter) {
        return new Equipment(Optional.of(source), setter, counter, display, profiles, validations, mechanismObjects);
    }

    /// {@return this with another counter}
    public Equipment withCounter(Counter other) {
        return new Equipment(clock, clockSetter, Optional.of(other), display, profiles, validations, mechanismObjects);
    }

    /// {@return this with a display}
    public Equipment withDisplay(Display other) {
        return new Equipment(clock, clockSetter, counter, Optional.of(other), profiles, validations, mechanismObjects);
    }

    /// {@return this with other profiles}
    public Equipment withProfiles(List<Long> others) {
        return new Equipment(clock, clockSetter, counter, display, others, validations, mechanismObjects);
    }

    /// {@return this with other validations}
    public Equipment withValidations(List<Validation> others) {
        return new Equipment(clock, clockSetter, counter, display, profiles, others, mechanismObjects);
    }
}
