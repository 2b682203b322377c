package dev.tokki.emulator.mechanism.block;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.CipherStream;
import dev.tokki.emulator.mechanism.work.DataLengths;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;

/// SKIPJACK (*SKIPJACK and KEA Algorithm Specifications*, NIST, 1998). The cipher was published; what FORTEZZA cards
/// laid
/// around it was not: of the 24 bytes of a vector the last eight are the cipher's, and what the cards put before them
/// is
/// taken as it comes. So is the checksum in the last two bytes of a key. The mechanisms that wrap with keys of the
/// cards
/// are not there.
final class Skipjack {
    private static final String SECTION = "4.12";
    private static final int BLOCK = 8;
    private static final int VECTOR = 24;
    private static final BlockCipher CIPHER = BlockMechanisms.cipher("Skipjack", BLOCK, Ckk.SKIPJACK);

    private Skipjack() {}

    static List<Declaration<?>> all() {
        return List.of(
                BlockMechanisms.generation(Ckm.SKIPJACK_KEY_GEN, SECTION, Ckk.SKIPJACK),
                mode(Ckm.SKIPJACK_ECB64, "ECB", true),
                mode(Ckm.SKIPJACK_CBC64, "CBC", true),
                mode(Ckm.SKIPJACK_OFB64, "OFB64", false),
                mode(Ckm.SKIPJACK_CFB64, "CFB64", false),
                mode(Ckm.SKIPJACK_CFB32, "CFB32", false),
                mode(Ckm.SKIPJACK_CFB16, "CFB16", false),
                mode(Ckm.SKIPJACK_CFB8, "CFB8", false));
    }

    private static Declaration<?> mode(long mechanism, String mode, boolean inBlocks) {
        return Declaration.of(mechanism, SECTION, CIPHER.keys(), vector())
                .can(Use.ENCRYPT, (crypto, iv, key) -> operation(crypto, mode, inBlocks, true, key, iv))
                .can(Use.DECRYPT, (crypto, iv, key) -> operation(crypto, mode, inBlocks, false, key, iv));
    }

    private static ParameterRule<byte[]> vector() {
        return new ParameterRule<>("24-byte initialisation vector", SECTION, (mechanism, rule) -> {
            if (mechanism.parameter() instanceof Parameter.Raw(Bytes bytes)
                    && !bytes.isNull()
                    && bytes.length() == VECTOR) {
                return Arrays.copyOfRange(bytes.array(), VECTOR - BLOCK, VECTOR);
            }
            throw rule.wrong(
                    mechanism,
                    "wants an initialisation vector of 24 bytes, and got " + mechanism.parameter(),
                    "Pass 24 bytes, of which the last eight are the cipher's.");
        });
    }

    private static CipherOperation operation(
            Crypto crypto, String mode, boolean inBlocks, boolean isEncryption, KeyView key, byte[] iv) {
        Cipher cipher = CIPHER.cipher(
                crypto,
                mode + "/NoPadding",
                isEncryption ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                key,
                mode.equals("ECB") ? new byte[0] : iv);
        return new CipherStream(
                cipher,
                inBlocks
                        ? new DataLengths.WholeBlocks(BLOCK, isEncryption, SECTION)
                        : new DataLengths.Stream(Long.MAX_VALUE, SECTION));
    }
}
