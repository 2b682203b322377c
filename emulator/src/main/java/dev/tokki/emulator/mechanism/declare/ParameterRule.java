package dev.tokki.emulator.mechanism.declare;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.Structure;
import dev.tokki.emulator.rule.Refusal;

/// The parameter a mechanism wants, and how it is read and checked.
///
/// @param name what the specification calls it
/// @param section the section that defines it
/// @param reader reads it, or refuses
/// @param <P> what is read
public record ParameterRule<P>(String name, String section, Reader<P> reader) {
    /// Reads a parameter.
    @FunctionalInterface
    public interface Reader<P> {
        /// {@return the parameter read}
        ///
        /// @throws Refusal `CKR_MECHANISM_PARAM_INVALID`
        P read(Mechanism mechanism, ParameterRule<P> rule);
    }

    /// Checks one structure and turns it into what the operation needs.
    @FunctionalInterface
    public interface Check<S, P> {
        /// {@return what the operation needs}
        P check(S structure, ParameterRule<P> rule);
    }

    /// {@return no parameter; one of length 0 counts as none}
    public static ParameterRule<Parameter.None> none(String section) {
        return new ParameterRule<>("no parameter", section, (mechanism, rule) -> {
            if (!isAbsent(mechanism)) {
                throw rule.wrong(mechanism, "takes no parameter, and one was given", "Pass NULL_PTR and length 0.");
            }
            return new Parameter.None();
        });
    }

    /// {@return an initialisation vector of `length` bytes}
    public static ParameterRule<byte[]> iv(int length, String section) {
        return new ParameterRule<>(length + "-byte initialisation vector", section, (mechanism, rule) -> {
            if (mechanism.parameter() instanceof Parameter.Raw(Bytes bytes)
                    && !bytes.isNull()
                    && bytes.length() == length) {
                return bytes.copy();
            }
            throw rule.wrong(
                    mechanism,
                    "wants an initialisation vector of " + length + " bytes, and got " + mechanism.parameter(),
                    "Pass " + length + " bytes.");
        });
    }

    /// {@return an initialisation vector of `length` bytes, or none for the standard's own value}
    public static ParameterRule<byte[]> optionalIv(int length, byte[] otherwise, String section) {
        ParameterRule<byte[]> given = iv(length, section);
        return new ParameterRule<>(
                given.name + ", or none",
                section,
                (mechanism, rule) -> isAbsent(mechanism) ? otherwise.clone() : given.reader.read(mechanism, given));
    }

    /// {@return the length of a MAC, `CK_MAC_GENERAL_PARAMS`, at most `max` bytes}
    public static ParameterRule<Integer> macLength(int max, String section) {
        return new ParameterRule<>("CK_MAC_GENERAL_PARAMS", section, (mechanism, rule) -> {
            if (mechanism.parameter() instanceof Parameter.ULong(long value) && value >= 1 && value <= max) {
                return (int) value;
            }
            throw rule.wrong(
                    mechanism,
                    "wants the length of the MAC, 1 to " + max + " bytes, and got " + mechanism.parameter(),
                    "Pass a CK_MAC_GENERAL_PARAMS of 1 to " + max + ".");
        });
    }

    /// {@return an unsigned long}
    public static ParameterRule<Long> ulong(String name, String section) {
        return new ParameterRule<>(name, section, (mechanism, rule) -> {
            if (mechanism.parameter() instanceof Parameter.ULong(long value)) {
                return value;
            }
            throw rule.wrong(
                    mechanism, "wants a " + name + ", and got " + mechanism.parameter(), "Pass a " + name + ".");
        });
    }

    /// {@return a structure, checked}
    public static <S extends Structure, P> ParameterRule<P> structure(
            String name, String section, Class<S> type, Check<S, P> check) {
        return new ParameterRule<>(name, section, (mechanism, rule) -> {
            if (type.isInstance(mechanism.parameter())) {
                return check.check(type.cast(mechanism.parameter()), rule);
            }
            throw rule.wrong(
                    mechanism, "wants a " + name + ", and got " + mechanism.parameter(), "Pass a " + name + ".");
        });
    }

    /// {@return this rule with a further check}
    public ParameterRule<P> then(Check<P, P> further) {
        return new ParameterRule<>(
                name, section, (mechanism, rule) -> further.check(reader.read(mechanism, rule), rule));
    }

    /// {@return the parameter read}
    public P read(Mechanism mechanism) {
        return reader.read(mechanism, this);
    }

    /// {@return the refusal of a mechanism's parameter}
    public Refusal wrong(Mechanism mechanism, String what, String remedy) {
        return Refusal.of(
                Ckr.MECHANISM_PARAM_INVALID,
                "pMechanism->pParameter",
                Names.CKM.of(mechanism.type()) + " " + what + ".",
                section,
                remedy);
    }

    /// {@return the refusal of a member of the structure}
    public Refusal wrong(String member, String what, String remedy) {
        return Refusal.of(Ckr.MECHANISM_PARAM_INVALID, name + "." + member, what, section, remedy);
    }

    /// {@return whether no parameter was given: NULL_PTR, or nothing at a pointer}
    public static boolean isAbsent(Mechanism mechanism) {
        return switch (mechanism.parameter()) {
            case Parameter.None none -> true;
            case Parameter.Raw(Bytes bytes) -> bytes.length() == 0;
            case Parameter.ULong number -> false;
            case Structure structure -> false;
        };
    }

    /// Checks that bytes of a structure are there if a length says so.
    public static <P> byte[] bytes(ParameterRule<P> rule, String member, Bytes bytes) {
        if (bytes.isNull() && bytes.length() != 0) {
            throw rule.wrong(
                    member, "It is NULL_PTR, but its length is not 0.", "Pass a pointer to the bytes, or length 0.");
        }
        return bytes.copy();
    }
}
