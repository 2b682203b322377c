package dev.tokki.emulator.mechanism.stream;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.ChaChaParameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.LightMacs;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.Maker;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.generic.GenericMechanisms;
import dev.tokki.emulator.mechanism.mac.MacSigner;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.math.BigInteger;
import java.util.List;

/// ChaCha20, Salsa20 and Poly1305, sections 6.47 to 6.50, and RC4.
public final class StreamMechanisms {
    static final KeyRule CHACHA = KeyRule.secret(KeySize.bits(256, 256), Ckk.CHACHA20);
    static final KeyRule SALSA = KeyRule.secret(KeySize.bits(256, 256), Ckk.SALSA20);

    private static final int MAC_LENGTH = 16;

    /// A stream ready to begin.
    private record Start(StreamKind kind, Bytes nonce, BigInteger block) {}

    private StreamMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                GenericMechanisms.generation(Ckm.CHACHA20_KEY_GEN, "6.47.4", Ckk.CHACHA20),
                stream(Declaration.of(Ckm.CHACHA20, "6.47.5", CHACHA, chaCha())),
                GenericMechanisms.generation(Ckm.SALSA20_KEY_GEN, "6.48.4", Ckk.SALSA20),
                stream(Declaration.of(Ckm.SALSA20, "6.48.5", SALSA, salsa())),
                GenericMechanisms.generation(Ckm.POLY1305_KEY_GEN, "6.49.3", Ckk.POLY1305),
                poly1305(),
                StreamAead.declaration(Ckm.CHACHA20_POLY1305, true),
                StreamAead.declaration(Ckm.SALSA20_POLY1305, false),
                GenericMechanisms.generation(Ckm.RC4_KEY_GEN, "4.12", Ckk.RC4),
                rc4());
    }

    private static Declaration<?> stream(Declaration<Start> declaration) {
        Maker<Start, KeyView, CipherOperation> both = (crypto, start, key) -> KeyStream.of(
                start.kind(), key.attributes().bytes(Cka.VALUE), start.nonce().array(), start.block());
        return Wraps.allKeys(1, declaration.section()).of(declaration, both, both);
    }

    private static ParameterRule<Start> chaCha() {
        return ParameterRule.structure(
                "CK_CHACHA20_PARAMS", "6.47.3.1", ChaChaParameter.ChaCha20.class, (given, rule) -> {
                    byte[] counter = ParameterRule.bytes(rule, "pBlockCounter", given.blockCounter());
                    return start(true, given.nonce(), given.nonceBits(), counter, given.blockCounterBits(), rule);
                });
    }

    private static ParameterRule<Start> salsa() {
        return ParameterRule.structure(
                "CK_SALSA20_PARAMS",
                "6.48.3.1",
                ChaChaParameter.Salsa20.class,
                (given, rule) -> start(
                        false,
                        given.nonce(),
                        given.nonceBits(),
                        ParameterRule.bytes(rule, "pBlockCounter", given.blockCounter()),
                        Long.SIZE,
                        rule));
    }

    private static Start start(
            boolean isChaCha, Bytes nonce, long nonceBits, byte[] counter, long counterBits, ParameterRule<?> rule) {
        byte[] bytes = ParameterRule.bytes(rule, "pNonce", nonce);
        StreamKind kind = StreamKind.of(isChaCha, bytes.length)
                .filter(known -> nonceBits == 8L * bytes.length)
                .orElseThrow(() -> rule.wrong(
                        "ulNonceBits",
                        "The nonce has " + (isChaCha ? "64, 96 or 192" : "64 or 192") + " bits; there are "
                                + 8L * bytes.length + ".",
                        "Pass a nonce of such a length."));
        if (counterBits != kind.counterBits() || counter.length * 8L != counterBits) {
            throw rule.wrong(
                    "blockCounterBits",
                    "With this nonce the block counter has " + kind.counterBits() + " bits, not " + counterBits + ".",
                    "Pass a counter of that length.");
        }
        return new Start(kind, Bytes.of(bytes), block(counter, rule));
    }

    /// The counter lies as the ciphers have it: least significant byte first.
    private static BigInteger block(byte[] counter, ParameterRule<?> rule) {
        byte[] reversed = new byte[counter.length];
        for (int i = 0; i < counter.length; i++) {
            reversed[i] = counter[counter.length - 1 - i];
        }
        BigInteger block = new BigInteger(1, reversed);
        if (block.bitLength() > Integer.SIZE) {
            throw rule.wrong(
                    "pBlockCounter",
                    "Streams are served from their first 2^32 blocks.",
                    "Begin below block 2^32, which is at 256 GiB.");
        }
        return block;
    }

    private static Declaration<?> poly1305() {
        return MacSigner.of(
                Declaration.of(
                        Ckm.POLY1305,
                        "6.49.3",
                        KeyRule.secret(KeySize.bits(256, 256), Ckk.POLY1305),
                        ParameterRule.none("6.49.3")),
                (crypto, none, key) ->
                        new MacSigner(LightMacs.poly1305(key.attributes().bytes(Cka.VALUE)), MAC_LENGTH));
    }

    private static Declaration<?> rc4() {
        KeyRule keys = KeyRule.secret(KeySize.bits(8, 2048), Ckk.RC4);
        return Declaration.of(Ckm.RC4, "4.12", keys, ParameterRule.none("4.12"))
                .can(Use.ENCRYPT, (crypto, none, key) -> rc4(key))
                .can(Use.DECRYPT, (crypto, none, key) -> rc4(key));
    }

    private static CipherOperation rc4(KeyView key) {
        return KeyStream.rc4(key.attributes().bytes(Cka.VALUE).clone());
    }
}
