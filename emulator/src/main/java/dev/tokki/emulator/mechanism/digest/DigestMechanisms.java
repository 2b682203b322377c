package dev.tokki.emulator.mechanism.digest;

import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.work.Digester;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/// Digests, section 6.20.
public final class DigestMechanisms {
    private DigestMechanisms() {}

    public static List<Declaration<?>> all() {
        return Arrays.stream(Hash.values())
                .<Declaration<?>>map(DigestMechanisms::digest)
                .toList();
    }

    private static Declaration<?> digest(Hash hash) {
        return Declaration.of(hash.macs().digest(), "6.20.2", KeyRule.NONE, ParameterRule.none("6.20.2"))
                .can(Use.DIGEST, (crypto, none, nothing) -> new Running(crypto, hash));
    }

    /// A digest in progress.
    private static final class Running implements Digester {
        private final MessageDigest digest;
        private final int length;

        Running(Crypto crypto, Hash hash) {
            digest = crypto.digest(hash.algorithm());
            length = hash.length();
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public void update(byte[] data) {
            digest.update(data);
        }

        @Override
        public byte[] finish() {
            return digest.digest();
        }
    }
}
