package dev.tokki.emulator.mechanism.otp;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.parameter.OtpParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a `CK_OTP_PARAMS` asks of HOTP (sections 6.39.1 and 6.41.3).
///
/// @param given the types of the parameters that are there
/// @param counter the counter, if one is given
/// @param length how many digits are wanted, if that is said
/// @param flags `CKF_…`
record OtpRequest(Set<Long> given, OptionalLong counter, OptionalLong length, long flags) {
    /// The rule for mechanisms that take it.
    static final ParameterRule<OtpRequest> RULE =
            ParameterRule.structure("CK_OTP_PARAMS", "6.39.3", OtpParameter.Entries.class, OtpRequest::read);

    private static final int COUNTER = 8;
    private static final long LEAST_DIGITS = 6;
    private static final long MOST_DIGITS = 9;

    /// Which attribute of a key says whether a parameter must be there.
    private static final Map<Long, Long> REQUIREMENTS = Map.of(
            Ck.OTP_PIN, Cka.OTP_PIN_REQUIREMENT,
            Ck.OTP_CHALLENGE, Cka.OTP_CHALLENGE_REQUIREMENT,
            Ck.OTP_TIME, Cka.OTP_TIME_REQUIREMENT,
            Ck.OTP_COUNTER, Cka.OTP_COUNTER_REQUIREMENT);

    private static OtpRequest read(OtpParameter.Entries entries, ParameterRule<OtpRequest> rule) {
        Set<Long> given = new HashSet<>();
        OptionalLong counter = OptionalLong.empty();
        OptionalLong length = OptionalLong.empty();
        long flags = 0;
        for (OtpParameter.Entry entry : entries.entries()) {
            if (!given.add(entry.type())) {
                throw rule.wrong("pParams", "A parameter is there twice.", "Pass each once.");
            }
            if (entry.type() == Ck.OTP_COUNTER) {
                counter = OptionalLong.of(counter(entry.value(), rule));
            } else if (entry.type() == Ck.OTP_OUTPUT_LENGTH) {
                length = OptionalLong.of(checkedLength(number(entry.value(), rule), rule));
            } else if (entry.type() == Ck.OTP_FLAGS) {
                flags = number(entry.value(), rule);
            } else if (entry.type() == Ck.OTP_OUTPUT_FORMAT || entry.type() == Ck.OTP_VALUE) {
                throw rule.wrong(
                        "pParams",
                        "CK_OTP_OUTPUT_FORMAT and CK_OTP_VALUE are for what C_Sign returns.",
                        "Leave them out.");
            }
        }
        if ((flags & Ckf.EXCLUDE_COUNTER) != 0) {
            throw rule.wrong(
                    "CK_OTP_FLAGS", "A password of HOTP is made of a counter.", "Leave CKF_EXCLUDE_COUNTER out.");
        }
        return new OtpRequest(Set.copyOf(given), counter, length, flags);
    }

    private static long counter(Parameter value, ParameterRule<OtpRequest> rule) {
        if (value instanceof Parameter.Raw(Bytes bytes) && bytes.length() == COUNTER) {
            return Hotp.number(bytes.array());
        }
        throw rule.wrong("CK_OTP_COUNTER", "A counter has 8 bytes, the most significant first.", "Pass 8 bytes.");
    }

    private static long number(Parameter value, ParameterRule<OtpRequest> rule) {
        if (value instanceof Parameter.ULong(long number)) {
            return number;
        }
        throw rule.wrong("pParams", "Flags and lengths are a CK_ULONG each.", "Pass a CK_ULONG.");
    }

    private static long checkedLength(long digits, ParameterRule<OtpRequest> rule) {
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
            throw rule.wrong(
                    "CK_OTP_OUTPUT_LENGTH",
                    "A password of HOTP has 6 to 9 digits, not " + Long.toUnsignedString(digits) + ".",
                    "Pass 6.");
        }
        return digits;
    }

    /// Refuses a request that the key does not allow.
    OtpRequest checked(AttributeMap key) {
        for (Map.Entry<Long, Long> requirement : REQUIREMENTS.entrySet()) {
            if (key.ulong(requirement.getValue(), Ck.OTP_PARAM_IGNORED) == Ck.OTP_PARAM_MANDATORY
                    && !given.contains(requirement.getKey())) {
                throw RULE.wrong(
                        "pParams",
                        "A parameter that the key says is mandatory (CKA_OTP_…_REQUIREMENT) is not there.",
                        "Pass PIN, challenge, time and counter as the key demands.");
            }
        }
        if ((flags & Ckf.USER_FRIENDLY_OTP) != 0 && !key.bool(Cka.OTP_USER_FRIENDLY_MODE, false)) {
            throw RULE.wrong(
                    "CK_OTP_FLAGS",
                    "The key's CKA_OTP_USER_FRIENDLY_MODE is CK_FALSE.",
                    "Leave CKF_USER_FRIENDLY_OTP out.");
        }
        if (key.ulong(Cka.OTP_FORMAT, Ck.OTP_FORMAT_DECIMAL) != Ck.OTP_FORMAT_DECIMAL) {
            throw RULE.wrong(
                    "the key's CKA_OTP_FORMAT",
                    "Passwords of HOTP are decimal (RFC 4226, 5.3).",
                    "Use a key with CK_OTP_FORMAT_DECIMAL.");
        }
        checkedLength(digits(key), RULE);
        return this;
    }

    /// {@return how many digits the password has}
    int digits(AttributeMap key) {
        return (int) length.orElse(key.ulong(Cka.OTP_LENGTH, LEAST_DIGITS));
    }

    /// {@return how far from the counter the password is: the next one is asked for by a flag}
    int ahead() {
        return (flags & Ckf.NEXT_OTP) == 0 ? 0 : 1;
    }

    /// {@return the counter that is given, if the key does not say that it is ignored}
    Optional<Long> heeded(AttributeMap key) {
        boolean isIgnored = key.ulong(Cka.OTP_COUNTER_REQUIREMENT, Ck.OTP_PARAM_IGNORED) == Ck.OTP_PARAM_IGNORED;
        return isIgnored || counter.isEmpty() ? Optional.empty() : Optional.of(counter.getAsLong());
    }
}
