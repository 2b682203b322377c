package dev.tokki.server.elf;

/// What lies where in the stack frame of a call, in bytes from `FRAME`.
final class CallFrame {
    /// The message: the function's number and what is sent along, ten argument words.
    static final int MESSAGE = 0;

    static final int ARGUMENTS = MESSAGE + 8;

    /// The order received: kind, address, length.
    static final int ORDER = ARGUMENTS + 8 * Protocol.CALL_WORDS;

    /// Four words of any use.
    static final int WORDS = ORDER + Protocol.ORDER_SIZE;

    /// A word to be sent.
    static final int WORD = WORDS + 32;

    /// Not zero if memory could not be written to.
    static final int FAULT = WORD + 8;

    /// Not zero if the connection was made for this call.
    static final int FRESH = FAULT + 8;

    /// The function's number alone.
    static final int FUNCTION = FRESH + 8;

    /// The number one, which [Ahead] things are counted by where there is one.
    static final int ONE = FUNCTION + 8;

    /// How many bytes are sent with the message, itself included.
    static final int TOTAL = ONE + 8;

    /// `struct msghdr`.
    static final int HEADER = TOTAL + 8;

    static final int PARTS_IN_HEADER = HEADER + 16;
    static final int PART_COUNT_IN_HEADER = HEADER + 24;
    static final int HEADER_SIZE = 56;

    /// `struct iovec` of each part of the message.
    static final int PARTS = HEADER + HEADER_SIZE;

    static final int PART_SIZE = 16;

    /// `struct stat`, or anything else to be looked at at once.
    static final int STAT = PARTS + PART_SIZE * (1 + Protocol.MOST_AHEAD);

    static final int STAT_SIZE = 144;
    static final int INODE_IN_STAT = STAT + 8;

    /// Size of the frame.
    static final int SIZE = (STAT + STAT_SIZE + 15) / 16 * 16;

    private CallFrame() {}
}
