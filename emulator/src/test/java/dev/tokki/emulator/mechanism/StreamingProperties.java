package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Data in parts give what data at once give, however they are cut, and lengths told beforehand are never short.
class StreamingProperties {
    private static final List<MechanismTable> TABLES =
            List.of(MechanismTable.all(), MechanismTable.all(Crypto.bouncyCastle()));
    private static final TestKey AES = TestKey.aes("000102030405060708090a0b0c0d0e0f1011121314151617");
    private static final TestKey GENERIC = TestKey.secret(Ckk.GENERIC_SECRET, "0b0b0b0b");
    private static final Pairs RSA = Pairs.rsa(TABLES.get(0), 1024);
    private static final Pairs EC = Pairs.ec(TABLES.get(0), "secp256r1");
    private static final Pairs EDWARDS =
            Pairs.curve(TABLES.get(0), Ckm.EC_EDWARDS_KEY_PAIR_GEN, Pairs.named("edwards25519"));
    private static final byte[] IV = new byte[16];

    /// A cipher mechanism, and how long its data may be.
    record Cipher(Mechanism mechanism, int multiple) {}

    @Provide
    Arbitrary<Cipher> ciphers() {
        List<Cipher> all = new ArrayList<>(List.of(
                new Cipher(Mechanism.of(Ckm.AES_ECB), 16),
                new Cipher(Mechanism.iv(Ckm.AES_CBC, IV), 16),
                new Cipher(Mechanism.iv(Ckm.AES_CBC_PAD, IV), 1),
                new Cipher(Mechanism.of(Ckm.AES_CTR, new AesParameter.Ctr(128, Bytes.of(IV))), 1)));
        for (long tagBits : new long[] {0, 32, 96, 128}) {
            all.add(new Cipher(
                    Mechanism.of(Ckm.AES_GCM, new AesParameter.Gcm(Bytes.of(new byte[12]), Bytes.utf8("aad"), tagBits)),
                    1));
        }
        return Arbitraries.of(all);
    }

    @Provide
    Arbitrary<MechanismTable> tables() {
        return Arbitraries.of(TABLES);
    }

    /// Lengths around the blocks and the pieces that ciphers are fed in.
    @Provide
    Arbitrary<byte[]> data() {
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(100),
                Arbitraries.integers().between(16 * 1024 - 20, 33 * 1024).map(StreamingProperties::counted));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 20_000))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void encryptionAndDecryptionInParts(
            @ForAll("tables") MechanismTable table,
            @ForAll("ciphers") Cipher cipher,
            @ForAll("data") byte[] data,
            @ForAll("cuts") List<Integer> cuts) {
        byte[] whole = Arrays.copyOf(data, data.length - data.length % cipher.multiple());
        byte[] encrypted = table.encrypt(cipher.mechanism(), AES).finish(whole);
        assertThat(inParts(table.encrypt(cipher.mechanism(), AES), whole, cuts)).isEqualTo(encrypted);
        assertThat(inParts(table.decrypt(cipher.mechanism(), AES), encrypted, cuts))
                .isEqualTo(whole);
        // The one provider's ciphertext is the other's.
        for (MechanismTable other : TABLES) {
            assertThat(other.decrypt(cipher.mechanism(), AES).finish(encrypted)).isEqualTo(whole);
            assertThat(other.encrypt(cipher.mechanism(), AES).finish(whole)).isEqualTo(encrypted);
        }
    }

    @Provide
    Arbitrary<Map.Entry<Mechanism, Pairs>> signatures() {
        Pairs aes = new Pairs(AES, AES);
        Pairs generic = new Pairs(GENERIC, GENERIC);
        List<Map.Entry<Mechanism, Pairs>> all = new ArrayList<>(List.of(
                Map.entry(Mechanism.of(Ckm.AES_CMAC), aes),
                Map.entry(Mechanism.of(Ckm.AES_CMAC_GENERAL, new Parameter.ULong(5)), aes),
                Map.entry(Mechanism.of(Ckm.EDDSA), EDWARDS),
                Map.entry(Mechanism.of(Ckm.EDDSA, new EcParameter.EdDsa(true, Bytes.utf8("context"))), EDWARDS)));
        for (Hash hash : Hash.values()) {
            all.add(Map.entry(Mechanism.of(hash.macs().hmac()), generic));
            all.add(Map.entry(Mechanism.of(hash.macs().hmacGeneral(), new Parameter.ULong(7)), generic));
            if (hash.signing().ecdsa() != Hash.NONE) {
                all.add(Map.entry(Mechanism.of(hash.signing().rsaPkcs()), RSA));
                all.add(Map.entry(Mechanism.of(hash.signing().ecdsa()), EC));
                all.add(Map.entry(
                        Mechanism.of(
                                hash.signing().rsaPss(),
                                new RsaParameter.Pss(hash.macs().digest(), Ckg.MGF1_SHA256, 20)),
                        RSA));
            }
        }
        return Arbitraries.of(all);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void signatureInPartsVerifiesAtOnceAndTheOtherWayRound(
            @ForAll("tables") MechanismTable signing,
            @ForAll("tables") MechanismTable verifying,
            @ForAll("signatures") Map.Entry<Mechanism, Pairs> signature,
            @ForAll("data") byte[] data,
            @ForAll("cuts") List<Integer> cuts) {
        Mechanism mechanism = signature.getKey();
        Pairs keys = signature.getValue();
        List<byte[]> parts = cut(data, cuts);

        Signer signer = signing.sign(mechanism, keys.privateKey());
        parts.forEach(signer::update);
        byte[] inParts = signer.finish(new byte[0]);
        assertThat(inParts).hasSize(Math.toIntExact(signer.length()));
        verifying.verify(mechanism, keys.publicKey()).finish(data, inParts);

        byte[] atOnce = signing.sign(mechanism, keys.privateKey()).finish(data);
        Verifier verifier = verifying.verify(mechanism, keys.publicKey());
        parts.forEach(verifier::update);
        verifier.finish(new byte[0], atOnce);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void digestInParts(@ForAll Hash hash, @ForAll("data") byte[] data, @ForAll("cuts") List<Integer> cuts) {
        List<byte[]> digests = TABLES.stream()
                .map(table -> {
                    Digester digester = table.digest(Mechanism.of(hash.macs().digest()));
                    cut(data, cuts).forEach(digester::update);
                    return digester.finish();
                })
                .toList();
        Digester atOnce = TABLES.get(0).digest(Mechanism.of(hash.macs().digest()));
        atOnce.update(data);
        assertThat(digests).containsOnly(atOnce.finish());
    }

    private static byte[] inParts(CipherOperation operation, byte[] data, List<Integer> cuts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<byte[]> parts = cut(data, cuts);
        for (byte[] part : parts.subList(0, parts.size() - 1)) {
            long told = operation.updateLength(part.length);
            byte[] output = operation.update(part);
            assertThat((long) output.length).isLessThanOrEqualTo(told);
            out.writeBytes(output);
        }
        byte[] last = parts.get(parts.size() - 1);
        long told = operation.finishLength(last.length);
        byte[] output = operation.finish(last);
        assertThat((long) output.length).isLessThanOrEqualTo(told);
        out.writeBytes(output);
        return out.toByteArray();
    }

    /// {@return the data in parts of these lengths, and the rest}
    private static List<byte[]> cut(byte[] data, List<Integer> lengths) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int length : lengths) {
            int to = Math.min(data.length, from + length);
            parts.add(Arrays.copyOfRange(data, from, to));
            from = to;
        }
        parts.add(Arrays.copyOfRange(data, from, data.length));
        return parts;
    }

    private static byte[] counted(int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) i;
        }
        return data;
    }
}
