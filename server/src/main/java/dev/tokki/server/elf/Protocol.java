package dev.tokki.server.elf;

/// What travels between the module in a program and the daemon: little-endian words of 64 bits on a Unix stream
/// socket.
///
/// - **Hello**, [#HELLO_SIZE] bytes from the module, once per connection: [#MAGIC], the process's number, a random
/// number of the process, zero. Process and random
///   number together name the application; several connections, one per busy thread, belong to one application.
/// - **Call**, from the module: [#CALL_SIZE] bytes, the function's place in the function list and ten argument words,
/// those beyond its arguments zero. Then memory that is sent along unasked: the bits from [#FIRST_AHEAD] on in the
/// first
/// word say which of the things that [dev.tokki.nativeadapter.layout.CallPlan#ahead] names follow, in their order.
/// - **Orders**, [#ORDER_SIZE] bytes each from the daemon, `{kind, address, length}`, any number of them without
/// waiting, until [#RETURN]:
///     - [#SEND]: the module sends `length` bytes at `address`, then a word, 0 or not 0 if some could not be read
///     (zeros
/// stand for them);
///   - [#TAKE]: `length` bytes follow, for `address`; if they cannot be written the call returns `CKR_ARGUMENTS_BAD`,
/// whatever else happens;
///   - [#CALL_BACK]: four words follow, arguments for the C function at `address`; the module sends the word it
/// returns;
///   - [#RETURN]: the call returns `address` as its `CK_RV`.
public final class Protocol {
    /// First word of the hello: `TOKKI`, the protocol's version, the size of `CK_ULONG`.
    public static final long MAGIC = 0x494B4B4F54L | 3L << 48 | 8L << 56;

    /// First word of the hello of a Java program, whose calls are records in frames
    /// ([dev.tokki.nativeadapter.wire]); the fourth word is the form of the records.
    public static final long RECORDS_MAGIC = 0x494B4B4F54L | 2L << 48 | 8L << 56;

    /// Bytes of the hello.
    public static final int HELLO_SIZE = 32;

    /// Argument words of a call.
    public static final int CALL_WORDS = 10;

    /// The first bit that stands for memory sent along; the next one stands for the next thing.
    public static final int FIRST_AHEAD = 1 << 16;

    /// Things that may be sent along with one call.
    public static final int MOST_AHEAD = 6;

    /// Bytes of a call without what is sent along.
    public static final int CALL_SIZE = 8 + 8 * CALL_WORDS;

    /// Bytes of an order.
    public static final int ORDER_SIZE = 24;

    /// The call returns.
    public static final int RETURN = 0;

    /// The module sends memory.
    public static final int SEND = 1;

    /// Memory follows.
    public static final int TAKE = 2;

    /// The module calls a function of the program.
    public static final int CALL_BACK = 3;

    private Protocol() {}
}
