package dev.tokki.emulator.mechanism.ratchet;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.crypto.MontgomeryCurve;
import dev.tokki.emulator.crypto.OneShotAead;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.hash.Hash;
import java.nio.ByteBuffer;

/// What of a double ratchet never changes: it is the `CKA_VALUE` of its key.
///
/// @param curveBits 255 or 448: the curve where the ratchet turns
/// @param hasEncryptedHeaders whether headers are encrypted
/// @param aeadMechanism encrypts messages and headers, `CKM_…`
/// @param hash makes the keys
/// @param associated the public identity keys of both, the initiator's first
record RatchetSettings(long curveBits, boolean hasEncryptedHeaders, long aeadMechanism, Hash hash, Bytes associated) {
    private static final byte VERSION = 1;
    private static final int FIXED = 3 + Short.BYTES + Integer.BYTES;

    static RatchetSettings of(
            long curve, boolean hasEncryptedHeaders, long aead, long kdf, Bytes associated, ParameterRule<?> rule) {
        if (curve != 255 && curve != 448) {
            throw rule.wrong(
                    "eCurve",
                    "It is 255 for curve25519 or 448 for curve448; it is " + Long.toUnsignedString(curve) + ".",
                    "Pass one of these.");
        }
        if (aead != Ckm.AES_GCM && aead != Ckm.CHACHA20_POLY1305) {
            throw rule.wrong(
                    "aeadMechanism",
                    Names.CKM.of(aead) + " is no mechanism that encrypts with a tag here.",
                    "Pass CKM_AES_GCM or CKM_CHACHA20_POLY1305.");
        }
        Hash hash = SignalKdf.of(kdf, "kdfMechanism", rule)
                .orElseThrow(() -> rule.wrong(
                        "kdfMechanism",
                        Names.CKD.of(Ckd.NULL) + " makes no keys, and the ratchet needs new ones all the time.",
                        "Pass CKD_SHA256_KDF for example."));
        return new RatchetSettings(curve, hasEncryptedHeaders, aead, hash, associated);
    }

    MontgomeryCurve curve() {
        return curveBits == 448 ? MontgomeryCurve.X448_CURVE : MontgomeryCurve.X25519_CURVE;
    }

    OneShotAead aead() {
        return aeadMechanism == Ckm.AES_GCM ? OneShotAead.AES_GCM : OneShotAead.CHACHA20_POLY1305;
    }

    /// {@return the settings of a key}
    static RatchetSettings read(byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value);
        if (value.length < FIXED || in.get() != VERSION) {
            throw new IllegalStateException("no settings of a double ratchet");
        }
        short curveBits = in.getShort();
        boolean hasEncryptedHeaders = in.get() != 0;
        int aeadMechanism = in.getInt();
        Hash hash = Hash.by(each -> each.deriving().kdf(), in.get()).orElseThrow();
        byte[] associated = new byte[in.remaining()];
        in.get(associated);
        return new RatchetSettings(curveBits, hasEncryptedHeaders, aeadMechanism, hash, Bytes.of(associated));
    }

    byte[] write() {
        return ByteBuffer.allocate(FIXED + (int) associated.length())
                .put(VERSION)
                .putShort((short) curveBits)
                .put((byte) (hasEncryptedHeaders ? 1 : 0))
                .putInt((int) aeadMechanism)
                .put((byte) hash.deriving().kdf())
                .put(associated.array())
                .array();
    }
}
