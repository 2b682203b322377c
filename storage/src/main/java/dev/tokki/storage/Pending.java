package dev.tokki.storage;

import java.util.List;

/// A change that waits to be committed, and what became of it. Written by the thread that commits, read by the
/// one that waits; the store's lock is between them.
final class Pending {
    private final List<Step> steps;
    private final Durability durability;
    private Outcome outcome = new Outcome.Open();

    private sealed interface Outcome {
        record Open() implements Outcome {}

        record Done() implements Outcome {}

        record Failed(Throwable why) implements Outcome {}
    }

    Pending(List<Step> steps, Durability durability) {
        this.steps = List.copyOf(steps);
        this.durability = durability;
    }

    List<Step> steps() {
        return steps;
    }

    boolean isSynced() {
        return durability == Durability.SYNCED;
    }

    boolean isDone() {
        return !(outcome instanceof Outcome.Open);
    }

    void succeed() {
        outcome = new Outcome.Done();
    }

    void fail(Throwable why) {
        outcome = new Outcome.Failed(why);
    }

    /// Throws what made it fail, if it did, as this thread's own exception.
    void rethrow() {
        switch (outcome) {
            case Outcome.Done done -> {}
            case Outcome.Failed(StorageException why) ->
                throw new StorageException(why.problem(), String.valueOf(why.getMessage()), why);
            case Outcome.Failed(Throwable why) -> throw new IllegalStateException(why.getMessage(), why);
            case Outcome.Open open -> throw new IllegalStateException("the change was not written");
        }
    }
}
