package dev.tokki.cli;

/// A command that cannot be carried out as it was given: one line for the person, exit code 2.
public final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param message what is wrong and what would be right, in one line
    public Usage(String message) {
        super(message);
    }
}
