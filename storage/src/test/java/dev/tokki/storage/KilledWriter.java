package dev.tokki.storage;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The program that [KillTest] kills: two threads that store, change and remove objects, and say before each
/// step what they are about to do and after it that it is done.
///
/// Lines: `writer ? deed` and `writer ! deed`; a deed is a list of `number=version`, version 0 meaning removed.
final class KilledWriter {
    static final byte[] PIN = Sample.utf8("1234");
    static final int WRITERS = 2;

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final StoredToken token;
    private final MasterKey master;
    private final int writer;
    private final int round;
    private final Random random;
    private final List<Living> living = new ArrayList<>();
    private int count;

    private record Living(StoredObject object, int number, int version) {}

    private KilledWriter(StoredToken token, MasterKey master, int writer, int round) {
        this.token = token;
        this.master = master;
        this.writer = writer;
        this.round = round;
        this.random = new Random(31L * round + writer);
    }

    public static void main(String[] arguments) {
        StoreKey key = StoreKey.ofHex(arguments[1]);
        int round = Integer.parseInt(arguments[2]);
        TokenStore store = Stores.open(Path.of(arguments[0]), key, PinHardness.FAST);
        StoredToken token = store.tokens().getFirst();
        MasterKey master = token.open(Role.USER, PIN).orElseThrow();
        OUT.println("ready");
        for (int writer = 0; writer < WRITERS; writer++) {
            KilledWriter work = new KilledWriter(token, master, writer, round);
            new Thread(work::run).start();
        }
    }

    /// {@return an object's content: who wrote it, and so much filling that half of it would be seen}
    static String content(int writer, int number, int version) {
        String name = writer + ":" + number + ":" + version + ";";
        return name.repeat(1 + (number * 7 + version * 13) % 9000);
    }

    private void run() {
        while (true) {
            switch (random.nextInt(6)) {
                case 0 -> insertPair();
                case 1, 2 -> insert();
                case 3 -> update();
                default -> delete();
            }
        }
    }

    private void insert() {
        int number = next();
        say("?", number + "=1");
        StoredObject object = token.insert(object(number, 1), master);
        say("!", number + "=1");
        living.add(new Living(object, number, 1));
    }

    private void insertPair() {
        int first = next();
        int second = next();
        String deed = first + "=1 " + second + "=1";
        say("?", deed);
        List<StoredObject> pair = token.insertAll(List.of(object(first, 1), object(second, 1)), master);
        say("!", deed);
        living.add(new Living(pair.get(0), first, 1));
        living.add(new Living(pair.get(1), second, 1));
    }

    private void update() {
        if (!living.isEmpty()) {
            Living old = living.remove(random.nextInt(living.size()));
            String deed = old.number() + "=" + (old.version() + 1);
            say("?", deed);
            Durability durability = random.nextInt(10) == 0 ? Durability.SYNCED : Durability.COMMITTED;
            StoredObject object =
                    token.update(old.object(), object(old.number(), old.version() + 1), master, durability);
            say("!", deed);
            living.add(new Living(object, old.number(), old.version() + 1));
        }
    }

    private void delete() {
        if (living.size() > 5) {
            Living old = living.remove(random.nextInt(living.size()));
            say("?", old.number() + "=0");
            token.delete(old.object());
            say("!", old.number() + "=0");
        }
    }

    private int next() {
        return 1_000_000 * round + count++;
    }

    private NewObject object(int number, int version) {
        return new NewObject(number % 2 == 0, Sample.utf8(content(writer, number, version)));
    }

    private void say(String what, String deed) {
        OUT.println(writer + " " + what + " " + deed);
    }
}
