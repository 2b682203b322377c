package dev.tokki.emulator.mechanism.ratchet;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The state of a double ratchet, in the words of Signal's document and in the attributes of section 6.6.2. Keys that
/// are not there yet are empty.
final class RatchetState {
    static final byte[] NONE = {};

    byte[] root;
    byte[] headerSend = NONE;
    byte[] headerReceive = NONE;
    byte[] nextHeaderSend = NONE;
    byte[] nextHeaderReceive = NONE;
    byte[] chainSend = NONE;
    byte[] chainReceive = NONE;
    byte[] ownSecret;
    byte[] ownPublic;
    byte[] peerPublic = NONE;
    int sent;
    int received;
    int previouslySent;
    boolean hasBobSent;
    final boolean isAlice;
    final List<Skipped> skipped;

    /// The key of a message that has not come yet.
    ///
    /// @param chain the peer's public key, or the header key, of its chain
    /// @param number its number in the chain
    /// @param key its message key
    record Skipped(Bytes chain, int number, Bytes key) {}

    /// {@return a state before its first message}
    RatchetState(byte[] root, byte[] ownSecret, byte[] ownPublic, boolean isAlice) {
        this.root = root;
        this.ownSecret = ownSecret;
        this.ownPublic = ownPublic;
        this.isAlice = isAlice;
        this.skipped = new ArrayList<>();
    }

    /// {@return the state of a key}
    static RatchetState of(AttributeMap key) {
        RatchetState state = new RatchetState(
                key.bytes(Cka.X2RATCHET_RK),
                key.bytes(Cka.X2RATCHET_DHS),
                key.bytes(Cka.X2RATCHET_DHP),
                key.bool(Cka.X2RATCHET_ISALICE, false));
        state.headerSend = key.bytes(Cka.X2RATCHET_HKS);
        state.headerReceive = key.bytes(Cka.X2RATCHET_HKR);
        state.nextHeaderSend = key.bytes(Cka.X2RATCHET_NHKS);
        state.nextHeaderReceive = key.bytes(Cka.X2RATCHET_NHKR);
        state.chainSend = key.bytes(Cka.X2RATCHET_CKS);
        state.chainReceive = key.bytes(Cka.X2RATCHET_CKR);
        state.peerPublic = key.bytes(Cka.X2RATCHET_DHR);
        state.sent = (int) key.ulong(Cka.X2RATCHET_NS, 0);
        state.received = (int) key.ulong(Cka.X2RATCHET_NR, 0);
        state.previouslySent = (int) key.ulong(Cka.X2RATCHET_PNS, 0);
        state.hasBobSent = key.bool(Cka.X2RATCHET_BOBS1STMSG, false);
        ByteBuffer bag = ByteBuffer.wrap(key.bytes(Cka.X2RATCHET_BAG));
        while (bag.hasRemaining()) {
            byte[] chain = new byte[bag.get()];
            bag.get(chain);
            int number = bag.getInt();
            byte[] message = new byte[DoubleRatchet.KEY];
            bag.get(message);
            state.skipped.add(new Skipped(Bytes.of(chain), number, Bytes.of(message)));
        }
        return state;
    }

    /// {@return the attributes of this state}
    List<Attribute> attributes() {
        ByteArrayOutputStream bag = new ByteArrayOutputStream();
        for (Skipped each : skipped) {
            bag.write((int) each.chain().length());
            bag.writeBytes(each.chain().array());
            bag.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(each.number()).array());
            bag.writeBytes(each.key().array());
        }
        return List.of(
                Attribute.of(Cka.X2RATCHET_RK, root),
                Attribute.of(Cka.X2RATCHET_HKS, headerSend),
                Attribute.of(Cka.X2RATCHET_HKR, headerReceive),
                Attribute.of(Cka.X2RATCHET_NHKS, nextHeaderSend),
                Attribute.of(Cka.X2RATCHET_NHKR, nextHeaderReceive),
                Attribute.of(Cka.X2RATCHET_CKS, chainSend),
                Attribute.of(Cka.X2RATCHET_CKR, chainReceive),
                Attribute.of(Cka.X2RATCHET_DHS, ownSecret),
                Attribute.of(Cka.X2RATCHET_DHP, ownPublic),
                Attribute.of(Cka.X2RATCHET_DHR, peerPublic),
                Attribute.of(Cka.X2RATCHET_NS, (long) sent),
                Attribute.of(Cka.X2RATCHET_NR, (long) received),
                Attribute.of(Cka.X2RATCHET_PNS, (long) previouslySent),
                Attribute.of(Cka.X2RATCHET_BOBS1STMSG, hasBobSent),
                Attribute.of(Cka.X2RATCHET_ISALICE, isAlice),
                Attribute.of(Cka.X2RATCHET_BAGSIZE, (long) skipped.size()),
                Attribute.of(Cka.X2RATCHET_BAG, bag.toByteArray()));
    }
}
