package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Bytes;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.TlsParameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.rule.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Pre-master and master secrets of SSL 3.0 and TLS, sections 6.25.3 to 6.25.5, 6.26.4 and 6.26.5.
final class MasterSecrets {
    private static final int MASTER = TlsMechanisms.MASTER;
    private static final Bytes MASTER_SECRET = Bytes.utf8("master secret");
    private static final Bytes EXTENDED = Bytes.utf8("extended master secret");

    /// A master secret to be made.
    record Master(TlsPrf prf, Bytes label, Bytes seed, boolean wantsVersion, Function<Version, Parameter> rebuilt) {}

    private MasterSecrets() {}

    static Declaration<?> preMaster(long mechanism, String section) {
        ParameterRule<TlsParameter.ClientVersion> rule = ParameterRule.structure(
                "CK_VERSION", section, TlsParameter.ClientVersion.class, (given, wanted) -> given);
        return Declaration.of(mechanism, section, TlsMechanisms.PRE_MASTER, rule)
                .can(Use.GENERATE, (crypto, version, input) -> {
                    Templates.agree(input.template(), Cko.SECRET_KEY, Ckk.GENERIC_SECRET, section);
                    byte[] value = crypto.randomBytes(MASTER);
                    value[0] = (byte) version.major();
                    value[1] = (byte) version.minor();
                    return SecretKeys.attributes(Ckk.GENERIC_SECRET, value);
                });
    }

    static Declaration<?> master(long mechanism, String section, KeyRule keys, ParameterRule<Master> rule) {
        return Declaration.of(mechanism, section, keys, rule).can(Use.DERIVE, (crypto, master, input) -> {
            DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), section);
            if (key.keyType() != Ckk.GENERIC_SECRET || key.asked().orElse(MASTER) != MASTER) {
                throw Refusal.of(
                        Ckr.TEMPLATE_INCONSISTENT,
                        "CKA_KEY_TYPE, CKA_VALUE_LEN",
                        "A master secret is a generic secret of 48 bytes.",
                        section,
                        "Leave both out.");
            }
            byte[] secret = input.baseKey().attributes().bytes(Cka.VALUE);
            if (master.wantsVersion()) {
                input.products().tell(handles -> master.rebuilt().apply(new Version(secret[0], secret[1])));
            }
            byte[] value = master.prf()
                    .apply(crypto, secret, master.label().array(), master.seed().array(), MASTER);
            return key.agreed(value, input.baseKey());
        });
    }

    static ParameterRule<Master> oldMaster(boolean isSsl, boolean withVersion) {
        return ParameterRule.structure(
                "CK_SSL3_MASTER_KEY_DERIVE_PARAMS",
                "6.25.2.2",
                TlsParameter.Ssl3MasterKeyDerive.class,
                (given, rule) -> new Master(
                        isSsl ? TlsPrf.SSL_3_0 : TlsPrf.TLS_1_0,
                        MASTER_SECRET,
                        Bytes.of(TlsPrf.clientFirst(given.randomInfo(), rule)),
                        hasVersion(given.version(), withVersion, rule),
                        version -> new TlsParameter.Ssl3MasterKeyDerive(given.randomInfo(), version)));
    }

    static ParameterRule<Master> newMaster(boolean withVersion) {
        return ParameterRule.structure(
                "CK_TLS12_MASTER_KEY_DERIVE_PARAMS",
                "6.26.2.1",
                TlsParameter.Tls12MasterKeyDerive.class,
                (given, rule) -> new Master(
                        TlsPrf.of(given.prfHash(), rule, "prfHashMechanism"),
                        MASTER_SECRET,
                        Bytes.of(TlsPrf.clientFirst(given.randomInfo(), rule)),
                        hasVersion(given.version(), withVersion, rule),
                        version ->
                                new TlsParameter.Tls12MasterKeyDerive(given.randomInfo(), version, given.prfHash())));
    }

    static ParameterRule<Master> extendedMaster(boolean withVersion) {
        return ParameterRule.structure(
                "CK_TLS12_EXTENDED_MASTER_KEY_DERIVE_PARAMS",
                "6.26.2.2",
                TlsParameter.Tls12ExtendedMasterKeyDerive.class,
                (given, rule) -> new Master(
                        TlsPrf.of(given.prfHash(), rule, "prfHashMechanism"),
                        EXTENDED,
                        Bytes.of(ParameterRule.bytes(rule, "pSessionHash", given.sessionHash())),
                        hasVersion(given.version(), withVersion, rule),
                        version -> new TlsParameter.Tls12ExtendedMasterKeyDerive(
                                given.prfHash(), given.sessionHash(), version)));
    }

    private static boolean hasVersion(@Nullable Version version, boolean wanted, ParameterRule<?> rule) {
        boolean isThere = version != null;
        if (isThere && !wanted) {
            throw rule.wrong("pVersion", "A secret agreed upon begins with no version.", "Pass NULL_PTR.");
        }
        return isThere;
    }
}
