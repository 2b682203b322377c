package dev.tokki.nativeadapter;

import java.nio.file.Path;

/// A file that is no usable PKCS#11 module.
public final class ModuleLoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param library the file
    /// @param why what is wrong with it
    ModuleLoadException(Path library, String why) {
        super(library + ": " + why);
    }
}
