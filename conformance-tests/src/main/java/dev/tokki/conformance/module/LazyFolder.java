package dev.tokki.conformance.module;

import org.jspecify.annotations.Nullable;

/// A [Folder] that is made when it is first wanted: a module that is only described needs none.
final class LazyFolder implements AutoCloseable {
    private final String name;
    private @Nullable Folder folder;

    LazyFolder(String name) {
        this.name = name;
    }

    Folder get() {
        Folder known = folder;
        if (known == null) {
            known = new Folder(name);
            folder = known;
        }
        return known;
    }

    @Override
    public void close() {
        if (folder != null) {
            folder.close();
        }
    }
}
