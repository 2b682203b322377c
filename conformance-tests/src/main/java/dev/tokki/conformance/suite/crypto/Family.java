package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.CipherParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.conformance.suite.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Mechanisms with secret keys of one type, which their names tell: what each is given to be tried with follows from
/// the name, so that whatever a token lists of them is tried.
enum Family {
    AES("AES", Ckk.AES, 16, 16, Ckm.AES_KEY_GEN),
    DES("DES", Ckk.DES, 8, 8, Ckm.DES_KEY_GEN),
    DES3("DES3", Ckk.DES3, 24, 8, Ckm.DES3_KEY_GEN),
    CAMELLIA("CAMELLIA", Ckk.CAMELLIA, 16, 16, Ckm.CAMELLIA_KEY_GEN),
    ARIA("ARIA", Ckk.ARIA, 16, 16, Ckm.ARIA_KEY_GEN),
    SEED("SEED", Ckk.SEED, 16, 16, Ckm.SEED_KEY_GEN),
    BLOWFISH("BLOWFISH", Ckk.BLOWFISH, 16, 8, Ckm.BLOWFISH_KEY_GEN),
    TWOFISH("TWOFISH", Ckk.TWOFISH, 16, 16, Ckm.TWOFISH_KEY_GEN),
    CAST128("CAST128", Ckk.CAST128, 16, 8, Ckm.CAST128_KEY_GEN),
    IDEA("IDEA", Ckk.IDEA, 16, 8, Ckm.IDEA_KEY_GEN),
    HMAC(".*", Ckk.GENERIC_SECRET, 64, 0, Ckm.GENERIC_SECRET_KEY_GEN);

    /// Parameters by the end of the name, the first that fits; what has another end is not of the family.
    private static final Map<Pattern, Shape> SHAPES = Map.of(
            Pattern.compile("ECB|MAC|CMAC|XCBC_MAC|XCBC_MAC_96|KEY_WRAP|KEY_WRAP_PAD|KEY_WRAP_KWP|KEY_WRAP_PKCS7"),
            (family, length) -> Parameter.none(),
            Pattern.compile("CBC|CBC_PAD|OFB|OFB8|OFB64|CFB1|CFB8|CFB64|CFB128|CTS"),
            (family, length) -> new Parameter.Raw(Bytes.of(Data.counting(family.block))),
            Pattern.compile("MAC_GENERAL|CMAC_GENERAL"),
            (family, length) -> new Parameter.ULong(4),
            Pattern.compile("CTR"),
            (family, length) -> family == AES
                    ? new AesParameter.Ctr(128, Bytes.of(Data.counting(16)))
                    : new CipherParameter.CamelliaCtr(128, Bytes.of(Data.counting(16))),
            Pattern.compile("GCM"),
            (family, length) -> new AesParameter.Gcm(Bytes.of(Data.counting(12)), Bytes.of(Data.counting(5)), 128),
            Pattern.compile("CCM"),
            (family, length) ->
                    new AesParameter.Ccm(length, Bytes.of(Data.counting(12)), Bytes.of(Data.counting(5)), 16));
    private static final Pattern HMACS = Pattern.compile("CKM_.*_HMAC(_GENERAL)?");
    /// These take parameters or keys of their own.
    private static final Pattern ODD_HMACS = Pattern.compile("CKM_SHA512_T_HMAC.*|CKM_PBA_.*|CKM_PBE_.*");

    /// Named after DES, for keys of DES2 and DES3.
    private static final Pattern ONLY_OF_DES3 = Pattern.compile("OFB.*|CFB.*");
    /// What these wrap tells its own length.
    private static final Pattern TELLING_LENGTHS = Pattern.compile(".*(_PAD|KEY_WRAP_.+|GCM|CCM)");

    private final String prefix;
    private final long keyType;
    private final int keyLength;
    private final int block;
    private final long generation;

    Family(String prefix, long keyType, int keyLength, int block, long generation) {
        this.prefix = "CKM_" + prefix + "_";
        this.keyType = keyType;
        this.keyLength = keyLength;
        this.block = block;
        this.generation = generation;
    }

    /// What makes a parameter.
    @FunctionalInterface
    private interface Shape {
        Parameter of(Family family, int length);
    }

    /// {@return a mechanism of the family with its parameter; nothing for others}
    ///
    /// @param length how many bytes are going to be encrypted
    Optional<Mechanism> sample(long type, int length) {
        String name = Names.CKM.of(type);
        if (this == HMAC) {
            return HMACS.matcher(name).matches() && !ODD_HMACS.matcher(name).matches()
                    ? Optional.of(
                            Mechanism.of(type, name.endsWith("_GENERAL") ? new Parameter.ULong(4) : Parameter.none()))
                    : Optional.empty();
        }
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        String end = name.substring(prefix.length());
        if (this == DES && ONLY_OF_DES3.matcher(end).matches()) {
            return Optional.empty();
        }
        return SHAPES.entrySet().stream()
                .filter(shape -> shape.getKey().matcher(end).matches())
                .map(shape -> Mechanism.of(type, shape.getValue().of(this, length)))
                .findFirst();
    }

    /// {@return those of the mechanisms listed that are of the family, each with its parameter}
    List<Mechanism> among(List<Long> listed, int length) {
        return listed.stream().flatMap(type -> sample(type, length).stream()).toList();
    }

    /// {@return the template of a generic secret that was wrapped, with its length where the mechanism does not tell
    /// it}
    static Draft unwrapped(Mechanism mechanism, int length) {
        Draft template = Keys.derived(Ckk.GENERIC_SECRET);
        return TELLING_LENGTHS.matcher(Names.CKM.of(mechanism.type())).matches()
                ? template
                : template.with(Cka.VALUE_LEN, length);
    }

    /// {@return a key of the family's type}
    Draft key(long... usages) {
        return Keys.secret(keyType, value(), usages);
    }

    /// {@return a key of a type that no mechanism of the family takes}
    Draft foreignKey(long... usages) {
        return this == HMAC || this == AES ? Keys.secret(Ckk.DES3, DES3.value(), usages) : Keys.aes(usages);
    }

    /// {@return what generates keys of the family}
    long generation() {
        return generation;
    }

    long keyType() {
        return keyType;
    }

    /// {@return the template of a key to be generated, readable afterwards}
    Draft generated() {
        Draft template = Keys.derived(keyType);
        return List.of(DES, DES3, SEED, IDEA).contains(this) ? template : template.with(Cka.VALUE_LEN, keyLength);
    }

    /// Odd parity in every byte, and no two bytes of a key of DES alike.
    private byte[] value() {
        byte[] value = Data.counting(keyLength);
        for (int i = 0; i < value.length; i++) {
            int upper = (value[i] + 7) << 1 & 0xFE;
            value[i] = (byte) (upper | (Integer.bitCount(upper) + 1 & 1));
        }
        return value;
    }

    @Override
    public String toString() {
        return this == HMAC ? "HMAC" : prefix + "…";
    }
}
