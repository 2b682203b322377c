package dev.tokki.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.emulator.Emulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A token of this JVM behind its own PKCS#11 provider: key store, life cycle, TLS.
class NativeTokenTest {
    private static final byte[] DATA = "attack at dawn".getBytes(UTF_8);

    @AutoClose
    private final NativeToken token = NativeToken.inMemory();

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void aKeyPutIntoTheStoreIsThereWhenTheStoreIsLoadedAnew(String algorithm) throws Exception {
        KeyPair pair = pair(algorithm);
        X509Certificate certificate = SelfSigned.of(pair, token.provider());
        token.keyStore().setKeyEntry("server", pair.getPrivate(), null, new Certificate[] {certificate});

        KeyStore again = token.keyStore();
        assertThat(again.size()).isEqualTo(1);
        assertThat(again.isKeyEntry("server")).isTrue();
        assertThat(again.getCertificate("server")).isEqualTo(certificate);
        PrivateKey key = (PrivateKey) again.getKey("server", null);
        assertThat(key.getEncoded()).as("the key stays in the token").isNull();
        String signing = "SHA256with" + (algorithm.equals("EC") ? "ECDSA" : "RSA");
        Signature ofToken = Signature.getInstance(signing, token.provider());
        ofToken.initSign(key);
        ofToken.update(DATA);
        Signature verifying = Signature.getInstance(signing);
        verifying.initVerify(certificate);
        verifying.update(DATA);
        assertThat(verifying.verify(ofToken.sign())).isTrue();

        again.deleteEntry("server");
        assertThat(token.keyStore().size()).isZero();
    }

    @Test
    void twoTokensKnowNothingOfEachOther() throws Exception {
        try (NativeToken other = NativeToken.inMemory()) {
            KeyPair pair = pair("EC");
            Certificate[] chain = {SelfSigned.of(pair, token.provider())};
            token.keyStore().setKeyEntry("mine", pair.getPrivate(), null, chain);
            assertThat(token.keyStore().size()).isEqualTo(1);
            assertThat(other.keyStore().size()).isZero();
            assertThat(other.provider().getName()).isNotEqualTo(token.provider().getName());
        }
    }

    @Test
    void anEmulatorOfTheCallersKeepsItsObjectsAndStaysOpen() throws Exception {
        try (Emulator emulator = Emulator.inMemory("mine", "12345678", "7391")) {
            try (NativeToken first = NativeToken.of(emulator, "7391")) {
                KeyPair pair =
                        KeyPairGenerator.getInstance("EC", first.provider()).generateKeyPair();
                Certificate[] chain = {SelfSigned.of(pair, first.provider())};
                first.keyStore().setKeyEntry("kept", pair.getPrivate(), null, chain);
            }
            try (NativeToken second = NativeToken.of(emulator, "7391")) {
                assertThat(second.keyStore().isKeyEntry("kept")).isTrue();
            }
        }
    }

    @Test
    void aWrongPinIsRefused() {
        try (Emulator emulator = Emulator.inMemory("mine", "12345678", "7391")) {
            assertThatThrownBy(() -> NativeToken.of(emulator, "1937"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasRootCauseMessage("CKR_PIN_INCORRECT")
                    .message()
                    .doesNotContain("1937");
        }
    }

    @Test
    void whatIsUsedAfterTheEndFailsAndLeavesTheProcessAlive() throws Exception {
        NativeToken ended = NativeToken.inMemory();
        Security.addProvider(ended.provider());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", ended.provider());
        ended.close();
        assertThat(ended.module()).doesNotExist();
        assertThat(Security.getProvider(ended.provider().getName())).isNull();
        assertThatThrownBy(generator::generateKeyPair)
                .isInstanceOf(ProviderException.class)
                .hasRootCauseMessage("CKR_DEVICE_REMOVED");
    }

    /// A virtual thread that waits in native code keeps its carrier: whoever answers must not need one.
    @Test
    void virtualThreadsMaySignAllAtOnce() throws Exception {
        KeyPair pair = pair("EC");
        List<Future<byte[]>> signatures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 32; i++) {
                signatures.add(threads.submit(() -> {
                    Signature signature = Signature.getInstance("SHA256withECDSA", token.provider());
                    signature.initSign(pair.getPrivate());
                    signature.update(DATA);
                    return signature.sign();
                }));
            }
        }
        for (Future<byte[]> signature : signatures) {
            Signature verifying = Signature.getInstance("SHA256withECDSA");
            verifying.initVerify(pair.getPublic());
            verifying.update(DATA);
            assertThat(verifying.verify(signature.get())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void aTlsServerHasItsKeyInTheToken(String algorithm) throws Exception {
        Security.addProvider(token.provider());
        KeyPair pair = pair(algorithm);
        X509Certificate certificate = SelfSigned.of(pair, token.provider());
        KeyStore keys = token.keyStore();
        keys.setKeyEntry("server", pair.getPrivate(), null, new Certificate[] {certificate});

        try (SSLServerSocket listening = (SSLServerSocket) server(keys)
                        .getServerSocketFactory()
                        .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> echo = threads.submit(() -> echo(listening));
            SSLContext trusting = client(certificate);
            try (SSLSocket socket = (SSLSocket)
                    trusting.getSocketFactory().createSocket(listening.getInetAddress(), listening.getLocalPort())) {
                socket.getOutputStream().write(DATA);
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).isEqualTo(DATA);
                SSLSession session = socket.getSession();
                assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
                assertThat(session.getPeerCertificates()).containsExactly(certificate);
            }
            echo.get();
        }
    }

    private KeyPair pair(String algorithm) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(algorithm, token.provider()).generateKeyPair();
    }

    private static SSLContext server(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, null);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext client(X509Certificate trusted) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", trusted);
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static boolean echo(SSLServerSocket listening) throws IOException {
        try (SSLSocket socket = (SSLSocket) listening.accept();
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            in.transferTo(out);
            return true;
        }
    }
}
