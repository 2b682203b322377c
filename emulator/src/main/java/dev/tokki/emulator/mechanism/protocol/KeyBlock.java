package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Template;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.TlsParameter.KeyMaterial;
import dev.tokki.api.parameter.TlsParameter.RandomData;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The keys of a connection: two for MACs, two for the cipher, and two vectors (sections 6.25.6 and 6.26.6).
///
/// @param prf the pseudo-random function
/// @param export how keys are weakened for export, if they are
/// @param macLength the length of a MAC key in bytes
/// @param keyLength the length of a key in bytes
/// @param ivLength the length of a vector in bytes
/// @param random both parties' random bytes
/// @param room where the handles and vectors go
/// @param rebuilt makes the parameter with them
record KeyBlock(
        TlsPrf prf,
        Optional<ExportKeys> export,
        int macLength,
        int keyLength,
        int ivLength,
        RandomData random,
        KeyMaterial room,
        Function<KeyMaterial, Parameter> rebuilt) {
    private static final int MOST_BITS = 1 << 12;

    /// {@return bytes of bits}
    static int bytes(long bits, ParameterRule<?> rule, String member) {
        if (bits < 0 || bits > MOST_BITS || bits % 8 != 0) {
            throw rule.wrong(
                    member,
                    "It is a length in bits, in whole bytes, " + MOST_BITS + " at most: " + Long.toUnsignedString(bits)
                            + ".",
                    "Pass 128 for example.");
        }
        return (int) (bits / 8);
    }

    /// Makes the keys.
    ///
    /// @param tellsVectors whether the vectors are told
    void make(Crypto crypto, Use.Derivation input, byte[] secret, String section, boolean tellsVectors) {
        ExportKeys.Randoms randoms = new ExportKeys.Randoms(random.client(), random.server());
        int vectors = export.isPresent() ? 0 : ivLength;
        byte[] block = prf.apply(
                crypto,
                secret,
                TlsPrf.ascii("key expansion"),
                randoms.serverFirst(),
                2 * (macLength + keyLength + vectors));
        long keyType = input.template().ulong(Cka.KEY_TYPE, Ckk.GENERIC_SECRET);
        int finalLength = finalLength(input, section);
        checkType(keyType, finalLength, section);
        int at = 0;
        for (int i = 0; i < 2; i++) {
            add(input, section, Ckk.GENERIC_SECRET, Arrays.copyOfRange(block, at, at + macLength));
            at += macLength;
        }
        for (int i = 0; i < 2; i++) {
            byte[] key = Arrays.copyOfRange(block, at, at + keyLength);
            boolean isClient = i == 0;
            add(
                    input,
                    section,
                    keyType,
                    export.map(way -> way.key(crypto, key, isClient, randoms, finalLength))
                            .orElse(key));
            at += keyLength;
        }
        int from = at;
        Bytes client = Bytes.of(export.map(way -> way.vector(crypto, true, randoms, ivLength))
                .orElseGet(() -> Arrays.copyOfRange(block, from, from + ivLength)));
        Bytes server = Bytes.of(export.map(way -> way.vector(crypto, false, randoms, ivLength))
                .orElseGet(() -> Arrays.copyOfRange(block, from + ivLength, from + 2 * ivLength)));
        input.products().tell(handles -> told(handles, tellsVectors, client, server));
    }

    /// Keys for export have the length of their type or of the template; `ulKeySizeInBits` is what is secret of them.
    private int finalLength(Use.Derivation input, String section) {
        return export.isEmpty() || keyLength == 0
                ? keyLength
                : DerivedKey.ofTemplateOrGeneric(input.template(), section).length();
    }

    /// Refuses a type whose keys do not have the length that is asked for.
    static void checkType(long keyType, int length, String section) {
        if (!SecretKeyType.of(keyType).map(type -> type.allows(length)).orElse(true)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCONSISTENT,
                    "CKA_KEY_TYPE",
                    "Keys of the type in the template do not have the " + length + " bytes of ulKeySizeInBits.",
                    section,
                    "Ask for a type with keys of that length.");
        }
    }

    private Parameter told(List<Long> handles, boolean tellsVectors, Bytes client, Bytes server) {
        int next = 0;
        long clientMac = macLength > 0 ? handles.get(next++) : 0;
        long serverMac = macLength > 0 ? handles.get(next++) : 0;
        long clientKey = keyLength > 0 ? handles.get(next++) : 0;
        long serverKey = keyLength > 0 ? handles.get(next) : 0;
        boolean hasRoom = tellsVectors && ivLength > 0;
        return rebuilt.apply(new KeyMaterial(
                clientMac,
                serverMac,
                clientKey,
                serverKey,
                hasRoom && !room.clientIv().isNull() ? client : room.clientIv(),
                hasRoom && !room.serverIv().isNull() ? server : room.serverIv()));
    }

    /// Adds a key to what the derivation makes; none where its value is empty.
    static void add(Use.Derivation input, String section, long keyType, byte[] value) {
        if (value.length == 0) {
            return;
        }
        List<Attribute> template = new ArrayList<>(input.template()
                .without(List.of(Cka.KEY_TYPE, Cka.VALUE_LEN, Cka.CLASS))
                .attributes());
        if (SecretKeyType.of(keyType)
                .filter(type -> type.algorithm().equals("HMAC"))
                .isPresent()) {
            template.removeIf(attribute -> attribute.type() == Cka.ENCRYPT || attribute.type() == Cka.DECRYPT);
            template.add(Attribute.of(Cka.SIGN, true));
            template.add(Attribute.of(Cka.VERIFY, true));
        }
        DerivedKey key =
                DerivedKey.ofTemplateOrGeneric(AttributeMap.of(List.of(Attribute.of(Cka.KEY_TYPE, keyType))), section);
        input.products().add(Template.of(template), key.inherited(value, input.baseKey()));
    }
}
