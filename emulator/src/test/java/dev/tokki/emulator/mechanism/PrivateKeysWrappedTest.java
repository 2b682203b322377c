package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckg;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Ckz;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.api.parameter.RsaParameter;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.interfaces.DHPrivateKey;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jcajce.spec.DHDomainParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Private keys other than those of RSA and on curves, wrapped as PrivateKeyInfo (section 6.7), with Bouncy Castle at
/// the other end.
class PrivateKeysWrappedTest {
    private static final Mechanism CBC_PAD = Mechanism.iv(Ckm.AES_CBC_PAD, new byte[16]);
    private static final Mechanism BY_RSA = Mechanism.of(
            Ckm.RSA_AES_KEY_WRAP,
            new RsaParameter.AesKeyWrap(
                    256, new RsaParameter.Oaep(Ckm.SHA256, Ckg.MGF1_SHA256, Ckz.DATA_SPECIFIED, Bytes.EMPTY)));
    private static final List<Mechanism> BY_AES =
            List.of(CBC_PAD, Mechanism.of(Ckm.AES_KEY_WRAP), Mechanism.of(Ckm.AES_KEY_WRAP_KWP));

    @RegisterExtension
    static final Workshop workshop = new Workshop();

    private static final Map<Long, Pair> PAIRS = new HashMap<>();

    /// What a private key is made of.
    private static final long[] NUMBERS = {
        Cka.PRIME,
        Cka.SUBPRIME,
        Cka.BASE,
        Cka.PARAMETER_SET,
        Cka.GOSTR3410_PARAMS,
        Cka.GOSTR3411_PARAMS,
        Cka.GOST28147_PARAMS,
        Cka.SEED,
        Cka.VALUE,
        Cka.PUBLIC_KEY_INFO
    };

    private static Pair pair(long type) {
        return PAIRS.computeIfAbsent(type, one -> {
            Generation made =
                    Optional.ofNullable(PairSamples.GENERATIONS.get(one)).orElseThrow();
            List<Attribute> template = new ArrayList<>(made.privateTemplate());
            template.add(Attribute.of(Cka.EXTRACTABLE, true));
            template.add(Attribute.of(Cka.SENSITIVE, false));
            return new Generation(
                            made.mechanism(), made.publicTemplate(), template, made.publicUses(), made.privateUses())
                    .pair(workshop);
        });
    }

    private static Key aes() {
        return workshop.session()
                .createKey(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                        Attribute.of(Cka.VALUE, new byte[32]),
                        Attribute.of(Cka.WRAP, true),
                        Attribute.of(Cka.UNWRAP, true),
                        Attribute.of(Cka.DECRYPT, true),
                        Attribute.of(Cka.ENCRYPT, true));
    }

    private static Attribute[] template(long type) {
        return new Attribute[] {
            Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
            Attribute.of(Cka.KEY_TYPE, type),
            Attribute.of(Cka.SENSITIVE, false)
        };
    }

    private static void same(Key found, Key wanted) {
        for (long number : NUMBERS) {
            assertThat(found.find(number)).as("%x", number).isEqualTo(wanted.find(number));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Ckk.DSA, Ckk.DH, Ckk.X9_42_DH, Ckk.ML_DSA, Ckk.ML_KEM, Ckk.SLH_DSA, Ckk.GOSTR3410})
    void aPrivateKeyComesBackWhole(long type) {
        Key key = pair(type).privateKey();
        Key aes = aes();
        for (Mechanism mechanism : BY_AES) {
            same(aes.unwrap(mechanism, aes.wrap(mechanism, key), template(type)), key);
        }
        Pair rsa = workshop.pair(Ckk.RSA);
        same(rsa.privateKey().unwrap(BY_RSA, rsa.publicKey().wrap(BY_RSA, key), template(type)), key);
    }

    @ParameterizedTest
    @ValueSource(longs = {Ckk.DSA, Ckk.DH, Ckk.ML_DSA, Ckk.ML_KEM, Ckk.SLH_DSA, Ckk.GOSTR3410})
    void bouncyCastleReadsWhatIsWrapped(long type) throws IOException {
        Key key = pair(type).privateKey();
        Key aes = aes();
        byte[] der = aes.decrypt(CBC_PAD, aes.wrap(CBC_PAD, key));
        byte[] value = key.bytes(Cka.VALUE);
        AsymmetricKeyParameter read = PrivateKeyFactory.createKey(der);
        Object found = switch (read) {
            case DSAPrivateKeyParameters dsa -> dsa.getX();
            case DHPrivateKeyParameters dh -> dh.getX();
            case ECPrivateKeyParameters gost -> gost.getD();
            case MLDSAPrivateKeyParameters mlDsa -> Bytes.of(mlDsa.getEncoded());
            case MLKEMPrivateKeyParameters mlKem -> Bytes.of(mlKem.getEncoded());
            case SLHDSAPrivateKeyParameters slhDsa -> Bytes.of(slhDsa.getEncoded());
            default -> read;
        };
        Object wanted = type == Ckk.GOSTR3410
                ? new BigInteger(1, org.bouncycastle.util.Arrays.reverse(value))
                : found instanceof BigInteger ? new BigInteger(1, value) : Bytes.of(value);
        assertThat(found).isEqualTo(wanted);
    }

    /// Which its light interface does not read.
    @Test
    void bouncyCastlesProviderReadsAWrappedKeyOfX942() throws GeneralSecurityException {
        Key key = pair(Ckk.X9_42_DH).privateKey();
        Key aes = aes();
        byte[] der = aes.decrypt(CBC_PAD, aes.wrap(CBC_PAD, key));
        DHPrivateKey read = (DHPrivateKey)
                KeyFactory.getInstance("DH", new BouncyCastleProvider()).generatePrivate(new PKCS8EncodedKeySpec(der));
        assertThat(read.getX()).isEqualTo(new BigInteger(1, key.bytes(Cka.VALUE)));
        assertThat(((DHDomainParameterSpec) read.getParams()).getQ())
                .isEqualTo(new BigInteger(1, key.bytes(Cka.SUBPRIME)));
    }

    @ParameterizedTest
    @ValueSource(longs = {Ckk.DSA, Ckk.DH, Ckk.X9_42_DH})
    void bothHalvesTellThePublicKeyAsBouncyCastleReadsIt(long type) throws IOException {
        byte[] info = pair(type).publicKey().bytes(Cka.PUBLIC_KEY_INFO);
        assertThat(pair(type).privateKey().bytes(Cka.PUBLIC_KEY_INFO)).isEqualTo(info);
        assertThat(PublicKeyFactory.createKey(info).isPrivate()).isFalse();
    }

    @Test
    void theThreeFormsOfSeedAndValueAreUnwrapped() throws IOException {
        Key key = pair(Ckk.ML_DSA).privateKey();
        Key aes = aes();
        byte[] der = aes.decrypt(CBC_PAD, aes.wrap(CBC_PAD, key));
        MLDSAPrivateKeyParameters both = (MLDSAPrivateKeyParameters) PrivateKeyFactory.createKey(der);
        for (int form : new int[] {
            MLDSAPrivateKeyParameters.SEED_ONLY, MLDSAPrivateKeyParameters.EXPANDED_KEY, MLDSAPrivateKeyParameters.BOTH
        }) {
            byte[] written = PrivateKeyInfoFactory.createPrivateKeyInfo(both.withPreferredFormat(form))
                    .getEncoded();
            Key back = aes.unwrap(CBC_PAD, aes.encrypt(CBC_PAD, written), template(Ckk.ML_DSA));
            assertThat(back.bytes(Cka.VALUE)).isEqualTo(key.bytes(Cka.VALUE));
            assertThat(back.find(Cka.SEED).isPresent()).isEqualTo(form != MLDSAPrivateKeyParameters.EXPANDED_KEY);
        }
    }

    @Test
    void seedAndValueOfTwoKeysAreNoKey() {
        Key aes = aes();
        Key key = pair(Ckk.ML_DSA).privateKey();
        byte[] der = aes.decrypt(CBC_PAD, aes.wrap(CBC_PAD, key));
        int seed = indexOf(der, key.bytes(Cka.SEED));
        der[seed] ^= 1;
        refused(Ckr.WRAPPED_KEY_INVALID, () -> aes.unwrap(CBC_PAD, aes.encrypt(CBC_PAD, der), template(Ckk.ML_DSA)));
    }

    @Test
    void aKeyOfAnotherTypeIsRefused() {
        Key aes = aes();
        byte[] dsa = aes.wrap(CBC_PAD, pair(Ckk.DSA).privateKey());
        refused(Ckr.WRAPPED_KEY_INVALID, () -> aes.unwrap(CBC_PAD, dsa, template(Ckk.DH)));
        refused(Ckr.WRAPPED_KEY_INVALID, () -> aes.unwrap(CBC_PAD, dsa, template(Ckk.ML_DSA)));
        refused(
                Ckr.WRAPPED_KEY_INVALID,
                () -> aes.unwrap(
                        CBC_PAD, dsa, Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY), Attribute.of(Cka.KEY_TYPE, Ckk.XMSS)));
    }

    @Test
    void theIdentifierOfEarlyDraftsIsUnwrappedToo() throws IOException {
        Key key = pair(Ckk.DSA).privateKey();
        Key aes = aes();
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(aes.decrypt(CBC_PAD, aes.wrap(CBC_PAD, key)));
        byte[] early = new PrivateKeyInfo(
                        new AlgorithmIdentifier(
                                new ASN1ObjectIdentifier("1.3.14.3.2.12"),
                                info.getPrivateKeyAlgorithm().getParameters()),
                        info.parsePrivateKey())
                .getEncoded();
        same(aes.unwrap(CBC_PAD, aes.encrypt(CBC_PAD, early), template(Ckk.DSA)), key);
    }

    @Test
    void aPrivateValueOutOfRangeIsTheWrappedKeysFault() throws IOException {
        Key key = pair(Ckk.DSA).privateKey();
        Key aes = aes();
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(aes.decrypt(CBC_PAD, aes.wrap(CBC_PAD, key)));
        BigInteger order = new BigInteger(1, key.bytes(Cka.SUBPRIME));
        byte[] wrong = new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), new ASN1Integer(order)).getEncoded();
        refused(Ckr.WRAPPED_KEY_INVALID, () -> aes.unwrap(CBC_PAD, aes.encrypt(CBC_PAD, wrong), template(Ckk.DSA)));
    }

    @ParameterizedTest
    @ValueSource(longs = {Ckk.HSS, Ckk.XMSS, Ckk.XMSSMT})
    void aKeyThatSignaturesUseUpNeitherLeavesNorIsCopied(long type) {
        Key key = workshop.pair(type).privateKey();
        refused(Ckr.KEY_UNEXTRACTABLE, () -> aes().wrap(CBC_PAD, key));
        refused(Ckr.ACTION_PROHIBITED, () -> key.copy(Attribute.of(Cka.LABEL, "copy")));
    }

    private static void refused(long ckr, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        CryptokiException.class,
                        refusal -> assertThat(refusal.rv().is(ckr))
                                .as("%s", refusal)
                                .isTrue());
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(Arrays.copyOfRange(all, at, at + part.length), part)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }
}
