package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.parameter.TlsParameter;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RunningMac;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.mac.MacSigner;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Function;

/// Message authentication codes of SSL 3.0 and TLS: of records (sections 6.25.7 and 6.25.8) and of the handshake
/// (section 6.26.3).
final class TlsMacs {
    private static final int SHORTEST = 12;
    private static final String SERVER = "server finished";
    private static final String CLIENT = "client finished";

    /// Sections 6.25.7 and 6.25.8 count in bits.
    private static final KeyRule IN_BITS = KeyRule.secret(KeySize.bits(8, Integer.MAX_VALUE), Ckk.GENERIC_SECRET);

    private TlsMacs() {}

    static Declaration<?> finished(long mechanism) {
        String section = "6.26.3";
        ParameterRule<TlsParameter.Mac> rule =
                ParameterRule.structure("CK_TLS_MAC_PARAMS", "6.26.2.5", TlsParameter.Mac.class, (given, wanted) -> {
                    TlsPrf.of(given.prfHash(), wanted, "prfHashMechanism");
                    if (given.macLength() < SHORTEST || given.macLength() > TlsMechanisms.MASTER) {
                        throw wanted.wrong(
                                "ulMacLength", "It has 12 to 48 bytes, not " + given.macLength() + ".", "Pass 12.");
                    }
                    if (given.serverOrClient() != 1 && given.serverOrClient() != 2) {
                        throw wanted.wrong(
                                "ulServerOrClient", "It is 1 for the server and 2 for the client.", "Pass 1 or 2.");
                    }
                    return given;
                });
        return MacSigner.of(
                Declaration.of(mechanism, section, TlsMechanisms.SECRET, rule),
                (crypto, given, key) -> finished(
                        crypto,
                        TlsPrf.of(given.prfHash(), rule, "prfHashMechanism"),
                        key.attributes().bytes(Cka.VALUE),
                        given.serverOrClient() == 1 ? SERVER : CLIENT,
                        (int) given.macLength()));
    }

    /// The same for TLS 1.0 alone (RFC 2246, 7.4.9). Only the header of v2.40 has these two, without a text: the side
    /// is in the name, and 12 bytes is the one length of TLS 1.0, so there is nothing left for a parameter.
    static Declaration<?> finishedOfTls10(long mechanism, boolean isServer) {
        String section = "4.12";
        return MacSigner.of(
                Declaration.of(mechanism, section, TlsMechanisms.SECRET, ParameterRule.none(section)),
                (crypto, none, key) -> finished(
                        crypto,
                        TlsPrf.TLS_1_0,
                        key.attributes().bytes(Cka.VALUE),
                        isServer ? SERVER : CLIENT,
                        SHORTEST));
    }

    private static MacSigner finished(Crypto crypto, TlsPrf prf, byte[] secret, String label, int length) {
        return new MacSigner(
                new Collecting(handshake -> prf.apply(crypto, secret, TlsPrf.ascii(label), handshake, length)), length);
    }

    /// The MACs of SSL 3.0 (RFC 6101, 5.2.3.1), of 4 to 8 bytes or whole.
    static Declaration<?> ssl3Mac(long mechanism, String section, String digest, int pad, int length) {
        return MacSigner.of(
                Declaration.of(mechanism, section, IN_BITS, ParameterRule.macLength(length, section)),
                (crypto, wanted, key) -> {
                    byte[] secret = key.attributes().bytes(Cka.VALUE);
                    return new MacSigner(
                            new Collecting(data -> hashed(
                                    crypto,
                                    digest,
                                    secret,
                                    filled(pad, 0x5C),
                                    hashed(crypto, digest, secret, filled(pad, 0x36), data))),
                            wanted);
                });
    }

    private static byte[] hashed(Crypto crypto, String digest, byte[]... pieces) {
        var hash = crypto.digest(digest);
        for (byte[] piece : pieces) {
            hash.update(piece);
        }
        return hash.digest();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /// A code that needs all of the data.
    private record Collecting(ByteArrayOutputStream data, Function<byte[], byte[]> code) implements RunningMac {
        Collecting(Function<byte[], byte[]> code) {
            this(new ByteArrayOutputStream(), code);
        }

        @Override
        public void update(byte[] more) {
            data.writeBytes(more);
        }

        @Override
        public byte[] finish() {
            return code.apply(data.toByteArray());
        }
    }
}
