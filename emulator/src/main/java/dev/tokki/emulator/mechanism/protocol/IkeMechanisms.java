package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.IkeParameter.Ike1ExtendedDerive;
import dev.tokki.api.parameter.IkeParameter.Ike1PrfDerive;
import dev.tokki.api.parameter.IkeParameter.Ike2PrfPlusDerive;
import dev.tokki.api.parameter.IkeParameter.IkePrfDerive;
import dev.tokki.api.parameter.Structure;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.kdf.Prf;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/// The key derivations of IKE, section 6.53.
public final class IkeMechanisms {
    private static final KeyRule KEYS = KeyRule.secret(KeySize.bits(8, Integer.MAX_VALUE), SecretKeyType.types());
    private static final int MOST_BLOCKS = 255;

    /// A structure and its pseudo-random function.
    private record Read<S>(S given, Prf prf) {}

    private IkeMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                Declaration.of(
                                Ckm.IKE2_PRF_PLUS_DERIVE,
                                "6.53.5",
                                KEYS,
                                rule(
                                        "CK_IKE2_PRF_PLUS_DERIVE_PARAMS",
                                        "6.53.2.1",
                                        Ike2PrfPlusDerive.class,
                                        Ike2PrfPlusDerive::prf))
                        .can(Use.DERIVE, IkeMechanisms::plus),
                Declaration.of(
                                Ckm.IKE_PRF_DERIVE,
                                "6.53.3",
                                KEYS,
                                rule("CK_IKE_PRF_DERIVE_PARAMS", "6.53.2.2", IkePrfDerive.class, IkePrfDerive::prf))
                        .can(Use.DERIVE, IkeMechanisms::prf),
                Declaration.of(
                                Ckm.IKE1_PRF_DERIVE,
                                "6.53.4",
                                KEYS,
                                rule("CK_IKE1_PRF_DERIVE_PARAMS", "6.53.2.3", Ike1PrfDerive.class, Ike1PrfDerive::prf))
                        .can(Use.DERIVE, IkeMechanisms::first),
                Declaration.of(
                                Ckm.IKE1_EXTENDED_DERIVE,
                                "6.53.6",
                                KEYS,
                                rule(
                                        "CK_IKE1_EXTENDED_DERIVE_PARAMS",
                                        "6.53.2.4",
                                        Ike1ExtendedDerive.class,
                                        Ike1ExtendedDerive::prf))
                        .can(Use.DERIVE, IkeMechanisms::extended));
    }

    private static <S extends Structure> ParameterRule<Read<S>> rule(
            String name, String section, Class<S> type, ToLongFunction<S> prf) {
        return ParameterRule.structure(
                name,
                section,
                type,
                (given, rule) -> new Read<>(given, Prf.of(prf.applyAsLong(given), rule, "prfMechanism")));
    }

    /// RFC 7296, section 2.13.
    private static List<Attribute> plus(Crypto crypto, Read<Ike2PrfPlusDerive> read, Use.Derivation input) {
        DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), "6.53.5");
        byte[] seed = joined(
                read.given().hasSeedKey() ? value(input, read.given().seedKey()) : new byte[0],
                read.given().seedData().array());
        int length = key.lengthAtMost(MOST_BLOCKS * read.prf().length());
        return key.agreed(read.prf().plus(crypto, base(input), seed, length), input.baseKey());
    }

    private static List<Attribute> prf(Crypto crypto, Read<IkePrfDerive> read, Use.Derivation input) {
        IkePrfDerive given = read.given();
        DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), "6.53.3");
        byte[] nonces =
                joined(given.initiatorNonce().array(), given.responderNonce().array());
        byte[] made;
        if (given.dataAsKey()) {
            made = read.prf().apply(crypto, nonces, base(input));
        } else if (given.rekey()) {
            made = read.prf().apply(crypto, base(input), value(input, given.newKey()), nonces);
        } else {
            made = read.prf().apply(crypto, base(input), nonces);
        }
        return key.agreed(Arrays.copyOf(made, key.lengthWithin(made.length)), input.baseKey());
    }

    /// RFC 2409, section 5: SKEYID_d, _a and _e.
    private static List<Attribute> first(Crypto crypto, Read<Ike1PrfDerive> read, Use.Derivation input) {
        Ike1PrfDerive given = read.given();
        DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), "6.53.4");
        byte[] made = read.prf()
                .apply(
                        crypto,
                        base(input),
                        given.hasPreviousKey() ? value(input, given.previousKey()) : new byte[0],
                        value(input, given.sharedKey()),
                        given.initiatorCookie().array(),
                        given.responderCookie().array(),
                        new byte[] {(byte) given.keyNumber()});
        return key.agreed(Arrays.copyOf(made, key.lengthWithin(made.length)), input.baseKey());
    }

    /// RFC 2409, section 5.5 and appendix B.
    private static List<Attribute> extended(Crypto crypto, Read<Ike1ExtendedDerive> read, Use.Derivation input) {
        Ike1ExtendedDerive given = read.given();
        DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), "6.53.6");
        byte[] seed = joined(
                given.hasSharedKey() ? value(input, given.sharedKey()) : new byte[0],
                given.extraData().array());
        byte[] base = base(input);
        int length = key.asked().isPresent()
                ? key.length()
                : key.lengthWithin(read.prf().length());
        if (seed.length == 0 && length <= base.length) {
            return key.agreed(Arrays.copyOf(base, length), input.baseKey());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] last = seed.length == 0 ? new byte[1] : new byte[0];
        while (out.size() < length) {
            last = read.prf().apply(crypto, base, last, seed);
            out.writeBytes(last);
        }
        return key.agreed(Arrays.copyOf(out.toByteArray(), length), input.baseKey());
    }

    private static byte[] base(Use.Derivation input) {
        return input.baseKey().attributes().bytes(Cka.VALUE);
    }

    private static byte[] value(Use.Derivation input, long handle) {
        return input.others().apply(handle).attributes().bytes(Cka.VALUE);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
