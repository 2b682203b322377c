package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.Value;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Digesting.Digest;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.DestroyObject;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.call.Objects.SetAttributeValue;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckh;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Session;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Sixty-four threads of one application on one token: what they are told is what some order of their calls
/// explains.
class CrowdTest {
    private static final int THREADS = 64;
    private static final int REGISTERS = 4;
    private static final Bytes TEXT = Bytes.utf8("text");

    private final Bench bench = Bench.ready();
    private final Session keeper = bench.token().openReadWrite();
    private final long counter = keeper.find(
                    Attribute.of(Cka.CLASS, Cko.HW_FEATURE), Attribute.of(Cka.HW_FEATURE_TYPE, Ckh.MONOTONIC_COUNTER))
            .getFirst()
            .handle();
    private final List<Long> objects = new ArrayList<>();
    private final List<Register> registers = new ArrayList<>();
    private final Queue<Long> doomed = new ConcurrentLinkedQueue<>();
    private final Set<BigInteger> counted = ConcurrentHashMap.newKeySet();
    private final AtomicLong logins = new AtomicLong();
    private final AtomicLong logouts = new AtomicLong();
    private final AtomicLong created = new AtomicLong();
    private final AtomicLong destroyed = new AtomicLong();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void someOrderOfTheCallsExplainsEveryOutcome() throws Exception {
        crowd(Duration.ofSeconds(3));
    }

    @Test
    @Tag("slow")
    void someOrderOfTheCallsOfAMinuteExplainsEveryOutcome() throws Exception {
        crowd(Duration.ofMinutes(1));
    }

    private void crowd(Duration length) throws Exception {
        for (int i = 0; i < REGISTERS; i++) {
            objects.add(keeper.create(
                            Attribute.of(Cka.CLASS, Cko.DATA),
                            Attribute.of(Cka.TOKEN, true),
                            Attribute.of(Cka.LABEL, "first"))
                    .handle());
            registers.add(new Register("first"));
        }
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Long>> bodies = IntStream.range(0, THREADS)
                    .<Callable<Long>>mapToObj(thread -> () -> new Member(thread).live(end))
                    .toList();
            for (Future<Long> calls : threads.invokeAll(bodies)) {
                assertThat(calls.get()).isPositive();
            }
        }
        assertThat(registers)
                .allSatisfy(register -> assertThat(register.unexplained()).isEmpty());
        boolean isLoggedIn = keeper.info().state() == Cks.RW_USER_FUNCTIONS;
        assertThat(logins.get() - logouts.get()).as("logins less logouts").isEqualTo(isLoggedIn ? 1 : 0);
        assertThat(keeper.find(Attribute.of(Cka.APPLICATION, "doomed")))
                .hasSize((int) (created.get() - destroyed.get()));
        assertThat(bench.tokenInfo().sessionCount()).isEqualTo(1);
    }

    /// One thread, in sessions of its own.
    private final class Member {
        private final int number;
        private final Random random;
        private long session;
        private long calls;

        Member(int number) {
            this.number = number;
            this.random = new Random(number);
        }

        long live(long end) {
            session = open();
            while (System.nanoTime() < end) {
                act();
                calls++;
            }
            bench.ok(new CloseSession(session));
            return calls;
        }

        private void act() {
            int which = random.nextInt(REGISTERS);
            switch (random.nextInt(12)) {
                case 0, 1 -> write(which);
                case 2, 3, 4 -> read(which);
                case 5 -> login();
                case 6 -> logout();
                case 7 -> create();
                case 8 -> destroy();
                case 9 -> digest();
                case 10 -> count();
                default -> {
                    bench.ok(new CloseSession(session));
                    session = open();
                }
            }
        }

        private long open() {
            return bench.get(new OpenSession(0, Ckf.SERIAL_SESSION | Ckf.RW_SESSION));
        }

        private void write(int which) {
            String value = number + " " + calls;
            long begin = System.nanoTime();
            bench.ok(new SetAttributeValue(session, objects.get(which), Template.of(Attribute.of(Cka.LABEL, value))));
            registers.get(which).written(value, begin, System.nanoTime());
        }

        private void read(int which) {
            long begin = System.nanoTime();
            String value = Bytes.of(value(objects.get(which), Cka.LABEL)).text();
            registers.get(which).read(value, begin, System.nanoTime());
        }

        private void login() {
            if (is(Ckr.USER_ALREADY_LOGGED_IN, new Login(session, Cku.USER, Bytes.utf8(Bench.USER_PIN)))) {
                logins.incrementAndGet();
            }
        }

        private void logout() {
            if (is(Ckr.USER_NOT_LOGGED_IN, new Logout(session))) {
                logouts.incrementAndGet();
            }
        }

        private void create() {
            doomed.add(bench.get(new CreateObject(
                    session,
                    Template.of(
                            Attribute.of(Cka.CLASS, Cko.DATA),
                            Attribute.of(Cka.TOKEN, true),
                            Attribute.of(Cka.APPLICATION, "doomed")))));
            created.incrementAndGet();
        }

        /// Two threads may be after the same object; one of them destroys it.
        private void destroy() {
            Long object = random.nextBoolean() ? doomed.peek() : doomed.poll();
            if (object != null && is(Ckr.OBJECT_HANDLE_INVALID, new DestroyObject(session, object))) {
                destroyed.incrementAndGet();
            }
        }

        private void digest() {
            bench.ok(new DigestInit(session, Mechanism.of(Ckm.SHA_1)));
            byte[] digest = bench.get(new Digest(session, TEXT, Buffer.of(20))).array();
            assertThat(Bytes.of(digest).hex()).isEqualTo("372ea08cab33e71c02c651dbc83a474d32c676ea");
        }

        /// The counter never tells a number twice.
        private void count() {
            assertThat(counted.add(new BigInteger(1, value(counter, Cka.VALUE))))
                    .isTrue();
        }

        /// In one call, unlike the fluent face, which asks for the length first.
        private byte[] value(long object, long attribute) {
            Value value = bench.get(new GetAttributeValue(
                            session, object, QueryTemplate.of(AttributeQuery.value(attribute, 100))))
                    .getFirst()
                    .value();
            return value instanceof Value.Raw raw ? raw.bytes().array() : new byte[0];
        }

        /// {@return whether the call succeeded; otherwise it was refused for the one reason that others explain}
        private boolean is(long explained, Call<?> call) {
            Reply<?> reply = bench.module().call(call);
            assertThat(reply.rv().value()).as(() -> call + ": " + reply.why()).isIn(Ckr.OK, explained);
            return reply.isOk();
        }
    }
}
