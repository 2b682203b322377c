package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.Template;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.TlsParameter;
import dev.tokki.api.parameter.WtlsParameter;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys of SSL, TLS and WTLS connections, made again by other mechanisms or by the JDK.
class ProtocolKeysTest {
    private static final Bytes CLIENT = Recipes.bytes(32);
    private static final Bytes SERVER = Recipes.bytes(28);
    private static final TlsParameter.RandomData RANDOM = new TlsParameter.RandomData(CLIENT, SERVER);
    private static final WtlsParameter.RandomData WIRELESS = new WtlsParameter.RandomData(CLIENT, SERVER);

    @RegisterExtension
    static final Workshop workshop = new Workshop();

    private static Key secret(int length) {
        return workshop.secret(Ckk.GENERIC_SECRET, Cka.DERIVE, 1, length);
    }

    private static Parameter told(long mechanism, Parameter parameter, Key base, Attribute... further) {
        Attribute[] template = Arrays.copyOf(further, further.length + 3);
        template[further.length] = Attribute.of(Cka.CLASS, Cko.SECRET_KEY);
        template[further.length + 1] = Attribute.of(Cka.SENSITIVE, false);
        template[further.length + 2] = Attribute.of(Cka.EXTRACTABLE, true);
        return workshop.told(new KeyManagement.DeriveKey(
                workshop.session().handle(),
                Mechanism.of(mechanism, parameter),
                base.handle(),
                Template.of(template),
                Out.nullPointer()));
    }

    private static byte[] value(long handle) {
        return workshop.session().key(handle).bytes(Cka.VALUE);
    }

    private static byte[] md5(byte[]... pieces) throws GeneralSecurityException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        for (byte[] piece : pieces) {
            md5.update(piece);
        }
        return md5.digest();
    }

    /// RFC 2246, 5, by `CKM_TLS_PRF`.
    private static byte[] tls(byte[] secret, String label, Bytes seed, int length) {
        Key key = workshop.session()
                .createKey(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                        Attribute.of(Cka.VALUE, secret),
                        Attribute.of(Cka.DERIVE, true));
        Parameter told =
                told(Ckm.TLS_PRF, new TlsParameter.Prf(seed, Bytes.utf8(label), Recipes.bytes(length, 0)), key);
        return ((TlsParameter.Prf) told).output().copy();
    }

    private static Bytes joined(Bytes first, Bytes second) {
        byte[] both = Arrays.copyOf(first.array(), (int) (first.length() + second.length()));
        System.arraycopy(second.array(), 0, both, (int) first.length(), (int) second.length());
        return Bytes.of(both);
    }

    private static TlsParameter.KeyMaterial exported(long mechanism) {
        Parameter told = told(
                mechanism,
                new TlsParameter.Ssl3KeyAndMacDerive(128, 40, 64, true, RANDOM, TlsParameter.KeyMaterial.room(8)),
                secret(48),
                Attribute.of(Cka.KEY_TYPE, Ckk.RC4),
                Attribute.of(Cka.VALUE_LEN, 16L));
        return Objects.requireNonNull(((TlsParameter.Ssl3KeyAndMacDerive) told).returned());
    }

    private static TlsParameter.KeyMaterial whole(long mechanism) {
        Parameter told = told(
                mechanism,
                new TlsParameter.Ssl3KeyAndMacDerive(128, 40, 0, false, RANDOM, TlsParameter.KeyMaterial.room(0)),
                secret(48),
                Attribute.of(Cka.KEY_TYPE, Ckk.RC4));
        return Objects.requireNonNull(((TlsParameter.Ssl3KeyAndMacDerive) told).returned());
    }

    @Test
    void keysForExportOfSsl3AreMadeAgainByMd5() throws GeneralSecurityException {
        TlsParameter.KeyMaterial made = exported(Ckm.SSL3_KEY_AND_MAC_DERIVE);
        TlsParameter.KeyMaterial secret = whole(Ckm.SSL3_KEY_AND_MAC_DERIVE);
        byte[] client = CLIENT.copy();
        byte[] server = SERVER.copy();
        assertThat(value(made.clientMacSecret())).isEqualTo(value(secret.clientMacSecret()));
        assertThat(value(made.clientKey())).isEqualTo(md5(value(secret.clientKey()), client, server));
        assertThat(value(made.serverKey())).isEqualTo(md5(value(secret.serverKey()), server, client));
        assertThat(made.clientIv().copy()).isEqualTo(Arrays.copyOf(md5(client, server), 8));
        assertThat(made.serverIv().copy()).isEqualTo(Arrays.copyOf(md5(server, client), 8));
    }

    @Test
    void keysForExportOfTlsAreMadeAgainByItsFunction() {
        TlsParameter.KeyMaterial made = exported(Ckm.TLS_KEY_AND_MAC_DERIVE);
        TlsParameter.KeyMaterial secret = whole(Ckm.TLS_KEY_AND_MAC_DERIVE);
        Bytes randoms = joined(CLIENT, SERVER);
        assertThat(value(made.clientKey())).isEqualTo(tls(value(secret.clientKey()), "client write key", randoms, 16));
        assertThat(value(made.serverKey())).isEqualTo(tls(value(secret.serverKey()), "server write key", randoms, 16));
        byte[] vectors = tls(new byte[1], "IV block", randoms, 16);
        assertThat(made.clientIv().copy()).isEqualTo(Arrays.copyOf(vectors, 8));
        assertThat(made.serverIv().copy()).isEqualTo(Arrays.copyOfRange(vectors, 8, 16));
    }

    @Test
    void theFinishedMacsOfTls10AreThoseOfTlsMac() {
        Key key = workshop.secret(Ckk.GENERIC_SECRET, Cka.SIGN, 1);
        byte[] handshake = Recipes.bytes(36).copy();
        for (int side = 1; side <= 2; side++) {
            long mechanism = side == 1 ? Ckm.TLS10_MAC_SERVER : Ckm.TLS10_MAC_CLIENT;
            assertThat(key.sign(Mechanism.of(mechanism), handshake))
                    .hasSize(12)
                    .isEqualTo(key.sign(
                            Mechanism.of(Ckm.TLS_MAC, new TlsParameter.Mac(Ckm.TLS_PRF, 12, side)), handshake));
        }
    }

    /// The function over one digest is that of TLS 1.2, whose vector is known (IETF TLS working group list, 2009).
    @Test
    void theFunctionOfWtlsIsThatOfTls12() {
        Key key = workshop.session()
                .createKey(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                        Attribute.of(
                                Cka.VALUE,
                                Bytes.hex("9bbe436ba940f017b17652849a71db35").copy()),
                        Attribute.of(Cka.DERIVE, true));
        assertThat(wtls(key, "test label", Bytes.hex("a0ba9f936cda311827a6f796ffd5198c"), Ckm.SHA256, 16))
                .isEqualTo(Bytes.hex("e3f229ba727be17b8d122620557cd453").copy());
    }

    private static byte[] wtls(Key key, String label, Bytes seed, long digest, int length) {
        Parameter told = told(
                Ckm.WTLS_PRF, new WtlsParameter.Prf(digest, seed, Bytes.utf8(label), Recipes.bytes(length, 0)), key);
        return ((WtlsParameter.Prf) told).output().copy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void keysOfWtlsDependOnTheSideAndTheNumberOfTheRecord(String side) {
        long mechanism =
                side.equals("client") ? Ckm.WTLS_CLIENT_KEY_AND_MAC_DERIVE : Ckm.WTLS_SERVER_KEY_AND_MAC_DERIVE;
        Key master = secret(20);
        Parameter told = told(
                mechanism,
                new WtlsParameter.KeyAndMacDerive(
                        Ckm.SHA_1,
                        160,
                        128,
                        64,
                        258,
                        false,
                        WIRELESS,
                        new WtlsParameter.KeyMaterial(0, 0, Recipes.bytes(8, 0))),
                master,
                Attribute.of(Cka.KEY_TYPE, Ckk.AES));
        WtlsParameter.KeyMaterial made = Objects.requireNonNull(((WtlsParameter.KeyAndMacDerive) told).returned());
        byte[] block = wtls(
                master,
                side + " expansion",
                joined(Bytes.of(new byte[] {1, 2}), joined(SERVER, CLIENT)),
                Ckm.SHA_1,
                44);
        assertThat(value(made.macSecret())).isEqualTo(Arrays.copyOf(block, 20));
        assertThat(value(made.key())).isEqualTo(Arrays.copyOfRange(block, 20, 36));
        assertThat(made.iv().copy()).isEqualTo(Arrays.copyOfRange(block, 36, 44));
    }

    @Test
    void aMasterSecretOfWtlsTellsTheVersion() {
        Key base = secret(20);
        byte[] version = {base.bytes(Cka.VALUE)[0]};
        Parameter told = workshop.told(new KeyManagement.DeriveKey(
                workshop.session().handle(),
                Mechanism.of(
                        Ckm.WTLS_MASTER_KEY_DERIVE,
                        new WtlsParameter.MasterKeyDerive(Ckm.SHA_1, WIRELESS, Recipes.bytes(1, 0))),
                base.handle(),
                Template.of(),
                Out.here()));
        assertThat(((WtlsParameter.MasterKeyDerive) told).version().copy()).isEqualTo(version);
    }
}
