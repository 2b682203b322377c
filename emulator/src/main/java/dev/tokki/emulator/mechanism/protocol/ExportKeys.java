package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Bytes;
import dev.tokki.emulator.crypto.Crypto;
import java.security.MessageDigest;
import java.util.Arrays;

/// Keys weakened for export: a few bytes are secret, and the key is made of them and of what everybody saw (RFC 6101,
/// 6.2.2.1; RFC 2246, 6.3.1).
interface ExportKeys {
    /// Both parties' random bytes.
    record Randoms(Bytes client, Bytes server) {
        byte[] clientFirst() {
            return TlsPrf.joined(client.array(), server.array());
        }

        byte[] serverFirst() {
            return TlsPrf.joined(server.array(), client.array());
        }
    }

    /// {@return the final key of one side}
    byte[] key(Crypto crypto, byte[] key, boolean isClient, Randoms randoms, int length);

    /// {@return the vector of one side, which depends on no secret}
    byte[] vector(Crypto crypto, boolean isClient, Randoms randoms, int length);

    /// SSL 3.0: by MD5, each side with its own random bytes first.
    ExportKeys SSL_3_0 = new ExportKeys() {
        @Override
        public byte[] key(Crypto crypto, byte[] key, boolean isClient, Randoms randoms, int length) {
            return hashed(crypto, key, isClient, randoms, length);
        }

        @Override
        public byte[] vector(Crypto crypto, boolean isClient, Randoms randoms, int length) {
            return hashed(crypto, new byte[0], isClient, randoms, length);
        }

        private static byte[] hashed(Crypto crypto, byte[] key, boolean isClient, Randoms randoms, int length) {
            MessageDigest md5 = crypto.digest("MD5");
            md5.update(key);
            return Arrays.copyOf(md5.digest(isClient ? randoms.clientFirst() : randoms.serverFirst()), length);
        }
    };

    /// TLS 1.0: by its own function, with a label for each side.
    ExportKeys TLS_1_0 = new ExportKeys() {
        @Override
        public byte[] key(Crypto crypto, byte[] key, boolean isClient, Randoms randoms, int length) {
            byte[] label = TlsPrf.ascii(isClient ? "client write key" : "server write key");
            return TlsPrf.TLS_1_0.apply(crypto, key, label, randoms.clientFirst(), length);
        }

        @Override
        public byte[] vector(Crypto crypto, boolean isClient, Randoms randoms, int length) {
            byte[] both = TlsPrf.TLS_1_0.apply(
                    crypto, new byte[0], TlsPrf.ascii("IV block"), randoms.clientFirst(), 2 * length);
            return isClient ? Arrays.copyOf(both, length) : Arrays.copyOfRange(both, length, 2 * length);
        }
    };
}
