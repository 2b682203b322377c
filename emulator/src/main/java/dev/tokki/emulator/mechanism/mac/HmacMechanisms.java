package dev.tokki.emulator.mechanism.mac;

import dev.tokki.api.constant.Ckk;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.generic.GenericMechanisms;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Message authentication codes after HMAC, section 6.22, over every [Hash].
public final class HmacMechanisms {
    private static final String SECTION = "6.22.3";
    private static final String GENERAL = "6.22.2";
    private static final String GENERATION = "6.22.4";

    private HmacMechanisms() {}

    public static List<Declaration<?>> all() {
        return Arrays.stream(Hash.values()).flatMap(HmacMechanisms::of).toList();
    }

    private static Stream<Declaration<?>> of(Hash hash) {
        String algorithm = "Hmac" + hash.inNames();
        int length = hash.length();
        // The text sets no bounds to HMAC keys, and RFC 2104 gives a meaning to every length.
        KeyRule keys = KeyRule.secret(
                KeySize.bits(0, Integer.MAX_VALUE),
                Ckk.GENERIC_SECRET,
                hash.macs().keyType());
        return Stream.of(
                Declaration.of(hash.macs().hmac(), SECTION, keys, ParameterRule.none(SECTION))
                        .can(Use.SIGN, (crypto, none, key) -> MacSigner.begin(crypto, algorithm, key, length))
                        .can(
                                Use.VERIFY,
                                (crypto, none, key) ->
                                        new MacVerifier(MacSigner.begin(crypto, algorithm, key, length), SECTION)),
                Declaration.of(hash.macs().hmacGeneral(), GENERAL, keys, ParameterRule.macLength(length, GENERAL))
                        .can(Use.SIGN, (crypto, part, key) -> MacSigner.begin(crypto, algorithm, key, part))
                        .can(
                                Use.VERIFY,
                                (crypto, part, key) ->
                                        new MacVerifier(MacSigner.begin(crypto, algorithm, key, part), GENERAL)),
                Declaration.of(
                                hash.macs().keyGen(),
                                GENERATION,
                                KeyRule.secret(
                                        GenericMechanisms.GENERATED, hash.macs().keyType()),
                                ParameterRule.none(GENERATION))
                        .can(
                                Use.GENERATE,
                                (crypto, none, template) ->
                                        SecretKeys.generate(crypto, hash.macs().keyType(), template, GENERATION)));
    }
}
