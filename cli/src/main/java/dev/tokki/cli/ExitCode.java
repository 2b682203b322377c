package dev.tokki.cli;

/// What the command's exit code says.
public final class ExitCode {
    /// Done.
    public static final int DONE = 0;

    /// The token said no; for `verify`: the signature is wrong; for `compare`: the engine deviates.
    public static final int REFUSED = 1;

    /// The command was not understood, or lacks something.
    public static final int USAGE = 2;

    /// A library, or the JDK, is not there or cannot be loaded; a socket cannot be had.
    public static final int UNAVAILABLE = 69;

    /// A defect of the program itself.
    public static final int DEFECT = 70;

    /// The lines for `--help`.
    static final String[] HELP = {
        DONE + ":done",
        REFUSED + ":the token said no (verify: the signature is wrong; compare: Tokki's engine deviates)",
        USAGE + ":wrong usage: an option, an argument or a file is not as it should be",
        UNAVAILABLE + ":no JDK, a module's library cannot be loaded, or a socket cannot be had",
        DEFECT + ":a defect of tokki itself",
    };

    private ExitCode() {}
}
