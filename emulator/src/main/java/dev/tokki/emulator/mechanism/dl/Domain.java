package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A prime, a base, and the order of the base where it is told.
record Domain(BigInteger prime, Optional<BigInteger> order, BigInteger base) {
    /// {@return the domain of a key or a template}
    static Domain of(AttributeMap key, boolean hasOrder, String section) {
        for (long type : hasOrder ? new long[] {Cka.PRIME, Cka.SUBPRIME, Cka.BASE} : new long[] {Cka.PRIME, Cka.BASE}) {
            if (!key.has(type)) {
                throw Refusal.of(
                        Ckr.TEMPLATE_INCOMPLETE,
                        Names.CKA.of(type),
                        "The domain is not given.",
                        section,
                        "Add prime, base" + (hasOrder ? " and subprime" : "") + " to the public key's template.");
            }
        }
        BigInteger prime = number(key, Cka.PRIME);
        BigInteger base = number(key, Cka.BASE);
        Optional<BigInteger> order = hasOrder ? Optional.of(number(key, Cka.SUBPRIME)) : Optional.empty();
        boolean isDomain = prime.testBit(0)
                && base.compareTo(BigInteger.ONE) > 0
                && base.compareTo(prime) < 0
                && order.map(q -> base.modPow(q, prime).equals(BigInteger.ONE)).orElse(true);
        if (!isDomain) {
            throw Refusal.of(
                    Ckr.DOMAIN_PARAMS_INVALID,
                    "CKA_PRIME, CKA_BASE",
                    "The base lies between 1 and the prime, and to the subprime it is 1.",
                    section,
                    "Pass a domain as it was generated.");
        }
        return new Domain(prime, order, base);
    }

    static BigInteger number(AttributeMap key, long type) {
        return new BigInteger(1, key.bytes(type));
    }

    /// {@return the attributes of the domain}
    List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>(List.of(Attribute.of(Cka.PRIME, prime), Attribute.of(Cka.BASE, base)));
        order.ifPresent(q -> all.add(Attribute.of(Cka.SUBPRIME, q)));
        return all;
    }

    /// {@return the size of keys as the sections want it told}
    static KeySize size(int min, int max) {
        return new KeySize(min, max, KeySize.Unit.PRIME_BITS);
    }

    static Domain of(KeyView key, boolean hasOrder, String section) {
        return of(key.attributes(), hasOrder, section);
    }
}
