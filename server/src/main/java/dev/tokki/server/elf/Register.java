package dev.tokki.server.elf;

/// The registers of the small machine that the forwarder is written for; each processor maps them to its own.
///
/// A system call and a call of a function pointer destroy all but the `S` registers and the frame.
enum Register {
    /// First argument of a system call or function.
    A0(7, 0),
    /// Second argument.
    A1(6, 1),
    /// Third argument.
    A2(2, 2),
    /// Fourth argument.
    A3(10, 3),
    /// Fifth argument.
    A4(8, 4),
    /// Sixth argument.
    A5(9, 5),
    /// Scratch.
    T0(0, 9),
    /// Scratch.
    T1(11, 10),
    /// Kept over calls.
    S0(3, 19),
    /// Kept over calls.
    S1(12, 20),
    /// Kept over calls.
    S2(13, 21),
    /// Kept over calls.
    S3(14, 22),
    /// The lowest address of the frame that [Machine#enter] makes; kept over calls.
    FRAME(4, 31);

    private final int x64;
    private final int arm64;

    Register(int x64, int arm64) {
        this.x64 = x64;
        this.arm64 = arm64;
    }

    /// The processor's number of the register.
    int onX64() {
        return x64;
    }

    /// The processor's number of the register.
    int onArm64() {
        return arm64;
    }
}
