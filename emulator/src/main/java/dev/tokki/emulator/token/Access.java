package dev.tokki.emulator.token;

import dev.tokki.api.Function;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.storage.MasterKey;
import dev.tokki.storage.Role;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/// Who may use a token: its PINs, tried and set one at a time.
public final class Access {
    private final Token token;
    private final PinRules rules;
    private final Lock lock;

    /// @param rules what the token demands of new PINs
    /// @param lock the token's
    Access(Token token, PinRules rules, Lock lock) {
        this.token = token;
        this.rules = rules;
        this.lock = lock;
    }

    /// Tries a PIN and counts it if it is wrong.
    ///
    /// @return the token's opened master key, which the caller closes
    public MasterKey authenticate(Role role, byte[] pin, Function function) {
        return locked(() -> token.pins().open(role, pin, function));
    }

    /// Tries the PIN of a user with a name (C_LoginUser, section 5.6.9) and counts it if it is wrong.
    ///
    /// @return the token's opened master key, which the caller closes
    public MasterKey authenticate(String user, byte[] pin, Function function) {
        return locked(() -> token.users().open(user, pin, function));
    }

    /// Gives the normal user a first or a new PIN (C_InitPIN, section 5.5.8).
    ///
    /// @param key the master key, opened by the SO
    public void initialisePin(byte[] pin, MasterKey key) {
        checkNew(pin, "pPin", Function.INIT_PIN);
        boolean expires = token.policy().pins().initialPinsExpire();
        locked(() -> {
            token.pins().set(Role.USER, pin, key, expires);
            return expires;
        });
    }

    /// Changes a PIN (C_SetPIN, section 5.5.9).
    public void changePin(Role role, byte[] oldPin, byte[] newPin) {
        checkNew(newPin, "pNewPin", Function.SET_PIN);
        locked(() -> {
            try (MasterKey key = token.pins().open(role, oldPin, Function.SET_PIN)) {
                token.pins().set(role, newPin, key, false);
                return role;
            }
        });
    }

    /// Changes the PIN of a user with a name (C_SetPIN, section 5.5.9).
    public void changePin(String user, byte[] oldPin, byte[] newPin) {
        checkNew(newPin, "pNewPin", Function.SET_PIN);
        locked(() -> {
            try (MasterKey key = token.users().open(user, oldPin, Function.SET_PIN)) {
                token.users().set(user, newPin, key);
                return user;
            }
        });
    }

    /// {@return the names of the users who have names, ascending}
    public List<String> userNames() {
        return locked(() -> token.users().names());
    }

    /// Gives a user with a name a PIN, a first or a new one; he comes to be by the first.
    ///
    /// @param soPin the Security Officer's PIN
    public void initialiseUser(String user, byte[] pin, byte[] soPin) {
        checkNew(pin, "pPin", Function.INIT_PIN);
        locked(() -> {
            try (MasterKey key = token.pins().open(Role.SO, soPin, Function.INIT_PIN)) {
                token.users().set(user, pin, key);
                return user;
            }
        });
    }

    /// Removes a user with a name and his private objects. One who is logged in stays so until he logs out.
    ///
    /// @param soPin the Security Officer's PIN
    /// @return whether there was one
    public boolean removeUser(String user, byte[] soPin) {
        token.condition().checkWritable(Function.INIT_PIN);
        return locked(() -> {
            MasterKey key = token.pins().open(Role.SO, soPin, Function.INIT_PIN);
            token.allObjects().destroyThoseOf(user, key);
            return token.users().remove(user);
        });
    }

    /// {@return whether a role has a PIN}
    public boolean hasPin(Role role) {
        return token.pins().isSet(role);
    }

    /// {@return whether a PIN is locked}
    public boolean isLocked(Role role) {
        return token.pins().isLocked(role);
    }

    /// {@return the refusal of a locked PIN}
    public Refusal locked(Role role, Function function) {
        return Pins.locked(role, function);
    }

    /// {@return whether a PIN must be changed before it is good for anything else (section 3.2.3)}
    public boolean mustChangePin(Role role) {
        return token.pins().mustBeChanged(role);
    }

    private void checkNew(byte[] pin, String argument, Function function) {
        token.condition().checkWritable(function);
        rules.check(pin, argument, function);
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
