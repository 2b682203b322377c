package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Bytes;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.TlsParameter;
import dev.tokki.api.parameter.TlsParameter.KeyMaterial;
import dev.tokki.api.parameter.TlsParameter.RandomData;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RunningMac;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.mechanism.mac.MacSigner;
import dev.tokki.emulator.rule.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// SSL 3.0 and TLS 1.0 to 1.2, sections 6.25 and 6.26.
public final class TlsMechanisms {
    private static final int MASTER = 48;
    private static final KeyRule PRE_MASTER = KeyRule.secret(KeySize.bytes(MASTER, MASTER), Ckk.GENERIC_SECRET);
    private static final KeyRule SECRET = KeyRule.secret(KeySize.bytes(1, Integer.MAX_VALUE), Ckk.GENERIC_SECRET);
    private static final Bytes MASTER_SECRET = Bytes.utf8("master secret");
    private static final Bytes EXTENDED = Bytes.utf8("extended master secret");

    /// A master secret to be made.
    private record Master(
            TlsPrf prf, Bytes label, Bytes seed, boolean wantsVersion, Function<Version, Parameter> rebuilt) {}

    private TlsMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                preMaster(Ckm.SSL3_PRE_MASTER_KEY_GEN, "6.25.3"),
                preMaster(Ckm.TLS_PRE_MASTER_KEY_GEN, "6.25.3"),
                master(Ckm.SSL3_MASTER_KEY_DERIVE, "6.25.4", PRE_MASTER, oldMaster(true, true)),
                master(Ckm.SSL3_MASTER_KEY_DERIVE_DH, "6.25.5", SECRET, oldMaster(true, false)),
                master(Ckm.TLS_MASTER_KEY_DERIVE, "6.26.9", PRE_MASTER, oldMaster(false, true)),
                master(Ckm.TLS_MASTER_KEY_DERIVE_DH, "6.26.9", SECRET, oldMaster(false, false)),
                master(Ckm.TLS12_MASTER_KEY_DERIVE, "6.26.4", PRE_MASTER, newMaster(true)),
                master(Ckm.TLS12_MASTER_KEY_DERIVE_DH, "6.26.5", SECRET, newMaster(false)),
                master(Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE, "6.26.4", PRE_MASTER, extendedMaster(true)),
                master(Ckm.TLS12_EXTENDED_MASTER_KEY_DERIVE_DH, "6.26.5", SECRET, extendedMaster(false)),
                keys(Ckm.SSL3_KEY_AND_MAC_DERIVE, "6.25.6", oldKeys(TlsPrf.SSL_3_0), true),
                keys(Ckm.TLS_KEY_AND_MAC_DERIVE, "6.26.9", oldKeys(TlsPrf.TLS_1_0), true),
                keys(Ckm.TLS12_KEY_AND_MAC_DERIVE, "6.26.6", newKeys(), true),
                keys(Ckm.TLS12_KEY_SAFE_DERIVE, "6.26.7", newKeys(), false),
                kdf(Ckm.TLS_KDF),
                kdf(Ckm.TLS12_KDF),
                finished(Ckm.TLS_MAC),
                finished(Ckm.TLS12_MAC),
                prf(),
                ssl3Mac(Ckm.SSL3_MD5_MAC, "6.25.7", "MD5", 48, 16),
                ssl3Mac(Ckm.SSL3_SHA1_MAC, "6.25.8", "SHA-1", 40, 20));
    }

    private static Declaration<?> preMaster(long mechanism, String section) {
        ParameterRule<TlsParameter.ClientVersion> rule = ParameterRule.structure(
                "CK_VERSION", section, TlsParameter.ClientVersion.class, (given, wanted) -> given);
        return Declaration.of(mechanism, section, PRE_MASTER, rule).can(Use.GENERATE, (crypto, version, input) -> {
            Templates.agree(input.template(), Cko.SECRET_KEY, Ckk.GENERIC_SECRET, section);
            byte[] value = crypto.randomBytes(MASTER);
            value[0] = (byte) version.major();
            value[1] = (byte) version.minor();
            return SecretKeys.attributes(Ckk.GENERIC_SECRET, value);
        });
    }

    private static Declaration<?> master(long mechanism, String section, KeyRule keys, ParameterRule<Master> rule) {
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

    private static ParameterRule<Master> oldMaster(boolean isSsl, boolean withVersion) {
        return ParameterRule.structure(
                "CK_SSL3_MASTER_KEY_DERIVE_PARAMS",
                "6.25.2.2",
                TlsParameter.Ssl3MasterKeyDerive.class,
                (given, rule) -> new Master(
                        isSsl ? TlsPrf.SSL_3_0 : TlsPrf.TLS_1_0,
                        MASTER_SECRET,
                        Bytes.of(clientFirst(given.randomInfo(), rule)),
                        hasVersion(given.version(), withVersion, rule),
                        version -> new TlsParameter.Ssl3MasterKeyDerive(given.randomInfo(), version)));
    }

    private static ParameterRule<Master> newMaster(boolean withVersion) {
        return ParameterRule.structure(
                "CK_TLS12_MASTER_KEY_DERIVE_PARAMS",
                "6.26.2.1",
                TlsParameter.Tls12MasterKeyDerive.class,
                (given, rule) -> new Master(
                        TlsPrf.of(given.prfHash(), rule, "prfHashMechanism"),
                        MASTER_SECRET,
                        Bytes.of(clientFirst(given.randomInfo(), rule)),
                        hasVersion(given.version(), withVersion, rule),
                        version ->
                                new TlsParameter.Tls12MasterKeyDerive(given.randomInfo(), version, given.prfHash())));
    }

    private static ParameterRule<Master> extendedMaster(boolean withVersion) {
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

    private static byte[] clientFirst(RandomData random, ParameterRule<?> rule) {
        return TlsPrf.joined(
                ParameterRule.bytes(rule, "pClientRandom", random.client()),
                ParameterRule.bytes(rule, "pServerRandom", random.server()));
    }

    private static Declaration<?> keys(
            long mechanism, String section, ParameterRule<KeyBlock> rule, boolean tellsVectors) {
        return Declaration.of(mechanism, section, PRE_MASTER, rule).can(Use.DERIVE, (crypto, block, input) -> {
            block.make(crypto, input, input.baseKey().attributes().bytes(Cka.VALUE), section, tellsVectors);
            return List.of();
        });
    }

    private static ParameterRule<KeyBlock> oldKeys(TlsPrf prf) {
        return ParameterRule.structure(
                "CK_SSL3_KEY_MAT_PARAMS", "6.25.2.4", TlsParameter.Ssl3KeyAndMacDerive.class, (given, rule) -> {
                    checkExport(given.isExport(), rule);
                    return new KeyBlock(
                            prf,
                            KeyBlock.bytes(given.macBits(), rule, "ulMacSizeInBits"),
                            KeyBlock.bytes(given.keyBits(), rule, "ulKeySizeInBits"),
                            KeyBlock.bytes(given.ivBits(), rule, "ulIVSizeInBits"),
                            given.randomInfo(),
                            room(given.returned(), rule),
                            made -> new TlsParameter.Ssl3KeyAndMacDerive(
                                    given.macBits(),
                                    given.keyBits(),
                                    given.ivBits(),
                                    given.isExport(),
                                    given.randomInfo(),
                                    made));
                });
    }

    private static ParameterRule<KeyBlock> newKeys() {
        return ParameterRule.structure(
                "CK_TLS12_KEY_MAT_PARAMS", "6.26.2.3", TlsParameter.Tls12KeyAndMacDerive.class, (given, rule) -> {
                    checkExport(given.isExport(), rule);
                    return new KeyBlock(
                            TlsPrf.of(given.prfHash(), rule, "prfHashMechanism"),
                            KeyBlock.bytes(given.macBits(), rule, "ulMacSizeInBits"),
                            KeyBlock.bytes(given.keyBits(), rule, "ulKeySizeInBits"),
                            KeyBlock.bytes(given.ivBits(), rule, "ulIVSizeInBits"),
                            given.randomInfo(),
                            room(given.returned(), rule),
                            made -> new TlsParameter.Tls12KeyAndMacDerive(
                                    given.macBits(),
                                    given.keyBits(),
                                    given.ivBits(),
                                    given.isExport(),
                                    given.randomInfo(),
                                    made,
                                    given.prfHash()));
                });
    }

    private static void checkExport(boolean isExport, ParameterRule<?> rule) {
        if (isExport) {
            throw rule.wrong("bIsExport", "Keys weakened for export are not made.", "Pass CK_FALSE.");
        }
    }

    private static KeyMaterial room(@Nullable KeyMaterial room, ParameterRule<?> rule) {
        if (room == null) {
            throw rule.wrong("pReturnedKeyMaterial", "It is NULL_PTR.", "Pass a CK_SSL3_KEY_MAT_OUT.");
        }
        return room;
    }

    private static Declaration<?> kdf(long mechanism) {
        String section = "6.26.8";
        ParameterRule<TlsParameter.Kdf> rule =
                ParameterRule.structure("CK_TLS_KDF_PARAMS", "6.26.2.4", TlsParameter.Kdf.class, (given, wanted) -> {
                    TlsPrf.of(given.prf(), wanted, "prfMechanism");
                    ParameterRule.bytes(wanted, "pLabel", given.label());
                    ParameterRule.bytes(wanted, "pContextData", given.contextData());
                    return given;
                });
        return Declaration.of(mechanism, section, SECRET, rule).can(Use.DERIVE, (crypto, given, input) -> {
            DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), section);
            byte[] seed = clientFirst(given.randomInfo(), rule);
            byte[] context = given.contextData().array();
            if (!given.contextData().isNull()) {
                // RFC 5705: a context, if there is one, comes with its length.
                byte[] length = {(byte) (context.length >> 8), (byte) context.length};
                seed = TlsPrf.joined(seed, TlsPrf.joined(length, context));
            }
            byte[] value = TlsPrf.of(given.prf(), rule, "prfMechanism")
                    .apply(
                            crypto,
                            input.baseKey().attributes().bytes(Cka.VALUE),
                            given.label().array(),
                            seed,
                            key.length());
            return key.agreed(value, input.baseKey());
        });
    }

    private static Declaration<?> finished(long mechanism) {
        String section = "6.26.3";
        ParameterRule<TlsParameter.Mac> rule =
                ParameterRule.structure("CK_TLS_MAC_PARAMS", "6.26.2.5", TlsParameter.Mac.class, (given, wanted) -> {
                    TlsPrf.of(given.prfHash(), wanted, "prfHashMechanism");
                    if (given.macLength() < 12 || given.macLength() > MASTER) {
                        throw wanted.wrong(
                                "ulMacLength", "It has 12 to 48 bytes, not " + given.macLength() + ".", "Pass 12.");
                    }
                    if (given.serverOrClient() != 1 && given.serverOrClient() != 2) {
                        throw wanted.wrong(
                                "ulServerOrClient", "It is 1 for the server and 2 for the client.", "Pass 1 or 2.");
                    }
                    return given;
                });
        return MacSigner.of(Declaration.of(mechanism, section, SECRET, rule), (crypto, given, key) -> {
            byte[] label = TlsPrf.ascii(given.serverOrClient() == 1 ? "server finished" : "client finished");
            TlsPrf prf = TlsPrf.of(given.prfHash(), rule, "prfHashMechanism");
            byte[] secret = key.attributes().bytes(Cka.VALUE);
            int length = (int) given.macLength();
            return new MacSigner(
                    new Collecting(handshake -> prf.apply(crypto, secret, label, handshake, length)), length);
        });
    }

    /// Tells bytes in the parameter and makes no key, section 6.26.9.
    private static Declaration<?> prf() {
        String section = "6.26.9";
        ParameterRule<TlsParameter.Prf> rule =
                ParameterRule.structure("CK_TLS_PRF_PARAMS", "6.26.2.6", TlsParameter.Prf.class, (given, wanted) -> {
                    ParameterRule.bytes(wanted, "pSeed", given.seed());
                    ParameterRule.bytes(wanted, "pLabel", given.label());
                    if (given.output().isNull()) {
                        throw wanted.wrong("pOutput", "It is NULL_PTR.", "Pass room for the output.");
                    }
                    return given;
                });
        return Declaration.of(Ckm.TLS_PRF, section, SECRET, rule).can(Use.DERIVE, (crypto, given, input) -> {
            byte[] output = TlsPrf.TLS_1_0.apply(
                    crypto,
                    input.baseKey().attributes().bytes(Cka.VALUE),
                    given.label().array(),
                    given.seed().array(),
                    given.output().array().length);
            input.products().tell(handles -> new TlsParameter.Prf(given.seed(), given.label(), Bytes.of(output)));
            return List.of();
        });
    }

    /// The MACs of SSL 3.0 (RFC 6101, 5.2.3.1), of 4 to 8 bytes or whole.
    private static Declaration<?> ssl3Mac(long mechanism, String section, String digest, int pad, int length) {
        return MacSigner.of(
                Declaration.of(mechanism, section, SECRET, ParameterRule.macLength(length, section)),
                (crypto, wanted, key) -> {
                    byte[] secret = key.attributes().bytes(Cka.VALUE);
                    return new MacSigner(
                            new Collecting(data -> hashed(
                                    crypto,
                                    digest,
                                    secret,
                                    filled(pad, 0x5C),
                                    hashed(crypto, digest, secret, filled(pad, 0x36), data))),
                            wanted);
                });
    }

    private static byte[] hashed(Crypto crypto, String digest, byte[]... pieces) {
        var hash = crypto.digest(digest);
        for (byte[] piece : pieces) {
            hash.update(piece);
        }
        return hash.digest();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /// A code that needs all of the data.
    private record Collecting(ByteArrayOutputStream data, Function<byte[], byte[]> code) implements RunningMac {
        Collecting(Function<byte[], byte[]> code) {
            this(new ByteArrayOutputStream(), code);
        }

        @Override
        public void update(byte[] more) {
            data.writeBytes(more);
        }

        @Override
        public byte[] finish() {
            return code.apply(data.toByteArray());
        }
    }
}
