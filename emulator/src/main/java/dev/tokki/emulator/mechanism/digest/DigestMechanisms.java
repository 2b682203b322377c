package dev.tokki.emulator.mechanism.digest;

import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.work.Digester;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// Digests, section 6.20.
public final class DigestMechanisms {
    private static final String SECTION = "6.20.2";

    private DigestMechanisms() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>();
        for (Hash hash : Hash.values()) {
            all.add(Declaration.of(hash.macs().digest(), SECTION, KeyRule.NONE, ParameterRule.none(SECTION))
                    .can(Use.DIGEST, (crypto, none, nothing) -> new Running(crypto, hash.algorithm(), hash.length())));
        }
        all.add(Declaration.of(Ckm.SHA512_T, "6.20.3", KeyRule.NONE, TruncatedHash.RULE)
                .can(Use.DIGEST, (crypto, hash, nothing) -> new Running(crypto, hash.algorithm(), hash.length())));
        all.add(Declaration.of(Ckm.GOSTR3411, "6.45.3", KeyRule.NONE, ParameterRule.none("6.45.3"))
                .can(Use.DIGEST, (crypto, none, nothing) -> new Running(crypto, "GOST3411", 32)));
        return List.copyOf(all);
    }

    /// A digest in progress.
    private static final class Running implements Digester {
        private final MessageDigest digest;
        private final int length;

        Running(Crypto crypto, String algorithm, int length) {
            this.digest = crypto.digest(algorithm);
            this.length = length;
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
