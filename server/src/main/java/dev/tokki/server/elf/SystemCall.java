package dev.tokki.server.elf;

/// The Linux system calls that the forwarder makes, with their numbers on each processor.
enum SystemCall {
    CLOSE(3, 57),
    CONNECT(42, 203),
    FSTAT(5, 80),
    GETEUID(107, 175),
    GETPID(39, 172),
    GETRANDOM(318, 278),
    GETSOCKOPT(55, 209),
    NANOSLEEP(35, 101),
    RECVFROM(45, 207),
    RT_SIGPROCMASK(14, 135),
    SENDMSG(46, 211),
    SENDTO(44, 206),
    SOCKET(41, 198);

    private final int x64;
    private final int arm64;

    SystemCall(int x64, int arm64) {
        this.x64 = x64;
        this.arm64 = arm64;
    }

    int onX64() {
        return x64;
    }

    int onArm64() {
        return arm64;
    }
}
