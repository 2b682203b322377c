package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.DsaParameter.ParameterGen;
import dev.tokki.emulator.crypto.DsaPrimes;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.work.HashThenSign;
import dev.tokki.emulator.mechanism.work.HashThenVerify;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// DSA, section 6.2.
public final class DsaMechanisms {
    static final String GENERATION = "6.2.6";
    private static final String BARE = "6.2.11";
    private static final String HASHED = "6.2.12";
    static final int LONGEST = 3072;
    private static final KeyRule KEYS = KeyRule.pair(Domain.size(512, LONGEST), Ckk.DSA);
    /// The lengths that FIPS 186-4 knows.
    private static final KeyRule SEEDED_KEYS = KeyRule.pair(Domain.size(1024, LONGEST), Ckk.DSA);

    /// `CK_DSA_PARAMETER_GEN_PARAM`, whose seed is told.
    static final ParameterRule<ParameterGen> SEED = ParameterRule.structure(
            "CK_DSA_PARAMETER_GEN_PARAM", "6.2.1.1", ParameterGen.class, (given, rule) -> given);

    /// `CK_DSA_PARAMETER_GEN_PARAM`, whose seed is given.
    private static final ParameterRule<ParameterGen> BASE_SEED = SEED.then((given, rule) -> {
        if (given.seed().isNull() || given.seed().length() == 0) {
            throw rule.wrong("pSeed", "The seed is missing.", "Pass the seed that the generation of the primes told.");
        }
        if (given.index() < 0 || given.index() > 0xFF) {
            throw rule.wrong(
                    "ulIndex",
                    "The index is one byte; given was " + Long.toUnsignedString(given.index()) + ".",
                    "Pass 0 to 255; 1 is usual for signatures.");
        }
        return given;
    });

    /// The digests that section 6.2.1.1 allows.
    private static final Set<Hash> SEED_HASHES =
            EnumSet.of(Hash.SHA_1, Hash.SHA_224, Hash.SHA_256, Hash.SHA_384, Hash.SHA_512);

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

    /// {@return the hash that makes primes of a seed}
    static Optional<Hash> seedHash(long mechanism) {
        return Hash.byDigest(mechanism).filter(SEED_HASHES::contains);
    }

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>();
        all.add(Declaration.of(Ckm.DSA_KEY_PAIR_GEN, GENERATION, KEYS, ParameterRule.none(GENERATION))
                .can(Use.GENERATE_PAIR, (crypto, none, templates) -> DsaOperations.generate(crypto, templates)));
        all.add(Declaration.of(
                        Ckm.DSA_PARAMETER_GEN, DomainGeneration.DSA, KEYS, ParameterRule.none(DomainGeneration.DSA))
                .can(Use.GENERATE, (crypto, none, input) -> DomainGeneration.dsa(crypto, input.template())));
        all.add(Declaration.of(Ckm.DSA_PROBABILISTIC_PARAMETER_GEN, DomainGeneration.DSA_PROBABLE, SEEDED_KEYS, SEED)
                .can(
                        Use.GENERATE,
                        (crypto, seed, input) -> DomainGeneration.dsaPrimes(
                                crypto, seed, input, DsaPrimes::probable, 1, DomainGeneration.DSA_PROBABLE)));
        all.add(Declaration.of(Ckm.DSA_SHAWE_TAYLOR_PARAMETER_GEN, DomainGeneration.DSA_PROVABLE, SEEDED_KEYS, SEED)
                .can(
                        Use.GENERATE,
                        (crypto, seed, input) -> DomainGeneration.dsaPrimes(
                                crypto, seed, input, DsaPrimes::provable, 3, DomainGeneration.DSA_PROVABLE)));
        all.add(Declaration.of(Ckm.DSA_FIPS_G_GEN, DomainGeneration.DSA_BASE, KEYS, BASE_SEED)
                .can(Use.GENERATE, (crypto, seed, input) -> DomainGeneration.dsaBase(crypto, seed, input.template())));
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
