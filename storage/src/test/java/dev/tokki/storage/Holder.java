package dev.tokki.storage;

import java.nio.file.Path;

/// The program that [OwnershipTest] starts: opens a store, says how that went, and keeps it until it is killed.
final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            TokenStore store = Stores.open(Path.of(arguments[0]));
            System.out.println("open " + store.tokens().size());
            Thread.sleep(Long.MAX_VALUE);
        } catch (StorageException e) {
            System.out.println(e.problem() + " " + e.getMessage());
        }
    }
}
