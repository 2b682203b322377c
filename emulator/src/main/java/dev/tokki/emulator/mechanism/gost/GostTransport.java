package dev.tokki.emulator.mechanism.gost;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.GostSet;
import dev.tokki.emulator.mechanism.key.PublicKeyInfo;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cryptopro.Gost2814789EncryptedKey;
import org.bouncycastle.asn1.cryptopro.GostR3410KeyTransport;
import org.bouncycastle.asn1.cryptopro.GostR3410TransportParameters;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// `GostR3410-KeyTransport` of RFC 4490, 4.2: a wrapped key and what its receiver needs.
///
/// @param wrapped the encrypted key and its MAC
/// @param set the parameter set of the cipher
/// @param publicKey the sender's coordinates
/// @param material user key material
record GostTransport(Bytes wrapped, GostSet set, Bytes publicKey, Bytes material) {
    private static final int KEY = 32;
    private static final int MAC = 4;
    private static final int MATERIAL = 8;

    /// {@return the SubjectPublicKeyInfo of a sender with the parameters of a receiver}
    static byte[] publicKey(Crypto crypto, AttributeMap receiver, byte[] coordinates) {
        return PublicKeyInfo.of(
                crypto,
                receiver.with(List.of(Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY), Attribute.of(Cka.VALUE, coordinates))));
    }

    static byte[] encode(byte[] wrapped, GostSet set, byte[] publicKeyInfo, byte[] material) {
        try {
            return new GostR3410KeyTransport(
                            new Gost2814789EncryptedKey(
                                    Arrays.copyOf(wrapped, KEY), Arrays.copyOfRange(wrapped, KEY, KEY + MAC)),
                            new GostR3410TransportParameters(
                                    ASN1ObjectIdentifier.getInstance(set.identifier()),
                                    SubjectPublicKeyInfo.getInstance(publicKeyInfo),
                                    material))
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return what a structure holds; nothing where it is none}
    static Optional<GostTransport> decode(byte[] structure) {
        try {
            GostR3410KeyTransport transport = GostR3410KeyTransport.getInstance(ASN1Primitive.fromByteArray(structure));
            GostR3410TransportParameters parameters = transport.getTransportParameters();
            return parameters == null || parameters.getEphemeralPublicKey() == null || parameters.getUkm() == null
                    ? Optional.empty()
                    : of(transport.getSessionEncryptedKey(), parameters);
        } catch (IOException | RuntimeException e) {
            // Parsers throw whatever junk makes them meet.
            return Optional.empty();
        }
    }

    private static Optional<GostTransport> of(Gost2814789EncryptedKey key, GostR3410TransportParameters parameters)
            throws IOException {
        byte[] encrypted = key.getEncryptedKey();
        byte[] mac = key.getMacKey();
        if (encrypted.length != KEY || mac.length != MAC || parameters.getUkm().length != MATERIAL) {
            return Optional.empty();
        }
        byte[] wrapped = Arrays.copyOf(encrypted, KEY + MAC);
        System.arraycopy(mac, 0, wrapped, KEY, MAC);
        byte[] publicKey = ASN1OctetString.getInstance(
                        parameters.getEphemeralPublicKey().parsePublicKey())
                .getOctets();
        return GostSet.of(parameters.getEncryptionParamSet().getEncoded())
                .map(set ->
                        new GostTransport(Bytes.of(wrapped), set, Bytes.of(publicKey), Bytes.of(parameters.getUkm())));
    }
}
