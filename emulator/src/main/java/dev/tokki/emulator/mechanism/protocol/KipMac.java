package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.KipParameter.Kip;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.rule.Refusal;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/// The MAC of CT-KIP, section 6.43.7, as long as the room that the caller gives.
final class KipMac {
    private static final String SECTION = "6.43.7";
    private static final int USUAL = 16;
    private static final int LEAST = 8;
    private static final int MOST = 1 << 16;

    /// The function, and the handle of another key to use.
    private record Read(KipPrf prf, long key) {
        static Read of(Kip given, ParameterRule<Read> rule) {
            return new Read(KipPrf.of(KipMechanisms.underneath(given, rule).type(), rule), given.key());
        }
    }

    private KipMac() {}

    static Declaration<?> declaration(KeyRule keys) {
        return Declaration.of(Ckm.KIP_MAC, SECTION, keys, KipMechanisms.rule(Read::of))
                .can(Use.SIGN, (crypto, read, key) -> new Code(crypto, read.prf(), value(read, key)))
                .can(Use.VERIFY, (crypto, read, key) -> new Check(new Code(crypto, read.prf(), value(read, key))));
    }

    /// The key is the one that the parameter names; where it names none, that of C_SignInit.
    private static Bytes value(Read read, KeyView key) {
        AttributeMap used = read.key() == 0 ? key.attributes() : key.beside(read.key(), "CK_KIP_PARAMS.hKey");
        if (used.ulong(Cka.CLASS, -1) != Cko.SECRET_KEY || !used.bool(Cka.SIGN, read.key() == 0)) {
            throw Refusal.of(
                    Ckr.MECHANISM_PARAM_INVALID,
                    "CK_KIP_PARAMS.hKey",
                    "It must be a secret key whose CKA_SIGN is CK_TRUE.",
                    "6.43.4",
                    "Pass CK_INVALID_HANDLE to use the key of C_SignInit.");
        }
        byte[] value = used.bytes(Cka.VALUE);
        read.prf().checkKey(value, Ckr.KEY_SIZE_RANGE);
        return Bytes.of(value);
    }

    /// A MAC in progress.
    private static final class Code implements Signer {
        private final Crypto crypto;
        private final KipPrf prf;
        private final Bytes key;
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private int length = USUAL;

        Code(Crypto crypto, KipPrf prf, Bytes key) {
            this.crypto = crypto;
            this.prf = prf;
            this.key = key;
        }

        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public void room(long capacity) {
            if (capacity >= LEAST) {
                length = (int) Math.min(capacity, MOST);
            }
        }

        @Override
        public void update(byte[] part) {
            data.writeBytes(part);
        }

        @Override
        public byte[] finish(byte[] rest) {
            update(rest);
            return prf.apply(crypto, key.array(), data.toByteArray(), length);
        }
    }

    /// A MAC computed again, in the length of the one that is shown.
    private record Check(Code code) implements Verifier {
        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public void update(byte[] part) {
            code.update(part);
        }

        @Override
        public void finish(byte[] rest, byte[] signature) {
            if (signature.length < LEAST || signature.length > MOST) {
                throw Refusal.of(
                        Ckr.SIGNATURE_LEN_RANGE,
                        "pSignature",
                        "A MAC has " + LEAST + " bytes or more; this one has " + signature.length + ".",
                        SECTION,
                        "Pass the MAC whole.");
            }
            code.room(signature.length);
            if (!MessageDigest.isEqual(code.finish(rest), signature)) {
                throw Signatures.invalid(SECTION);
            }
        }
    }
}
