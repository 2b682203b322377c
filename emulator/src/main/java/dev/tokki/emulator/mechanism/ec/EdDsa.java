package dev.tokki.emulator.mechanism.ec;

import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.EdwardsCurve;
import dev.tokki.emulator.crypto.EdwardsCurve.Signing;
import dev.tokki.emulator.crypto.EdwardsCurve.Verifying;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import java.io.ByteArrayOutputStream;

/// EdDSA, section 6.3.14.
final class EdDsa {
    private static final String SECTION = "6.3.14";

    /// A private key ready to sign.
    private record Private(EdwardsCurve curve, Signing signing) {}

    /// A public key ready to verify.
    private record Public(EdwardsCurve curve, Verifying verifying) {}

    private EdDsa() {}

    static Signer sign(Crypto crypto, EdDsaParameter parameter, KeyView key) {
        Private ready = key.prepared(Private.class, attributes -> {
            EdwardsCurve curve = EcKeys.edwards(attributes);
            return new Private(curve, curve.signing(crypto, EcKeys.privateBytes(curve, attributes)));
        });
        return new CollectingSigner(new WholeSigner(
                ready.curve().signatureLength(),
                data -> ready.signing()
                        .sign(parameter.scheme(), parameter.context().array(), data)));
    }

    static Verifier verify(Crypto crypto, EdDsaParameter parameter, KeyView key) {
        Public ready = key.prepared(Public.class, attributes -> {
            EdwardsCurve curve = EcKeys.edwards(attributes);
            return new Public(curve, EcKeys.verifying(crypto, curve, attributes));
        });
        return new CollectingVerifier(new WholeVerifier((data, signature) -> {
            Signatures.checkLength(signature, ready.curve().signatureLength(), SECTION);
            if (!ready.verifying()
                    .verify(parameter.scheme(), parameter.context().array(), data, signature)) {
                throw Signatures.invalid(SECTION);
            }
        }));
    }

    /// Collects the data: EdDSA goes through them twice.
    private record CollectingSigner(ByteArrayOutputStream collected, Signer signer) implements Signer {
        CollectingSigner(Signer signer) {
            this(new ByteArrayOutputStream(), signer);
        }

        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public long length() {
            return signer.length();
        }

        @Override
        public void update(byte[] data) {
            collected.writeBytes(data);
        }

        @Override
        public byte[] finish(byte[] data) {
            return signer.finish(all(collected, data));
        }
    }

    private record CollectingVerifier(ByteArrayOutputStream collected, Verifier verifier) implements Verifier {
        CollectingVerifier(Verifier verifier) {
            this(new ByteArrayOutputStream(), verifier);
        }

        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public void update(byte[] data) {
            collected.writeBytes(data);
        }

        @Override
        public void finish(byte[] data, byte[] signature) {
            verifier.finish(all(collected, data), signature);
        }
    }

    private static byte[] all(ByteArrayOutputStream collected, byte[] rest) {
        if (collected.size() == 0) {
            return rest;
        }
        collected.writeBytes(rest);
        return collected.toByteArray();
    }
}
