package dev.tokki.nativeadapter;

import java.nio.file.Path;

/// A file that is no usable PKCS#11 module.
public final class ModuleLoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    /// @param library the file
    /// @param why what is wrong with it
    public ModuleLoadException(Path library, String why) {
        super(library + ": " + why);
        this.why = why;
    }

    /// {@return what is wrong with the file}
    public String why() {
        return why;
    }
}
