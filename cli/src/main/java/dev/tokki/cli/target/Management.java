package dev.tokki.cli.target;

import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.offer.Offer;
import java.util.List;

/// Tokki's engine, opened for what no function of PKCS#11 does; closing it lets go of the store.
public final class Management implements AutoCloseable {
    private final Connection connection;
    private final Emulator emulator;

    Management(Connection connection, Emulator emulator) {
        this.connection = connection;
        this.emulator = emulator;
    }

    /// {@return the label of the token that is meant}
    public String label() {
        return connection.token().info().label();
    }

    /// {@return the names of the token's users who have names}
    public List<String> users() {
        return emulator.users(slot());
    }

    /// Gives a user with a name a PIN; he comes to be by the first.
    public void setUser(String soPin, String name, String pin) {
        emulator.setUser(slot(), soPin, name, pin);
    }

    /// Removes a user with a name and his private objects.
    ///
    /// @return whether there was one
    public boolean removeUser(String soPin, String name) {
        return emulator.removeUser(slot(), soPin, name);
    }

    /// {@return what the token was told to offer}
    public Offer offer() {
        return emulator.offer(slot());
    }

    /// Tells the token what to offer from now on.
    public void tell(String soPin, Offer offer) {
        emulator.tell(slot(), soPin, offer);
    }

    /// {@return how many mechanisms the token offers now}
    public int mechanismCount() {
        return connection.token().mechanisms().length;
    }

    private long slot() {
        return connection.token().slot();
    }

    @Override
    public void close() {
        connection.close();
    }
}
