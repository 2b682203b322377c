package dev.tokki.server.elf;

/// The code of the module: it sends a function's number and its ten argument words to the daemon, and obeys orders
/// until the call returns. It knows nothing of PKCS#11 but the order of the functions and which of their words point to
/// something to read. [Protocol] describes what travels.
///
/// While a call runs: `S0` is the slot of the connection, `S1` its file descriptor, `S3` the state of the process;
/// `S2` is free.
final class Forwarder {
    /// Zeros to send in place of memory that cannot be read.
    static final int ZEROS = 64;

    private Forwarder() {}

    /// Writes the code. The parts of a call follow one another.
    ///
    /// @param machine encodes it
    /// @param functions all functions of the list, in its order
    /// @param socketAddressLength length of the address at the label `socketAddress`
    static void write(Machine machine, Iterable<Entry> functions, int socketAddressLength) {
        Message message = new Message(machine);
        message.write(functions);
        new Connecting(machine).write(socketAddressLength);
        message.send();
        new Orders(machine).write();
        new Transfers(machine).write();
        new Discovery(machine).write();
    }
}
