package dev.tokki.emulator.mechanism.ratchet;

import dev.tokki.api.Bytes;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.KeyDerivation;
import dev.tokki.emulator.crypto.MontgomeryCurve;
import dev.tokki.emulator.crypto.OneShotAead;
import dev.tokki.emulator.crypto.RunningMac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// The double ratchet (T. Perrin, M. Marlinspike, "The Double Ratchet Algorithm", 2016), with and without encrypted
/// headers. What the document leaves open is filled in so:
///
/// - the root's function is HKDF with the root key as salt, the chains' is HMAC of the bytes 1 and 2;
/// - a message's key and nonce are HKDF of its message key; its associated data are the identities and the header;
/// - a header is the public key, and the two numbers in four bytes each; an encrypted one follows a random nonce;
/// - the first header keys are HKDF of the shared secret.
final class DoubleRatchet {
    /// The length of all keys in bytes.
    static final int KEY = 32;
    /// How many messages of a chain may be missing.
    static final int MOST_SKIPPED = 1000;

    private static final byte[] ROOT = label("Tokki X2RATCHET root");
    private static final byte[] MESSAGE = label("Tokki X2RATCHET message");
    private static final byte[] HEADERS = label("Tokki X2RATCHET headers");

    private final Crypto crypto;
    private final RatchetSettings settings;
    private final MontgomeryCurve curve;

    /// The header of a message.
    private record Header(Bytes publicKey, int previous, int number) {}

    DoubleRatchet(Crypto crypto, RatchetSettings settings) {
        this.crypto = crypto;
        this.settings = settings;
        this.curve = settings.curve();
    }

    /// {@return the state of the one who sends first; nothing where the peer's key is of small order}
    Optional<RatchetState> alice(byte[] secret, byte[] peerPrekey) {
        byte[] own = curve.generate(crypto.random());
        RatchetState state = new RatchetState(secret, own, curve.publicKey(own), true);
        byte[][] headers = headerKeys(secret);
        state.peerPublic = peerPrekey;
        state.headerSend = headers[0];
        state.nextHeaderReceive = headers[1];
        return turn(state, peerPrekey).map(keys -> {
            state.root = keys[0];
            state.chainSend = keys[1];
            state.nextHeaderSend = keys[2];
            return state;
        });
    }

    /// {@return the state of the one who receives first}
    RatchetState bob(byte[] secret, byte[] ownPrekey) {
        RatchetState state = new RatchetState(secret, ownPrekey, curve.publicKey(ownPrekey), false);
        byte[][] headers = headerKeys(secret);
        state.nextHeaderReceive = headers[0];
        state.nextHeaderSend = headers[1];
        return state;
    }

    /// {@return the length of a message before its text}
    int headerLength() {
        int bare = curve.keyLength() + 2 * Integer.BYTES;
        return settings.hasEncryptedHeaders() ? OneShotAead.NONCE + bare + OneShotAead.TAG : bare;
    }

    /// {@return the next message; the state has a chain to send by}
    byte[] encrypt(RatchetState state, byte[] text) {
        byte[] message = chained(state.chainSend, 1);
        state.chainSend = chained(state.chainSend, 2);
        byte[] header = header(state);
        state.sent++;
        state.hasBobSent = !state.isAlice;
        byte[] sealed = sealed(message, joined(settings.associated().array(), header), text, true)
                .orElseThrow();
        return joined(header, sealed);
    }

    /// {@return the text of a message; nothing where it is none, and the state is then of no use}
    Optional<byte[]> decrypt(RatchetState state, byte[] message) {
        if (message.length < headerLength() + OneShotAead.TAG) {
            return Optional.empty();
        }
        byte[] head = Arrays.copyOf(message, headerLength());
        byte[] sealed = Arrays.copyOfRange(message, headerLength(), message.length);
        byte[] associated = joined(settings.associated().array(), head);
        return keyOf(state, head).flatMap(key -> sealed(key, associated, sealed, false));
    }

    /// The message key of a header: one put by, or the next of its chain, which may be a new one.
    private Optional<byte[]> keyOf(RatchetState state, byte[] head) {
        for (RatchetState.Skipped each : state.skipped) {
            Optional<Header> header = settings.hasEncryptedHeaders()
                    ? opened(each.chain().array(), head)
                    : bare(head).filter(told -> each.chain().equals(told.publicKey()));
            if (header.isPresent() && each.number() == header.get().number()) {
                state.skipped.remove(each);
                return Optional.of(each.key().copy());
            }
        }
        Bytes peer = Bytes.of(state.peerPublic);
        Optional<Header> current = settings.hasEncryptedHeaders()
                ? opened(state.headerReceive, head)
                : bare(head).filter(told -> told.publicKey().equals(peer) && state.chainReceive.length > 0);
        if (current.isPresent()) {
            return next(state, current.get().number());
        }
        Optional<Header> fresh = settings.hasEncryptedHeaders() ? opened(state.nextHeaderReceive, head) : bare(head);
        return fresh.filter(header -> skip(state, header.previous()))
                .filter(header -> turned(state, header.publicKey().copy()))
                .flatMap(header -> next(state, header.number()));
    }

    private Optional<byte[]> next(RatchetState state, int number) {
        if (number < state.received || !skip(state, number)) {
            return Optional.empty();
        }
        byte[] key = chained(state.chainReceive, 1);
        state.chainReceive = chained(state.chainReceive, 2);
        state.received++;
        return Optional.of(key);
    }

    /// Puts by the keys of messages that have not come; false where they are too many.
    private boolean skip(RatchetState state, int until) {
        if (until < 0 || (long) until - state.received > MOST_SKIPPED) {
            return false;
        }
        if (state.chainReceive.length == 0) {
            return true;
        }
        while (state.received < until) {
            byte[] chain = settings.hasEncryptedHeaders() ? state.headerReceive : state.peerPublic;
            state.skipped.add(new RatchetState.Skipped(
                    Bytes.of(chain), state.received, Bytes.of(chained(state.chainReceive, 1))));
            state.chainReceive = chained(state.chainReceive, 2);
            state.received++;
        }
        // The oldest are forgotten, so that a peer cannot fill the token.
        while (state.skipped.size() > MOST_SKIPPED) {
            state.skipped.remove(0);
        }
        return true;
    }

    /// A new public key of the peer: a chain to receive by, and one to send by with a new key of our own.
    private boolean turned(RatchetState state, byte[] peer) {
        state.previouslySent = state.sent;
        state.sent = 0;
        state.received = 0;
        state.headerSend = state.nextHeaderSend;
        state.headerReceive = state.nextHeaderReceive;
        state.peerPublic = peer;
        Optional<byte[][]> receiving = turn(state, peer);
        if (receiving.isEmpty()) {
            return false;
        }
        state.root = receiving.get()[0];
        state.chainReceive = receiving.get()[1];
        state.nextHeaderReceive = receiving.get()[2];
        state.ownSecret = curve.generate(crypto.random());
        state.ownPublic = curve.publicKey(state.ownSecret);
        Optional<byte[][]> sending = turn(state, peer);
        sending.ifPresent(keys -> {
            state.root = keys[0];
            state.chainSend = keys[1];
            state.nextHeaderSend = keys[2];
        });
        return sending.isPresent();
    }

    /// {@return the next root key, a chain key and a header key}
    private Optional<byte[][]> turn(RatchetState state, byte[] peer) {
        return curve.agree(state.ownSecret, peer).map(secret -> {
            byte[] made = KeyDerivation.hkdf(settings.hash().algorithm(), secret, state.root, ROOT, 3 * KEY);
            return new byte[][] {
                Arrays.copyOf(made, KEY),
                Arrays.copyOfRange(made, KEY, 2 * KEY),
                settings.hasEncryptedHeaders() ? Arrays.copyOfRange(made, 2 * KEY, 3 * KEY) : RatchetState.NONE
            };
        });
    }

    private byte[][] headerKeys(byte[] secret) {
        if (!settings.hasEncryptedHeaders()) {
            return new byte[][] {RatchetState.NONE, RatchetState.NONE};
        }
        byte[] made = KeyDerivation.hkdf(settings.hash().algorithm(), secret, RatchetState.NONE, HEADERS, 2 * KEY);
        return new byte[][] {Arrays.copyOf(made, KEY), Arrays.copyOfRange(made, KEY, 2 * KEY)};
    }

    private byte[] chained(byte[] chain, int constant) {
        RunningMac mac = crypto.hmac(settings.hash().algorithm(), new SecretKeySpec(chain, "HMAC"));
        mac.update(new byte[] {(byte) constant});
        return Arrays.copyOf(mac.finish(), KEY);
    }

    private Optional<byte[]> sealed(byte[] message, byte[] associated, byte[] input, boolean forSending) {
        byte[] made = KeyDerivation.hkdf(
                settings.hash().algorithm(), message, RatchetState.NONE, MESSAGE, OneShotAead.KEY + OneShotAead.NONCE);
        byte[] key = Arrays.copyOf(made, OneShotAead.KEY);
        byte[] nonce = Arrays.copyOfRange(made, OneShotAead.KEY, made.length);
        return forSending
                ? Optional.of(settings.aead().seal(key, nonce, associated, input))
                : settings.aead().open(key, nonce, associated, input);
    }

    private byte[] header(RatchetState state) {
        byte[] bare = ByteBuffer.allocate(curve.keyLength() + 2 * Integer.BYTES)
                .put(state.ownPublic)
                .putInt(state.previouslySent)
                .putInt(state.sent)
                .array();
        if (!settings.hasEncryptedHeaders()) {
            return bare;
        }
        byte[] nonce = crypto.randomBytes(OneShotAead.NONCE);
        byte[] associated = settings.associated().array();
        return joined(nonce, settings.aead().seal(state.headerSend, nonce, associated, bare));
    }

    private Optional<Header> opened(byte[] key, byte[] head) {
        if (key.length == 0) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(head, OneShotAead.NONCE);
        byte[] sealed = Arrays.copyOfRange(head, OneShotAead.NONCE, head.length);
        return settings.aead()
                .open(key, nonce, settings.associated().array(), sealed)
                .flatMap(this::bare);
    }

    private Optional<Header> bare(byte[] header) {
        ByteBuffer in = ByteBuffer.wrap(header);
        byte[] publicKey = new byte[curve.keyLength()];
        in.get(publicKey);
        return Optional.of(new Header(Bytes.of(publicKey), in.getInt(), in.getInt()));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] label(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
