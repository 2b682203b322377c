package dev.tokki.emulator.mechanism.generic;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import dev.tokki.emulator.mechanism.work.ByteForByte;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/// `CKM_NULL`, the trivial pass-through function, with secret keys of any type. Secret keys have no attribute that
/// would
/// let them sign with recovery.
final class NullMechanism {
    private static final String SECTION = "6.52.2";
    private static final KeyRule KEYS = KeyRule.secret(KeySize.bits(0, Integer.MAX_VALUE), SecretKeyType.types());

    private NullMechanism() {}

    static Declaration<?> declaration() {
        return Wraps.allKeys(1, SECTION)
                .of(
                        Declaration.of(Ckm.NULL, SECTION, KEYS, ParameterRule.none(SECTION)),
                        (crypto, none, key) -> new Same(),
                        (crypto, none, key) -> new Same())
                .can(Use.DIGEST, (crypto, none, nothing) -> new Kept())
                .can(Use.SIGN, (crypto, none, key) -> new Copied(new Kept()))
                .can(Use.VERIFY, (crypto, none, key) -> new Compared(new Kept()))
                .can(Use.DERIVE, (crypto, none, input) -> {
                    KeyView base = input.baseKey();
                    DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), SECTION);
                    return key.inherited(key.firstOf(base.attributes().bytes(Cka.VALUE)), base);
                });
    }

    /// What goes in comes out.
    private static final class Same implements ByteForByte {
        @Override
        public byte[] update(byte[] input) {
            return input.clone();
        }
    }

    /// The data, as digest.
    private static final class Kept implements Digester {
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();

        @Override
        public long length(long rest) {
            return data.size() + rest;
        }

        @Override
        public int length() {
            return data.size();
        }

        @Override
        public void update(byte[] part) {
            data.writeBytes(part);
        }

        @Override
        public byte[] finish() {
            return data.toByteArray();
        }

        byte[] with(byte[] rest) {
            update(rest);
            return finish();
        }
    }

    /// The data, as signature.
    private record Copied(Kept data) implements Signer {
        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public long length() {
            return data.length();
        }

        @Override
        public long length(long rest) {
            return data.length(rest);
        }

        @Override
        public void update(byte[] part) {
            data.update(part);
        }

        @Override
        public byte[] finish(byte[] rest) {
            return data.with(rest);
        }
    }

    /// The data compared with the signature.
    private record Compared(Kept data) implements Verifier {
        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public void update(byte[] part) {
            data.update(part);
        }

        @Override
        public void finish(byte[] rest, byte[] signature) {
            if (!MessageDigest.isEqual(data.with(rest), signature)) {
                throw Signatures.invalid(SECTION);
            }
        }
    }
}
