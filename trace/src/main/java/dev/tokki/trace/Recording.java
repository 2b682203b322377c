package dev.tokki.trace;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Where the spies of several applications bring their calls; a thread of its own writes them down, so that callers
/// wait for it only if they are much faster for long.
public final class Recording implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Recording.class.getName());

    /// Calls not yet written down; whoever brings one more waits.
    private static final int ROOM = 1 << 14;

    private final Secrets secrets;
    private final Consumer<? super CallRecord> sink;
    private final Runnable idle;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(ROOM);
    private final AtomicLong numbers = new AtomicLong();
    private final Thread writer;
    private volatile boolean closed;

    private sealed interface Item {
        record One(CallRecord call) implements Item {}

        record End() implements Item {}
    }

    /// Starts the thread that writes.
    ///
    /// @param secrets what becomes of secrets
    /// @param sink takes the calls, from one thread, in the order in which they ended
    /// @param idle is run when everything that was there is written: to flush
    public Recording(Secrets secrets, Consumer<? super CallRecord> sink, Runnable idle) {
        this.secrets = secrets;
        this.sink = sink;
        this.idle = idle;
        this.writer = Thread.ofPlatform().daemon().name("transcript").start(this::write);
    }

    Secrets secrets() {
        return secrets;
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    void add(CallRecord call) {
        if (!closed) {
            put(new Item.One(call));
        }
    }

    /// Writes what is not yet written. Calls that come later are not recorded.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            put(new Item.End());
            boolean interrupted = false;
            while (true) {
                try {
                    writer.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void put(Item item) {
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(item);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        boolean broken = false;
        try {
            while (true) {
                Item item = queue.poll();
                if (item == null) {
                    broken = broken || !works(idle);
                    item = queue.take();
                }
                if (item instanceof Item.One(CallRecord call)) {
                    broken = broken || !works(() -> sink.accept(call));
                } else {
                    works(idle);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A disk that is full ends the transcript, not the program that is watched.
    private static boolean works(Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the transcript ends here: it cannot be written", e);
            return false;
        }
    }
}
