package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.DsaParameter.ParameterGen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Domains generated, and what proves them: a pair made of one signs, or agrees.
final class DomainSamples {
    private static final Set<Long> SEEDED =
            Set.of(Ckm.DSA_PROBABILISTIC_PARAMETER_GEN, Ckm.DSA_SHAWE_TAYLOR_PARAMETER_GEN);
    private static final Set<Long> ALL = Set.of(
            Ckm.DSA_PARAMETER_GEN,
            Ckm.DSA_PROBABILISTIC_PARAMETER_GEN,
            Ckm.DSA_SHAWE_TAYLOR_PARAMETER_GEN,
            Ckm.DSA_FIPS_G_GEN,
            Ckm.DH_PKCS_PARAMETER_GEN,
            Ckm.X9_42_DH_PARAMETER_GEN);

    private DomainSamples() {}

    static boolean isDomain(long mechanism) {
        return ALL.contains(mechanism);
    }

    static void prove(Workshop workshop, long mechanism) {
        if (mechanism == Ckm.DSA_PARAMETER_GEN) {
            proveDsa(workshop, generated(workshop, mechanism, Attribute.of(Cka.PRIME_BITS, 512L)));
        } else if (SEEDED.contains(mechanism)) {
            proveDsa(workshop, withBase(workshop, mechanism));
        } else if (mechanism == Ckm.DSA_FIPS_G_GEN) {
            proveDsa(workshop, withBase(workshop, Ckm.DSA_PROBABILISTIC_PARAMETER_GEN));
        } else if (mechanism == Ckm.DH_PKCS_PARAMETER_GEN) {
            proveDh(workshop, generated(workshop, mechanism, Attribute.of(Cka.PRIME_BITS, 512L)), Ckk.DH);
        } else {
            Key domain = generated(
                    workshop, mechanism, Attribute.of(Cka.PRIME_BITS, 1024L), Attribute.of(Cka.SUBPRIME_BITS, 160L));
            proveDh(workshop, domain, Ckk.X9_42_DH);
        }
    }

    private static Key generated(Workshop workshop, long mechanism, Attribute... template) {
        Key domain = workshop.session().generateKey(Mechanism.of(mechanism), template);
        assertThat(domain.ulong(Cka.CLASS)).isEqualTo(Cko.DOMAIN_PARAMETERS);
        assertThat(domain.bool(Cka.LOCAL)).isTrue();
        return domain;
    }

    /// The primes, and a base made of the seed that the parameter tells.
    private static Key withBase(Workshop workshop, long mechanism) {
        Reply<Long> reply = workshop.reply(new KeyManagement.GenerateKey(
                workshop.session().handle(),
                Mechanism.of(mechanism, new ParameterGen(Ckm.SHA256, Bytes.of(new byte[96]), 0)),
                Template.of(Attribute.of(Cka.PRIME_BITS, 1024L))));
        ParameterGen told = (ParameterGen) Objects.requireNonNull(reply.parameter());
        assertThat(told.seed()).isNotEqualTo(Recipes.bytes((int) told.seed().length(), 0));
        Key primes = workshop.session().key(reply.orThrow(Function.GENERATE_KEY));
        Mechanism base = Mechanism.of(Ckm.DSA_FIPS_G_GEN, new ParameterGen(Ckm.SHA256, told.seed(), 1));
        return workshop.session()
                .generateKey(
                        base,
                        Attribute.of(Cka.PRIME, primes.bytes(Cka.PRIME)),
                        Attribute.of(Cka.SUBPRIME, primes.bytes(Cka.SUBPRIME)));
    }

    private static void proveDsa(Workshop workshop, Key domain) {
        PairSamples.provePair(
                workshop,
                new Generation(Ckm.DSA_KEY_PAIR_GEN, parameters(domain, true), List.of(Cka.VERIFY), List.of(Cka.SIGN))
                        .pair(workshop),
                Ckk.DSA);
    }

    private static void proveDh(Workshop workshop, Key domain, long type) {
        boolean hasOrder = type == Ckk.X9_42_DH;
        var pair = new Generation(
                        hasOrder ? Ckm.X9_42_DH_KEY_PAIR_GEN : Ckm.DH_PKCS_KEY_PAIR_GEN,
                        parameters(domain, hasOrder),
                        List.of(),
                        List.of(Cka.DERIVE))
                .pair(workshop);
        assertThat(pair.publicKey().bytes(Cka.PRIME)).isEqualTo(domain.bytes(Cka.PRIME));
    }

    private static List<Attribute> parameters(Key domain, boolean hasOrder) {
        List<Attribute> all = new ArrayList<>(List.of(
                Attribute.of(Cka.PRIME, domain.bytes(Cka.PRIME)), Attribute.of(Cka.BASE, domain.bytes(Cka.BASE))));
        if (hasOrder) {
            all.add(Attribute.of(Cka.SUBPRIME, domain.bytes(Cka.SUBPRIME)));
        }
        return all;
    }
}
