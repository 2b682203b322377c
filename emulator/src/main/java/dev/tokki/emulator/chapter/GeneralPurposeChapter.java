package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.Info;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.Interface;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import java.util.Optional;

/// General-purpose functions, section 5.4.
public final class GeneralPurposeChapter {
    /// Every version of the function list that the standard has had, newest first; the first is the
    /// default.
    private static final List<Interface> INTERFACES = List.of(
            new Interface(Interface.PKCS_11, Version.V3_2, 0),
            new Interface(Interface.PKCS_11, Version.V3_1, 0),
            new Interface(Interface.PKCS_11, Version.V3_0, 0),
            new Interface(Interface.PKCS_11, Version.V2_40, 0));

    private GeneralPurposeChapter() {}

    /// Checks the arguments of C_Initialize (section 5.4.1). The engine locks with Java's means and creates
    /// no threads.
    public static void checkInitialize(InitializeArgs args) {
        if (args.reserved() != null) {
            throw Refusal.of(
                    Ckr.ARGUMENTS_BAD,
                    "pReserved (pInitArgs)",
                    "It must be NULL_PTR; the engine takes no configuration there.",
                    Function.INITIALIZE.section(),
                    "Set pReserved to NULL_PTR.");
        }
        boolean osLockingOk = (args.flags() & Ckf.OS_LOCKING_OK) != 0;
        if (args.mutexes() == Mutexes.SOME) {
            throw Refusal.of(
                    Ckr.ARGUMENTS_BAD,
                    "CreateMutex, DestroyMutex, LockMutex, UnlockMutex (pInitArgs)",
                    "All four or none must be given.",
                    Function.INITIALIZE.section(),
                    "Set all four to NULL_PTR, and CKF_OS_LOCKING_OK in flags.");
        }
        if (args.mutexes() == Mutexes.ALL && !osLockingOk) {
            throw Refusal.of(
                    Ckr.CANT_LOCK,
                    "flags (pInitArgs)",
                    "Without CKF_OS_LOCKING_OK the engine had to lock with the given functions only; it locks with its"
                            + " own.",
                    Function.INITIALIZE.section(),
                    "Set CKF_OS_LOCKING_OK.");
        }
    }

    /// {@return what C_GetInfo tells (section 5.4.3)}
    public static Info info() {
        return new Info(Version.V3_2, "Tokki", 0, "Tokki emulator", new Version(0, 1));
    }

    /// {@return the version of the function list that C_GetFunctionList gives (section 5.4.4)}
    public static Version functionList() {
        // CK_FUNCTION_LIST ends with the functions of 2.40; a higher number would send callers past its
        // end.
        return Version.V2_40;
    }

    /// {@return the interfaces (section 5.4.5)}
    public static List<Interface> interfaces() {
        return INTERFACES;
    }

    /// {@return the interface that was asked for (section 5.4.6)}
    ///
    /// @param name its name; empty for any
    /// @param version its version; empty for any
    /// @param flags flags it must have
    public static Interface interfaceOf(Optional<String> name, Optional<Version> version, long flags) {
        return INTERFACES.stream()
                .filter(one -> name.isEmpty() || one.name().equals(name.get()))
                .filter(one -> version.isEmpty() || one.version().equals(version.get()))
                .filter(one -> (one.flags() & flags) == flags)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        Ckr.ARGUMENTS_BAD,
                        "pInterfaceName, pVersion, flags",
                        "No interface matches; there are " + INTERFACES + ".",
                        Function.GET_INTERFACE.section(),
                        "Ask for one of them, or pass NULL_PTR for the default."));
    }
}
