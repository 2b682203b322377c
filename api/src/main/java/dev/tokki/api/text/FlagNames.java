package dev.tokki.api.text;

import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Interface;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.SessionInfo;
import dev.tokki.api.SlotInfo;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.GeneralPurpose.GetInterface;
import dev.tokki.api.call.MessageDecryption.DecryptMessageNext;
import dev.tokki.api.call.MessageEncryption.EncryptMessageNext;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.Sessions.SessionCancel;
import dev.tokki.api.call.SlotsAndTokens.WaitForSlotEvent;
import dev.tokki.api.constant.Names;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which flags can be meant where: a bit has other names in other structures.
public final class FlagNames {
    private static final Map<Class<?>, Map<Long, String>> BY_HOLDER = Map.ofEntries(
            entry(InitializeArgs.class, "LIBRARY_CANT_CREATE_OS_THREADS OS_LOCKING_OK"),
            entry(GetInterface.class, "INTERFACE_FORK_SAFE"),
            entry(Interface.class, "INTERFACE_FORK_SAFE"),
            entry(WaitForSlotEvent.class, "DONT_BLOCK"),
            entry(OpenSession.class, "RW_SESSION SERIAL_SESSION ASYNC_SESSION"),
            entry(SessionInfo.class, "RW_SESSION SERIAL_SESSION ASYNC_SESSION"),
            entry(
                    SessionCancel.class,
                    "MESSAGE_ENCRYPT MESSAGE_DECRYPT MESSAGE_SIGN MESSAGE_VERIFY FIND_OBJECTS ENCRYPT DECRYPT DIGEST"
                            + " SIGN SIGN_RECOVER VERIFY VERIFY_RECOVER GENERATE GENERATE_KEY_PAIR WRAP UNWRAP DERIVE"
                            + " ENCAPSULATE DECAPSULATE"),
            entry(EncryptMessageNext.class, "END_OF_MESSAGE"),
            entry(DecryptMessageNext.class, "END_OF_MESSAGE"),
            entry(SlotInfo.class, "TOKEN_PRESENT REMOVABLE_DEVICE HW_SLOT"),
            entry(
                    TokenInfo.class,
                    "RNG WRITE_PROTECTED LOGIN_REQUIRED USER_PIN_INITIALIZED RESTORE_KEY_NOT_NEEDED CLOCK_ON_TOKEN"
                            + " PROTECTED_AUTHENTICATION_PATH DUAL_CRYPTO_OPERATIONS TOKEN_INITIALIZED"
                            + " SECONDARY_AUTHENTICATION USER_PIN_COUNT_LOW USER_PIN_FINAL_TRY USER_PIN_LOCKED"
                            + " USER_PIN_TO_BE_CHANGED SO_PIN_COUNT_LOW SO_PIN_FINAL_TRY SO_PIN_LOCKED"
                            + " SO_PIN_TO_BE_CHANGED ERROR_STATE SEED_RANDOM_REQUIRED ASYNC_SESSION_SUPPORTED"),
            entry(
                    MechanismInfo.class,
                    "HW MESSAGE_ENCRYPT MESSAGE_DECRYPT MESSAGE_SIGN MESSAGE_VERIFY MULTI_MESSAGE FIND_OBJECTS ENCRYPT"
                            + " DECRYPT DIGEST SIGN SIGN_RECOVER VERIFY VERIFY_RECOVER GENERATE GENERATE_KEY_PAIR WRAP"
                            + " UNWRAP DERIVE EC_F_P EC_F_2M EC_ECPARAMETERS EC_OID EC_UNCOMPRESS EC_COMPRESS"
                            + " EC_CURVENAME ENCAPSULATE DECAPSULATE EXTENSION"));

    private FlagNames() {}

    /// {@return `CKF_RW_SESSION|CKF_SERIAL_SESSION` for flags; bits without a name there in hexadecimal}
    ///
    /// @param holder the record that holds the flags: a call, or a structure such as [TokenInfo]
    /// @param flags the flags
    public static String of(Class<?> holder, long flags) {
        return Names.flags(flags, BY_HOLDER.getOrDefault(holder, Map.of()));
    }

    /// {@return the flags that the holder's flags can have, with their names, in the order of their bits}
    public static Map<Long, String> candidates(Class<?> holder) {
        return BY_HOLDER.getOrDefault(holder, Map.of());
    }

    private static Map.Entry<Class<?>, Map<Long, String>> entry(Class<?> holder, String names) {
        Map<Long, String> flags = new LinkedHashMap<>();
        for (String name : names.split(" ")) {
            flags.put(Names.CKF.value(name).orElseThrow(), "CKF_" + name);
        }
        return Map.entry(holder, flags);
    }
}
