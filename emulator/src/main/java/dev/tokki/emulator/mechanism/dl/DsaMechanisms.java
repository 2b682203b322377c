package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.work.HashThenSign;
import dev.tokki.emulator.mechanism.work.HashThenVerify;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// DSA, section 6.2.
public final class DsaMechanisms {
    static final String GENERATION = "6.2.6";
    static final String DOMAIN = "6.2.7";
    private static final String BARE = "6.2.11";
    private static final String HASHED = "6.2.12";
    private static final KeyRule KEYS = KeyRule.pair(Domain.size(512, 3072), Ckk.DSA);

    private static final Map<Long, String> HASHES = Map.of(
            Ckm.DSA_SHA1, "SHA-1",
            Ckm.DSA_SHA224, "SHA-224",
            Ckm.DSA_SHA256, "SHA-256",
            Ckm.DSA_SHA384, "SHA-384",
            Ckm.DSA_SHA512, "SHA-512",
            Ckm.DSA_SHA3_224, "SHA3-224",
            Ckm.DSA_SHA3_256, "SHA3-256",
            Ckm.DSA_SHA3_384, "SHA3-384",
            Ckm.DSA_SHA3_512, "SHA3-512");

    private DsaMechanisms() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>();
        all.add(Declaration.of(Ckm.DSA_KEY_PAIR_GEN, GENERATION, KEYS, ParameterRule.none(GENERATION))
                .can(Use.GENERATE_PAIR, (crypto, none, templates) -> DsaOperations.generate(crypto, templates)));
        all.add(Declaration.of(
                        Ckm.DSA_PARAMETER_GEN,
                        DOMAIN,
                        KeyRule.pair(Domain.size(1024, 3072), Ckk.DSA),
                        ParameterRule.none(DOMAIN))
                .can(Use.GENERATE, (crypto, none, input) -> DsaOperations.domain(crypto, input.template())));
        all.add(Declaration.of(Ckm.DSA, BARE, KEYS, ParameterRule.none(BARE))
                .can(Use.SIGN, (crypto, none, key) -> DsaOperations.sign(crypto, key, BARE))
                .can(Use.VERIFY, (crypto, none, key) -> DsaOperations.verify(key, BARE)));
        HASHES.forEach((mechanism, hash) -> all.add(Declaration.of(mechanism, HASHED, KEYS, ParameterRule.none(HASHED))
                .can(
                        Use.SIGN,
                        (crypto, none, key) ->
                                new HashThenSign(crypto.digest(hash), DsaOperations.sign(crypto, key, HASHED)))
                .can(
                        Use.VERIFY,
                        (crypto, none, key) ->
                                new HashThenVerify(crypto.digest(hash), DsaOperations.verify(key, HASHED)))));
        return List.copyOf(all);
    }
}
