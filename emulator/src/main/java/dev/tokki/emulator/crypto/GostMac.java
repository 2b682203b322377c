package dev.tokki.emulator.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithSBox;
import org.bouncycastle.util.Pack;

/// The MAC of GOST 28147-89: the first half of a chain of sixteen rounds (RFC 5830, 8). Bouncy Castle has it without
/// the
/// meshing of keys that long data need (RFC 4357, 2.3.2), and does not let its state be taken on.
public final class GostMac implements RunningMac {
    private static final int BLOCK = 8;
    private static final int KEY = 32;
    private static final int LENGTH = 4;
    private static final int MESH_AFTER = 1024;
    private static final byte[] MESH = {
        0x69,
        0x00,
        0x72,
        0x22,
        0x64,
        (byte) 0xC9,
        0x04,
        0x23,
        (byte) 0x8D,
        0x3A,
        (byte) 0xDB,
        (byte) 0x96,
        0x46,
        (byte) 0xE9,
        0x2A,
        (byte) 0xC4,
        0x18,
        (byte) 0xFE,
        (byte) 0xAC,
        (byte) 0x94,
        0x00,
        (byte) 0xED,
        0x07,
        0x12,
        (byte) 0xC0,
        (byte) 0x86,
        (byte) 0xDC,
        (byte) 0xC2,
        (byte) 0xEF,
        0x4C,
        (byte) 0xA9,
        0x2B
    };

    private final byte[] box;
    private final boolean meshes;
    private final byte[] pending = new byte[BLOCK];
    private byte[] key;
    private int left;
    private int right;
    private int held;
    private int blocks;

    /// @param vector what the chain begins with, 8 bytes
    public GostMac(GostSet set, byte[] key, byte[] vector) {
        this.box = set.box();
        this.meshes = !set.isCounter();
        this.key = key.clone();
        this.left = Pack.littleEndianToInt(vector, 0);
        this.right = Pack.littleEndianToInt(vector, LENGTH);
    }

    @Override
    public void update(byte[] data) {
        for (byte next : data) {
            if (held == BLOCK) {
                chain();
            }
            pending[held++] = next;
        }
    }

    @Override
    public byte[] finish() {
        boolean isShort = blocks == 0;
        if (held > 0 || isShort) {
            Arrays.fill(pending, held, BLOCK, (byte) 0);
            chain();
        }
        if (isShort) {
            // The standard knows no MAC of less than two blocks; gost-engine and others fill short data up to two.
            Arrays.fill(pending, (byte) 0);
            chain();
        }
        return Pack.intToLittleEndian(left);
    }

    private void chain() {
        if (meshes && blocks > 0 && blocks * BLOCK % MESH_AFTER == 0) {
            key = meshed();
        }
        left ^= Pack.littleEndianToInt(pending, 0);
        right ^= Pack.littleEndianToInt(pending, LENGTH);
        for (int round = 0; round < 2 * BLOCK; round++) {
            int mixed = right ^ substituted(left + Pack.littleEndianToInt(key, round % BLOCK * LENGTH));
            right = left;
            left = mixed;
        }
        held = 0;
        blocks++;
    }

    private int substituted(int number) {
        int out = 0;
        for (int i = 0; i < BLOCK; i++) {
            int shift = 4 * i;
            out |= box[16 * i + ((number >>> shift) & 0xF)] << shift;
        }
        return Integer.rotateLeft(out, 11);
    }

    private byte[] meshed() {
        GOST28147Engine engine = new GOST28147Engine();
        engine.init(false, new ParametersWithSBox(new KeyParameter(key), box));
        byte[] next = new byte[KEY];
        for (int at = 0; at < KEY; at += BLOCK) {
            engine.processBlock(MESH, at, next, at);
        }
        return next;
    }
}
