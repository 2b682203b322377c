package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What proofs pass to mechanisms: parameters, data, templates.
final class Samples {
    /// The length of keys that may have any.
    static final int GENERIC_LENGTH = 48;

    private static final Recipes PARAMETERS = parameters();
    private static final Set<Long> HASHES =
            Set.of(Ckm.ECDSA, Ckm.GOSTR3410, Ckm.RSA_PKCS_PSS, Ckm.DSA, Ckm.HASH_ML_DSA, Ckm.HASH_SLH_DSA);

    private Samples() {}

    private static Recipes parameters() {
        Recipes all = new Recipes();
        CipherSamples.addTo(all);
        StreamSamples.addTo(all);
        MacSamples.addTo(all);
        RsaSamples.addTo(all);
        PostQuantumSamples.addTo(all);
        AgreementSamples.addTo(all);
        GostSamples.addTo(all);
        OtpSamples.addTo(all);
        DerivationSamples.addTo(all);
        PasswordSamples.addTo(all);
        ProtocolSamples.addTo(all);
        return all;
    }

    /// {@return the parameter of a mechanism in a use}
    static Parameter parameter(Workshop workshop, long mechanism, Use<?, ?> use) {
        if (use.equals(Use.WRAP) || use.equals(Use.UNWRAP)) {
            if (mechanism == Ckm.AES_CCM) {
                return new AesParameter.CcmWrap(0, Recipes.bytes(12), 0, Ckg.NO_GENERATE, Recipes.bytes(5), 16);
            }
        }
        if (use.equals(Use.ENCAPSULATE) || use.equals(Use.DECAPSULATE)) {
            return AgreementSamples.ofKem(mechanism).orElseGet(() -> PARAMETERS.of(mechanism, workshop));
        }
        return PARAMETERS.of(mechanism, workshop);
    }

    /// {@return data that a mechanism takes to sign or encrypt}
    static byte[] data(long mechanism) {
        if (mechanism == Ckm.RSA_X_509) {
            return RsaSamples.padded();
        }
        return Recipes.bytes(HASHES.contains(mechanism) ? 32 : 48).copy();
    }

    /// {@return whether the room for a signature tells its length}
    static boolean hasAnyLengthOfSignature(long mechanism) {
        return mechanism == Ckm.KIP_MAC;
    }

    /// {@return whether the data come out as they went in}
    static boolean isIdentity(long mechanism) {
        return mechanism == Ckm.NULL;
    }

    /// {@return the key that a mechanism wraps in its proof}
    static Key toBeWrapped(Workshop workshop, long mechanism) {
        return GostSamples.wrapsItsOwn(mechanism) ? GostSamples.toBeWrapped(workshop) : workshop.wrappable();
    }

    static List<Attribute> unwrapTemplate(Key secret) {
        if (secret.ulong(Cka.KEY_TYPE) == Ckk.GOST28147) {
            return GostSamples.unwrapTemplate();
        }
        return List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.VALUE_LEN, (long) secret.bytes(Cka.VALUE).length),
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true));
    }

    static boolean isDeterministic(long mechanism) {
        return PasswordSamples.isPassword(mechanism);
    }

    static boolean hasFixedLength(long mechanism) {
        return mechanism == Ckm.SSL3_PRE_MASTER_KEY_GEN
                || mechanism == Ckm.TLS_PRE_MASTER_KEY_GEN
                || (isDeterministic(mechanism) && mechanism != Ckm.PKCS5_PBKD2);
    }

    static List<Attribute> generationAttributes(long mechanism, long keyType) {
        if (keyType == Ckk.GOST28147) {
            return List.of(GostSamples.SET);
        }
        if (keyType == Ckk.HOTP) {
            return List.of(Attribute.of(Cka.VALUE_LEN, 20L));
        }
        return mechanism == Ckm.PKCS5_PBKD2 ? List.of(Attribute.of(Cka.KEY_TYPE, keyType)) : List.of();
    }

    static boolean hasOwnDerivationProof(long mechanism) {
        return MechanismTable.all().isKeyless(mechanism);
    }

    static long baseType(Declaration<?> declaration) {
        return Workshop.keyType(declaration.keys());
    }

    static List<Attribute> derivedTemplate(long mechanism) {
        if (ProtocolSamples.isMaster(mechanism)) {
            return List.of(Attribute.of(Cka.SENSITIVE, false), Attribute.of(Cka.EXTRACTABLE, true));
        }
        if (mechanism == Ckm.HKDF_DATA) {
            return List.of(Attribute.of(Cka.CLASS, Cko.DATA), Attribute.of(Cka.VALUE_LEN, 14L));
        }
        return List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.VALUE_LEN, mechanism == Ckm.CONCATENATE_DATA_AND_BASE ? 60L : 14L),
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true));
    }

    static boolean isOtp(long keyType) {
        return keyType == Ckk.HOTP || keyType == Ckk.SECURID || keyType == Ckk.ACTI;
    }

    static List<Attribute> keyAttributes(long keyType) {
        if (keyType == Ckk.HOTP) {
            return OtpSamples.keyAttributes();
        }
        return keyType == Ckk.GOST28147 ? List.of(GostSamples.SET) : List.of();
    }

    /// {@return the usage that goes with another: who encrypts decrypts}
    static Optional<Long> partner(long usage) {
        return Optional.ofNullable(Map.of(Cka.ENCRYPT, Cka.DECRYPT, Cka.SIGN, Cka.VERIFY, Cka.WRAP, Cka.UNWRAP)
                .get(usage));
    }
}
