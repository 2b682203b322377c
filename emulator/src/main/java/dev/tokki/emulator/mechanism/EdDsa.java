package dev.tokki.emulator.mechanism;

import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.EdwardsCurve;
import dev.tokki.emulator.crypto.EdwardsCurve.Signing;
import dev.tokki.emulator.crypto.EdwardsCurve.Verifying;
import java.io.ByteArrayOutputStream;

/// EdDSA, section 6.3.14.
final class EdDsa {
    private static final String SECTION = "6.3.14";

    /// A private key ready to sign.
    private record Private(EdwardsCurve curve, Signing signing) {}

    /// A public key ready to verify.
    private record Public(EdwardsCurve curve, Verifying verifying) {}

    private EdDsa() {}

    static Signer sign(EdDsaParameter parameter, KeyView key) {
        Private ready = key.prepared(Private.class, attributes -> {
            EdwardsCurve curve = EcKeys.edwards(attributes);
            return new Private(curve, curve.signing(EcKeys.privateBytes(curve, attributes)));
        });
        return new CollectingSigner(new WholeSigner(
                ready.curve().signatureLength(),
                data -> ready.signing()
                        .sign(parameter.scheme(), parameter.context().array(), data)));
    }

    static Verifier verify(EdDsaParameter parameter, KeyView key) {
        Public ready = key.prepared(Public.class, attributes -> {
            EdwardsCurve curve = EcKeys.edwards(attributes);
            return new Public(curve, verifying(curve, attributes));
        });
        return new CollectingVerifier(new WholeVerifier((data, signature) -> {
            Signatures.checkLength(signature, ready.curve().signatureLength(), SECTION);
            if (!ready.verifying()
                    .verify(parameter.scheme(), parameter.context().array(), data, signature)) {
                throw Signatures.invalid(SECTION);
            }
        }));
    }

    /// {@return a public key made ready}
    static Verifying verifying(EdwardsCurve curve, AttributeMap key) {
        return curve.verifying(EcKeys.publicBytes(curve, key))
                .orElseThrow(() -> EcKeys.invalidPoint(
                        "It is no point of the curve " + curve.curveName() + ", or one of small order.", "6.3.5"));
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
