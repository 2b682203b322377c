package dev.tokki.cli.use;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.cli.HexText;
import dev.tokki.cli.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// A mechanism as it is typed: `CKM_AES_GCM:iv=00112233445566778899aabb,aad=01`, `ECDSA_SHA256`, `AES_CBC_PAD:iv=…`.
///
/// Members are those of the parameter's structure; what is left out is what people usually mean.
///
/// @param type `CKM_…`
/// @param members what was given of the parameter
record MechanismArgument(long type, Map<String, String> members) {
    private static final int BLOCK = 16;
    private static final int NONCE = 12;

    private static final Set<Long> BLOCK_IV = Set.of(
            Ckm.AES_CBC,
            Ckm.AES_CBC_PAD,
            Ckm.AES_OFB,
            Ckm.AES_CFB1,
            Ckm.AES_CFB8,
            Ckm.AES_CFB64,
            Ckm.AES_CFB128,
            Ckm.AES_CTS);

    /// Copies the members.
    MechanismArgument {
        members = Map.copyOf(members);
    }

    /// {@return the mechanism without a word on its parameter}
    static MechanismArgument of(long type) {
        return new MechanismArgument(type, Map.of());
    }

    /// {@return the mechanism as it is typed}
    ///
    /// @throws Usage if it is not understood
    static MechanismArgument of(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Map<String, String> members = new LinkedHashMap<>();
        if (colon >= 0) {
            for (String member : text.substring(colon + 1).split(",")) {
                int equals = member.indexOf('=');
                if (equals < 1) {
                    throw new Usage("a mechanism's parameter is given as NAME:member=value,…, not \"" + text + "\"");
                }
                members.put(
                        member.substring(0, equals).strip(),
                        member.substring(equals + 1).strip());
            }
        }
        return new MechanismArgument(type(name), members);
    }

    /// {@return the mechanism with its parameter}
    Mechanism mechanism() {
        List<Class<? extends Parameter>> types = ParameterTypes.of(type);
        Class<? extends Parameter> meant = types.stream()
                .filter(candidate -> members.isEmpty() || candidate != Parameter.None.class)
                .findFirst()
                .orElse(Parameter.None.class);
        return Mechanism.of(type, parameter(meant));
    }

    /// {@return how long the initialisation vector is that the mechanism needs and that was not given}
    OptionalInt missingIv() {
        if (members.containsKey("iv") || members.containsKey("counterBlock")) {
            return OptionalInt.empty();
        }
        if (type == Ckm.AES_GCM) {
            return OptionalInt.of(NONCE);
        }
        return BLOCK_IV.contains(type) || type == Ckm.AES_CTR ? OptionalInt.of(BLOCK) : OptionalInt.empty();
    }

    /// {@return this mechanism with an initialisation vector}
    MechanismArgument withIv(byte[] iv) {
        return with(type == Ckm.AES_CTR ? "counterBlock" : "iv", HexText.of(iv));
    }

    private MechanismArgument with(String member, String value) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new MechanismArgument(type, more);
    }

    private MechanismArgument withDefault(String member, String value) {
        return members.containsKey(member) ? this : with(member, value);
    }

    private Parameter parameter(Class<? extends Parameter> meant) {
        if (meant == Parameter.None.class) {
            if (!members.isEmpty()) {
                throw new Usage(Names.CKM.of(type) + " takes no parameter that is known");
            }
            return Parameter.none();
        }
        if (meant == Parameter.Raw.class) {
            return Parameter.of(ParameterFactory.bytes(single("iv"), "iv"));
        }
        if (meant == Parameter.ULong.class) {
            return new Parameter.ULong(Long.decode(single("value")));
        }
        return ParameterFactory.structure(meant, usual(meant).members());
    }

    private MechanismArgument usual(Class<? extends Parameter> meant) {
        if (meant == AesParameter.Gcm.class) {
            int iv = HexText.bytes(members.getOrDefault("iv", ""), "iv").length;
            return withDefault("ivBits", Integer.toString(iv * 8)).withDefault("tagBits", "128");
        }
        if (meant == AesParameter.Ctr.class) {
            return withDefault("counterBits", "128");
        }
        if (meant == RsaParameter.Oaep.class) {
            HashChoice hash = HashChoice.of(members.getOrDefault("hashAlg", "CKM_SHA256"));
            return withDefault("hashAlg", hash.mechanism())
                    .withDefault("mgf", hash.mgf())
                    .withDefault("source", "CKZ_DATA_SPECIFIED");
        }
        if (meant == RsaParameter.Pss.class) {
            HashChoice hash = HashChoice.of(members.getOrDefault("hashAlg", HashChoice.within(type)));
            return withDefault("hashAlg", hash.mechanism())
                    .withDefault("mgf", hash.mgf())
                    .withDefault("saltLength", Integer.toString(hash.length()));
        }
        return this;
    }

    private String single(String member) {
        if (members.size() != 1 || !members.containsKey(member)) {
            throw new Usage(Names.CKM.of(type) + " takes one parameter: " + Names.CKM.of(type) + ":" + member + "=…");
        }
        return members.getOrDefault(member, "");
    }

    private static long type(String name) {
        OptionalLong known = Names.CKM.value(name);
        if (known.isPresent()) {
            return known.getAsLong();
        }
        try {
            return Long.decode(name);
        } catch (NumberFormatException e) {
            throw new Usage("there is no mechanism " + name + "; \"tokki mechanisms\" lists those of the token");
        }
    }
}
