package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.attribute.OtherKeys;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.aes.AesMechanisms;
import dev.tokki.emulator.mechanism.block.BlockMechanisms;
import dev.tokki.emulator.mechanism.block.HistoricalMechanisms;
import dev.tokki.emulator.mechanism.cms.CmsMechanisms;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Told;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.derive.DerivationMechanisms;
import dev.tokki.emulator.mechanism.digest.DigestMechanisms;
import dev.tokki.emulator.mechanism.dl.DhMechanisms;
import dev.tokki.emulator.mechanism.dl.DsaMechanisms;
import dev.tokki.emulator.mechanism.ec.EcMechanisms;
import dev.tokki.emulator.mechanism.generic.GenericMechanisms;
import dev.tokki.emulator.mechanism.gost.GostMechanisms;
import dev.tokki.emulator.mechanism.kdf.KdfMechanisms;
import dev.tokki.emulator.mechanism.key.CheckValue;
import dev.tokki.emulator.mechanism.key.KeyCheck;
import dev.tokki.emulator.mechanism.key.PublicKeyInfo;
import dev.tokki.emulator.mechanism.mac.HmacMechanisms;
import dev.tokki.emulator.mechanism.otp.OtpMechanisms;
import dev.tokki.emulator.mechanism.password.PasswordMechanisms;
import dev.tokki.emulator.mechanism.pq.KemMechanisms;
import dev.tokki.emulator.mechanism.pq.PqSignatures;
import dev.tokki.emulator.mechanism.protocol.IkeMechanisms;
import dev.tokki.emulator.mechanism.protocol.KipMechanisms;
import dev.tokki.emulator.mechanism.protocol.TlsMechanisms;
import dev.tokki.emulator.mechanism.protocol.WtlsMechanisms;
import dev.tokki.emulator.mechanism.ratchet.RatchetMechanisms;
import dev.tokki.emulator.mechanism.rivest.RivestMechanisms;
import dev.tokki.emulator.mechanism.rsa.RsaMechanisms;
import dev.tokki.emulator.mechanism.stateful.StatefulMechanisms;
import dev.tokki.emulator.mechanism.stream.StreamMechanisms;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.mechanism.work.Encapsulator;
import dev.tokki.emulator.mechanism.work.MessageCipher;
import dev.tokki.emulator.mechanism.work.MessageWork;
import dev.tokki.emulator.mechanism.work.Products;
import dev.tokki.emulator.mechanism.work.Recoverer;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.offer.Offer;
import dev.tokki.emulator.rule.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All mechanisms, looked up in their declarations.
public final class MechanismTable implements Mechanisms {
    private static final Set<Long> KEYLESS = Set.of(
            Ckm.SSL3_KEY_AND_MAC_DERIVE,
            Ckm.TLS_KEY_AND_MAC_DERIVE,
            Ckm.TLS12_KEY_AND_MAC_DERIVE,
            Ckm.TLS12_KEY_SAFE_DERIVE,
            Ckm.TLS_PRF,
            Ckm.WTLS_PRF,
            Ckm.WTLS_SERVER_KEY_AND_MAC_DERIVE,
            Ckm.WTLS_CLIENT_KEY_AND_MAC_DERIVE);

    private final SortedMap<Long, Declaration<?>> declarations;
    private final Crypto crypto;
    private final SizesLeft sizesLeft;

    private MechanismTable(SortedMap<Long, Declaration<?>> declarations, Crypto crypto) {
        this.declarations = declarations;
        this.crypto = crypto;
        this.sizesLeft = new SizesLeft(declarations);
    }

    /// {@return all mechanisms Tokki has, computed by the fastest providers}
    public static MechanismTable all() {
        return all(Crypto.fastest());
    }

    /// {@return all mechanisms Tokki has}
    ///
    /// @param crypto who computes
    public static MechanismTable all(Crypto crypto) {
        return new MechanismTable(All.DECLARATIONS, crypto);
    }

    /// {@return this table with what is left of it}
    public MechanismTable within(Offer offer) {
        if (offer.isEverything()) {
            return this;
        }
        SortedMap<Long, Declaration<?>> fewer = new TreeMap<>(Long::compareUnsigned);
        MechanismTable left = new MechanismTable(Collections.unmodifiableSortedMap(fewer), crypto);
        for (Declaration<?> declaration : declarations.values()) {
            Optional<? extends Declaration<?>> some = declaration.within(offer.terms(declaration.type()));
            some.ifPresent(rest -> fewer.put(rest.type(), rest));
        }
        // These name a mechanism to work underneath, which must be left too.
        Stream.of(CmsMechanisms.all(new Underneath(left)), KipMechanisms.all(new Underneath(left)))
                .flatMap(Collection::stream)
                .forEach(bound -> fewer.computeIfPresent(
                        bound.type(),
                        (type, known) -> bound.within(offer.terms(type)).orElseThrow()));
        return left;
    }

    /// Refuses limits that would do nothing: names that are none of this table's mechanisms, sizes of mechanisms whose
    /// keys have none.
    ///
    /// @throws IllegalArgumentException with the limit that is wrong
    public void check(Offer offer) {
        offer.names().forEach(name -> {
            if (declarations.keySet().stream().noneMatch(type -> Offer.covers(name, type))) {
                throw new IllegalArgumentException("the engine has no mechanism " + name);
            }
        });
        offer.sizes().forEach((name, sizes) -> {
            List<Declaration<?>> named = declarations.values().stream()
                    .filter(declaration -> Offer.covers(name, declaration.type()))
                    .toList();
            if (named.stream()
                    .noneMatch(declaration -> declaration.keys().size().isMeasured())) {
                throw new IllegalArgumentException(
                        "keys of " + name + " have one size or none; there is nothing to choose");
            }
            if (named.stream()
                    .noneMatch(declaration -> declaration.keys().size().isMeasured()
                            && declaration.keys().size().within(sizes).isPresent())) {
                KeySize size = named.getFirst().keys().size();
                throw new IllegalArgumentException("the sizes " + sizes + " leave nothing of " + name + ", which takes "
                        + size.min() + " to " + size.max() + " " + size.unit());
            }
        });
    }

    /// The declarations, which never change: made once, when they are first needed.
    private static final class All {
        static final SortedMap<Long, Declaration<?>> DECLARATIONS = byType(Stream.of(
                        DigestMechanisms.all(),
                        HmacMechanisms.all(),
                        GenericMechanisms.all(),
                        AesMechanisms.all(),
                        BlockMechanisms.all(),
                        HistoricalMechanisms.all(),
                        RsaMechanisms.all(),
                        EcMechanisms.all(),
                        DerivationMechanisms.all(),
                        KemMechanisms.all(),
                        PqSignatures.all(),
                        StreamMechanisms.all(),
                        RivestMechanisms.all(),
                        KdfMechanisms.all(),
                        PasswordMechanisms.all(),
                        OtpMechanisms.all(),
                        CmsMechanisms.all(Underneath.everything()),
                        KipMechanisms.all(Underneath.everything()),
                        TlsMechanisms.all(),
                        WtlsMechanisms.all(),
                        IkeMechanisms.all(),
                        GostMechanisms.all(),
                        DsaMechanisms.all(),
                        DhMechanisms.all(),
                        StatefulMechanisms.all(),
                        RatchetMechanisms.all())
                .flatMap(Collection::stream));
    }

    private static SortedMap<Long, Declaration<?>> byType(Stream<Declaration<?>> declarations) {
        SortedMap<Long, Declaration<?>> sorted = new TreeMap<>(Long::compareUnsigned);
        declarations.forEach(declaration -> {
            if (sorted.put(declaration.type(), declaration) != null) {
                throw new IllegalStateException(declaration + " is declared twice");
            }
        });
        return Collections.unmodifiableSortedMap(sorted);
    }

    /// {@return the declarations, by ascending type}
    Collection<Declaration<?>> declarations() {
        return declarations.values();
    }

    @Override
    public long[] list() {
        return declarations.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public MechanismInfo info(long type) {
        return declared(type, "5.5.6").info();
    }

    @Override
    public Digester digest(Mechanism mechanism) {
        return without(Use.DIGEST, mechanism, Use.Nothing.NOTHING);
    }

    @Override
    public CipherOperation encrypt(Mechanism mechanism, KeyView key) {
        return with(Use.ENCRYPT, mechanism, key, key);
    }

    @Override
    public CipherOperation decrypt(Mechanism mechanism, KeyView key) {
        return with(Use.DECRYPT, mechanism, key, key);
    }

    @Override
    public Signer sign(Mechanism mechanism, KeyView key) {
        return with(Use.SIGN, mechanism, key, key);
    }

    @Override
    public Verifier verify(Mechanism mechanism, KeyView key) {
        return with(Use.VERIFY, mechanism, key, key);
    }

    @Override
    public MessageCipher messageEncrypt(Mechanism mechanism, KeyView key) {
        MessageCipher cipher = messages(Use.ENCRYPT, Ckf.MESSAGE_ENCRYPT, mechanism, key, "5.9.1")
                .encrypting(crypto(mechanism.type()), key);
        checkBeginning(cipher, mechanism);
        return cipher;
    }

    @Override
    public MessageCipher messageDecrypt(Mechanism mechanism, KeyView key) {
        MessageCipher cipher = messages(Use.DECRYPT, Ckf.MESSAGE_DECRYPT, mechanism, key, "5.11.1")
                .decrypting(crypto(mechanism.type()), key);
        checkBeginning(cipher, mechanism);
        return cipher;
    }

    @Override
    public Wrapped wrapAuthenticated(Mechanism mechanism, KeyView wrappingKey, KeyView key, byte[] associatedData) {
        return messages(Use.WRAP, Ckf.WRAP, mechanism, wrappingKey, "5.18.6")
                .wrap(crypto(mechanism.type()), mechanism.parameter(), associatedData, wrappingKey, key);
    }

    @Override
    public List<Attribute> unwrapAuthenticated(
            Mechanism mechanism, KeyView unwrappingKey, byte[] wrapped, AttributeMap template, byte[] associatedData) {
        return messages(Use.UNWRAP, Ckf.UNWRAP, mechanism, unwrappingKey, "5.18.7")
                .unwrap(
                        crypto(mechanism.type()),
                        mechanism.parameter(),
                        associatedData,
                        unwrappingKey,
                        Bytes.of(wrapped),
                        template);
    }

    private MessageWork messages(Use<?, ?> use, long flag, Mechanism mechanism, KeyView key, String section) {
        Declaration<?> declaration = declared(mechanism.type(), section);
        if (declaration.isTold(flag)) {
            throw Told.mechanism("let " + declaration.name() + " " + use.name() + " so", section);
        }
        MessageWork messages = declaration.messages();
        declaration.keys().check(use, declaration.name(), declaration.section(), key);
        return messages;
    }

    /// A process may begin without a parameter, since each message brings its own.
    private static void checkBeginning(MessageCipher cipher, Mechanism mechanism) {
        if (!ParameterRule.isAbsent(mechanism)) {
            cipher.check(mechanism.parameter());
        }
    }

    @Override
    public Signer signRecover(Mechanism mechanism, KeyView key) {
        return with(Use.SIGN_RECOVER, mechanism, key, key);
    }

    @Override
    public Recoverer verifyRecover(Mechanism mechanism, KeyView key) {
        return with(Use.VERIFY_RECOVER, mechanism, key, key);
    }

    @Override
    public Encapsulator encapsulate(Mechanism mechanism, KeyView publicKey, AttributeMap template) {
        return with(Use.ENCAPSULATE, mechanism, publicKey, new Use.Encapsulating(publicKey, template));
    }

    @Override
    public List<Attribute> decapsulate(
            Mechanism mechanism, KeyView privateKey, byte[] ciphertext, AttributeMap template) {
        return with(
                Use.DECAPSULATE,
                mechanism,
                privateKey,
                new Use.Decapsulating(privateKey, Bytes.of(ciphertext), template));
    }

    @Override
    public List<Attribute> generateKey(Mechanism mechanism, AttributeMap template, Products products) {
        sizesLeft.checkAsked(declarations.get(mechanism.type()), template);
        List<Attribute> made = without(Use.GENERATE, mechanism, new Use.Generation(template, products));
        sizesLeft.checkMade(declarations.get(mechanism.type()), AttributeMap.of(made));
        return made;
    }

    @Override
    public NewPair generateKeyPair(Mechanism mechanism, AttributeMap publicTemplate, AttributeMap privateTemplate) {
        sizesLeft.checkAsked(declarations.get(mechanism.type()), publicTemplate);
        NewPair made = without(Use.GENERATE_PAIR, mechanism, new Use.PairTemplates(publicTemplate, privateTemplate));
        sizesLeft.checkMade(declarations.get(mechanism.type()), AttributeMap.of(made.publicKey()));
        return made;
    }

    @Override
    public Wrapped wrap(Mechanism mechanism, KeyView wrappingKey, KeyView key) {
        Wrapped wrapped = with(Use.WRAP, mechanism, wrappingKey, new Use.Wrapping(wrappingKey, key));
        return wrapped.parameter() instanceof Parameter.None
                ? new Wrapped(wrapped.bytes(), mechanism.parameter())
                : wrapped;
    }

    @Override
    public List<Attribute> unwrap(Mechanism mechanism, KeyView unwrappingKey, byte[] wrapped, AttributeMap template) {
        return with(
                Use.UNWRAP, mechanism, unwrappingKey, new Use.Unwrapping(unwrappingKey, Bytes.of(wrapped), template));
    }

    @Override
    public List<Attribute> derive(
            Mechanism mechanism, KeyView baseKey, AttributeMap template, OtherKeys others, Products products) {
        Use.Derivation input = new Use.Derivation(baseKey, template, others, products);
        boolean isData = baseKey.attributes().ulong(Cka.CLASS, -1) == Cko.DATA;
        return isData && takesData(mechanism.type())
                ? without(Use.DERIVE, mechanism, input)
                : with(Use.DERIVE, mechanism, baseKey, input);
    }

    @Override
    public boolean isKeyless(long type) {
        return KEYLESS.contains(type);
    }

    @Override
    public boolean takesData(long type) {
        return type == Ckm.HKDF_DERIVE || type == Ckm.HKDF_DATA;
    }

    @Override
    public boolean makesData(long type) {
        return type == Ckm.HKDF_DATA;
    }

    @Override
    public boolean takesAnyBase(long type) {
        return type == Ckm.PUB_KEY_FROM_PRIV_KEY;
    }

    @Override
    public void checkKey(AttributeMap key) {
        KeyCheck.of(crypto, key);
        sizesLeft.checkKey(key);
    }

    @Override
    public byte[] checkValue(AttributeMap key) {
        return CheckValue.of(crypto, key);
    }

    @Override
    public byte[] sha1(byte[] data) {
        return crypto.digest("SHA-1").digest(data);
    }

    @Override
    public byte[] publicKeyInfo(AttributeMap key) {
        return PublicKeyInfo.of(crypto, key);
    }

    /// {@return who computes}
    public Crypto crypto() {
        return crypto;
    }

    @Override
    public boolean isTold(long type, long flag) {
        Declaration<?> declaration = declarations.get(type);
        return declaration == null ? All.DECLARATIONS.containsKey(type) : declaration.isTold(flag);
    }

    private Crypto crypto(long mechanism) {
        return crypto.of(mechanism, OwnWork::of);
    }

    private <I, T> T without(Use<I, T> use, Mechanism mechanism, I input) {
        return declared(mechanism.type(), use.section()).ready(use, mechanism).make(crypto(mechanism.type()), input);
    }

    private <I, T> T with(Use<I, T> use, Mechanism mechanism, KeyView key, I input) {
        Declaration<?> declaration = declared(mechanism.type(), use.section());
        Declaration.Ready<I, T> ready = declaration.ready(use, mechanism);
        declaration.keys().check(use, declaration.name(), declaration.section(), key);
        return ready.make(crypto(mechanism.type()), input);
    }

    private Declaration<?> declared(long type, String section) {
        Declaration<?> declaration = declarations.get(type);
        if (declaration == null && All.DECLARATIONS.containsKey(type)) {
            throw Told.mechanism("offer " + Names.CKM.of(type), section);
        }
        if (declaration == null) {
            throw Refusal.of(
                    Ckr.MECHANISM_INVALID,
                    "pMechanism->mechanism",
                    "The token does not offer " + Names.CKM.of(type) + ".",
                    section,
                    "Choose a mechanism that C_GetMechanismList tells.");
        }
        return declaration;
    }
}
