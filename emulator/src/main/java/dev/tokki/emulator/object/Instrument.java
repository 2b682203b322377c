package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.nio.ByteBuffer;
import java.util.List;

/// What stands behind an object that is built into a token.
sealed interface Instrument {
    /// {@return the attributes that are of the moment they are read}
    List<Attribute> read();

    /// Nothing moves.
    record Still() implements Instrument {
        @Override
        public List<Attribute> read() {
            return List.of();
        }
    }

    /// A clock (section 4.4.3).
    record Face(Hardware hardware, Equipment.ClockSetter setter) implements Instrument {
        @Override
        public List<Attribute> read() {
            return List.of(Attribute.of(Cka.VALUE, ClockText.of(hardware.now())));
        }

        /// Sets the clock on somebody's behalf.
        void set(Caller caller, Value value) {
            boolean may = switch (setter) {
                case NOBODY -> throw readOnly();
                case SO -> caller.login() == Login.SO;
                case ANYBODY_LOGGED_IN -> caller.login() != Login.NONE;
            };
            if (!may) {
                throw Refusal.of(
                        Ckr.USER_NOT_LOGGED_IN,
                        "CKA_VALUE",
                        setter == Equipment.ClockSetter.SO
                                ? "The Security Officer sets the clock of this token."
                                : "The session used to set the time must be logged in.",
                        "4.4.3.2",
                        "Log in, then set the time.");
            }
            hardware.set(ClockText.parse(((Value.Raw) value).bytes().text())
                    .orElseThrow(() -> Refusal.of(
                            Ckr.ATTRIBUTE_VALUE_INVALID,
                            "CKA_VALUE",
                            "A time has sixteen characters, YYYYMMDDhhmmss and two zeros.",
                            "4.4.3.2",
                            "Give the time in UTC in this form.")));
        }

        private static Refusal readOnly() {
            return Refusal.of(
                    Ckr.ATTRIBUTE_READ_ONLY,
                    "CKA_VALUE",
                    "The clock of this token cannot be set.",
                    "4.4.3.2",
                    "Leave it as it is.");
        }
    }

    /// A monotonic counter (section 4.4.4).
    record Dial(Hardware hardware) implements Instrument {
        @Override
        public List<Attribute> read() {
            return List.of(
                    Attribute.of(
                            Cka.VALUE,
                            ByteBuffer.allocate(Long.BYTES)
                                    .putLong(hardware.nextCount())
                                    .array()),
                    Attribute.of(Cka.HAS_RESET, hardware.hasReset()));
        }
    }
}
