package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.crypto.KeyDerivation;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;

/// How a key comes from a shared secret in ANSI X9.42 (section 6.4.11.1): it is the secret, or made by SHA-1 of the
/// secret, a counter and data that both parties know.
///
/// @param function the function, `CKD_…`
/// @param otherInfo the data
record X942Kdf(long function, Bytes otherInfo) {
    private static final String SHA1 = "SHA-1";
    private static final int COUNTER = 4;

    static final X942Kdf NONE = new X942Kdf(Ckd.NULL, Bytes.EMPTY);

    static X942Kdf of(long function, Bytes given, ParameterRule<?> rule) {
        byte[] info = ParameterRule.bytes(rule, "pOtherInfo", given);
        if (function == Ckd.NULL && info.length > 0) {
            throw rule.wrong(
                    "pOtherInfo", "CKD_NULL takes no other info; there are " + info.length + " bytes.", "Pass none.");
        }
        if (function == Ckd.SHA1_KDF_ASN1 && counterAt(info) < 0) {
            throw rule.wrong(
                    "pOtherInfo",
                    "CKD_SHA1_KDF_ASN1 wants the DER of an OtherInfo of ANSI X9.42: a sequence whose first member is"
                            + " a sequence of an algorithm and a counter of 4 bytes.",
                    "Pass such DER, or use CKD_SHA1_KDF_CONCATENATE.");
        }
        if (function != Ckd.NULL && function != Ckd.SHA1_KDF_ASN1 && function != Ckd.SHA1_KDF_CONCATENATE) {
            throw rule.wrong(
                    "kdf",
                    Names.CKD.of(function) + " is not for X9.42.",
                    "Pass CKD_NULL, CKD_SHA1_KDF_ASN1 or CKD_SHA1_KDF_CONCATENATE.");
        }
        return new X942Kdf(function, Bytes.of(info));
    }

    /// {@return the value of a key: the secret loses bytes at its beginning where the key is shorter; a function
    /// makes as many as needed}
    byte[] value(byte[] secret, DerivedKey key) {
        if (function == Ckd.NULL) {
            int length = key.lengthWithin(secret.length);
            return Arrays.copyOfRange(secret, secret.length - length, secret.length);
        }
        return function == Ckd.SHA1_KDF_CONCATENATE
                ? KeyDerivation.X963.derive(SHA1, secret, otherInfo.array(), key.length())
                : byAsn1(secret, key.length());
    }

    /// SHA-1 of the secret and the DER, whose counter counts.
    private byte[] byAsn1(byte[] secret, int length) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        byte[] info = otherInfo.copy();
        int at = counterAt(info);
        for (int counter = 1; made.size() < length; counter++) {
            for (int i = 0; i < COUNTER; i++) {
                info[at + i] = (byte) (counter >> (Byte.SIZE * (COUNTER - 1 - i)));
            }
            made.writeBytes(KeyDerivation.hash(SHA1, secret, info));
        }
        return Arrays.copyOf(made.toByteArray(), length);
    }

    /// {@return where the counter is in an OtherInfo; negative where there is none}
    private static int counterAt(byte[] der) {
        try {
            ASN1Sequence info = ASN1Sequence.getInstance(der);
            ASN1Sequence keyInfo = ASN1Sequence.getInstance(info.getObjectAt(0));
            byte[] counter = ASN1OctetString.getInstance(keyInfo.getObjectAt(1)).getOctets();
            if (counter.length != COUNTER || !Arrays.equals(info.getEncoded("DER"), der)) {
                return -1;
            }
            // The counter is the end of the first member, which is at the beginning of the whole.
            int header = der.length - contentLength(info);
            return header + keyInfo.getEncoded("DER").length - COUNTER;
        } catch (IOException | RuntimeException none) {
            return -1;
        }
    }

    private static int contentLength(ASN1Sequence sequence) throws IOException {
        int length = 0;
        for (var member : sequence) {
            length += member.toASN1Primitive().getEncoded("DER").length;
        }
        return length;
    }
}
