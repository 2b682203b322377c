package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.WtlsParameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;

/// WTLS, section 6.27: TLS for datagrams of telephones (WAP-261-WTLS, 11).
public final class WtlsMechanisms {
    private static final int MASTER = 20;
    private static final KeyRule PRE_MASTER = KeyRule.secret(KeySize.bytes(MASTER, MASTER), Ckk.GENERIC_SECRET);
    /// Any secret agreed upon; "both fields indicate 20 bytes" (section 6.27.5), which is what is made of it.
    private static final KeyRule SECRET =
            KeyRule.secret(new KeySize(MASTER, MASTER, KeySize.Unit.MADE_BYTES), Ckk.GENERIC_SECRET);
    private static final KeyRule GENERATED =
            KeyRule.secret(KeySize.bytes(MASTER, SecretKeyType.LONGEST_GENERATED), Ckk.GENERIC_SECRET);

    /// A master secret to be made.
    private record Master(TlsPrf prf, WtlsParameter.MasterKeyDerive given) {}

    /// Bytes to be made.
    private record Output(TlsPrf prf, WtlsParameter.Prf given) {}

    private WtlsMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                preMaster(),
                master(Ckm.WTLS_MASTER_KEY_DERIVE, "6.27.4", PRE_MASTER, true),
                master(Ckm.WTLS_MASTER_KEY_DERIVE_DH_ECC, "6.27.5", SECRET, false),
                prf(),
                WtlsKeys.declaration(Ckm.WTLS_SERVER_KEY_AND_MAC_DERIVE, "6.27.7", PRE_MASTER, false),
                WtlsKeys.declaration(Ckm.WTLS_CLIENT_KEY_AND_MAC_DERIVE, "6.27.8", PRE_MASTER, true));
    }

    /// {@return the function over a digest that a structure names}
    static TlsPrf function(long digest, ParameterRule<?> rule) {
        return Hash.byDigest(digest)
                .map(TlsPrf::over)
                .orElseThrow(() -> rule.wrong(
                        "DigestMechanism",
                        "It must be a digest; it is " + Names.CKM.of(digest) + ".",
                        "Pass CKM_SHA_1 for example."));
    }

    /// {@return both parties' random bytes, the client's first}
    static byte[] clientFirst(WtlsParameter.RandomData random, ParameterRule<?> rule) {
        return TlsPrf.joined(
                ParameterRule.bytes(rule, "pClientRandom", random.client()),
                ParameterRule.bytes(rule, "pServerRandom", random.server()));
    }

    private static Declaration<?> preMaster() {
        String section = "6.27.3";
        ParameterRule<Byte> version = new ParameterRule<>("CK_BYTE, the version", section, (mechanism, rule) -> {
            if (mechanism.parameter() instanceof Parameter.Raw(Bytes bytes) && bytes.length() == 1 && !bytes.isNull()) {
                return bytes.array()[0];
            }
            throw rule.wrong(
                    mechanism, "wants a CK_BYTE, the client's version, and got " + mechanism.parameter(), "Pass 1.");
        });
        return Declaration.of(Ckm.WTLS_PRE_MASTER_KEY_GEN, section, GENERATED, version)
                .can(Use.GENERATE, (crypto, client, input) -> {
                    Templates.agree(input.template(), Cko.SECRET_KEY, Ckk.GENERIC_SECRET, section);
                    long length = input.template().ulong(Cka.VALUE_LEN, MASTER);
                    if (!GENERATED.size().includes(length)) {
                        throw Refusal.of(
                                Ckr.ATTRIBUTE_VALUE_INVALID,
                                "CKA_VALUE_LEN",
                                "A pre-master secret of WTLS has " + MASTER
                                        + " bytes or more (and one generated here at"
                                        + " most " + SecretKeyType.LONGEST_GENERATED + "); the template says "
                                        + Long.toUnsignedString(length) + ".",
                                section,
                                "Leave it out for 20.");
                    }
                    byte[] value = crypto.randomBytes((int) length);
                    value[0] = client;
                    return SecretKeys.attributes(Ckk.GENERIC_SECRET, value);
                });
    }

    private static Declaration<?> master(long mechanism, String section, KeyRule keys, boolean withVersion) {
        ParameterRule<Master> rule = ParameterRule.structure(
                "CK_WTLS_MASTER_KEY_DERIVE_PARAMS",
                "6.27.2.2",
                WtlsParameter.MasterKeyDerive.class,
                (given, wanted) -> {
                    if (!withVersion && !given.version().isNull()) {
                        throw wanted.wrong(
                                "pVersion", "A secret agreed upon begins with no version.", "Pass NULL_PTR.");
                    }
                    clientFirst(given.randomInfo(), wanted);
                    return new Master(function(given.digest(), wanted), given);
                });
        return Declaration.of(mechanism, section, keys, rule).can(Use.DERIVE, (crypto, master, input) -> {
            DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), section);
            if (key.keyType() != Ckk.GENERIC_SECRET || key.asked().orElse(MASTER) != MASTER) {
                throw Refusal.of(
                        Ckr.TEMPLATE_INCONSISTENT,
                        "CKA_KEY_TYPE, CKA_VALUE_LEN",
                        "A master secret of WTLS is a generic secret of 20 bytes.",
                        section,
                        "Leave both out.");
            }
            WtlsParameter.MasterKeyDerive given = master.given();
            byte[] secret = input.baseKey().attributes().bytes(Cka.VALUE);
            if (!given.version().isNull()) {
                Bytes version = Bytes.of(secret[0]);
                input.products()
                        .tell(handles ->
                                new WtlsParameter.MasterKeyDerive(given.digest(), given.randomInfo(), version));
            }
            byte[] seed = clientFirst(given.randomInfo(), rule);
            return key.agreed(
                    master.prf().apply(crypto, secret, TlsPrf.ascii("master secret"), seed, MASTER), input.baseKey());
        });
    }

    /// Tells bytes in the parameter and makes no key, section 6.27.6.
    private static Declaration<?> prf() {
        String section = "6.27.6";
        ParameterRule<Output> rule =
                ParameterRule.structure("CK_WTLS_PRF_PARAMS", "6.27.2.3", WtlsParameter.Prf.class, (given, wanted) -> {
                    ParameterRule.bytes(wanted, "pSeed", given.seed());
                    ParameterRule.bytes(wanted, "pLabel", given.label());
                    if (given.output().isNull()) {
                        throw wanted.wrong("pOutput", "It is NULL_PTR.", "Pass room for the output.");
                    }
                    return new Output(function(given.digest(), wanted), given);
                });
        return Declaration.of(Ckm.WTLS_PRF, section, SECRET, rule).can(Use.DERIVE, (crypto, wanted, input) -> {
            WtlsParameter.Prf given = wanted.given();
            Bytes output = Bytes.of(wanted.prf()
                    .apply(
                            crypto,
                            input.baseKey().attributes().bytes(Cka.VALUE),
                            given.label().array(),
                            given.seed().array(),
                            (int) given.output().length()));
            input.products()
                    .tell(handles -> new WtlsParameter.Prf(given.digest(), given.seed(), given.label(), output));
            return List.of();
        });
    }
}
