package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.ByteKeyCurve;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Curve;
import dev.tokki.emulator.crypto.EcPrivateKey;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.key.EcParams;
import dev.tokki.emulator.mechanism.key.PublicKeyInfo;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Key pair generation on curves, sections 6.3.9 to 6.3.11.
final class EcGeneration {
    private EcGeneration() {}

    static NewPair weierstrass(
            Crypto crypto,
            Use.PairTemplates templates,
            BiFunction<Curve, Crypto, EcPrivateKey> generation,
            String section) {
        AttributeMap template = template(templates, Ckk.EC, section);
        EcPrivateKey key = generation.apply(EcParams.weierstrass(template), crypto);
        return pair(
                crypto,
                Ckk.EC,
                template,
                EcKeys.inOctetString(key.publicKey().octets()),
                Attribute.of(Cka.VALUE, key.number()));
    }

    static NewPair byteKeys(
            Crypto crypto,
            Use.PairTemplates templates,
            long keyType,
            Function<AttributeMap, ? extends ByteKeyCurve> curves,
            String section) {
        AttributeMap template = template(templates, keyType, section);
        ByteKeyCurve curve = curves.apply(template);
        byte[] secret = curve.generate(crypto.random());
        return pair(crypto, keyType, template, curve.publicKey(secret), Attribute.of(Cka.VALUE, secret));
    }

    /// {@return the public key's template with the type that the mechanism makes}
    private static AttributeMap template(Use.PairTemplates templates, long keyType, String section) {
        Templates.agree(templates.publicKey(), Cko.PUBLIC_KEY, keyType, section);
        Templates.agree(templates.privateKey(), Cko.PRIVATE_KEY, keyType, section);
        if (!templates.publicKey().has(Cka.EC_PARAMS)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    "CKA_EC_PARAMS",
                    "The curve is not given.",
                    section,
                    "Add CKA_EC_PARAMS, the DER of the curve's object identifier, to the public key's template.");
        }
        return templates.publicKey().with(List.of(Attribute.of(Cka.KEY_TYPE, keyType)));
    }

    private static NewPair pair(Crypto crypto, long keyType, AttributeMap template, byte[] point, Attribute value) {
        Attribute params = Attribute.of(Cka.EC_PARAMS, template.bytes(Cka.EC_PARAMS));
        return PublicKeyInfo.withInfo(
                crypto,
                List.of(
                        Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                        Attribute.of(Cka.KEY_TYPE, keyType),
                        params,
                        Attribute.of(Cka.EC_POINT, point)),
                List.of(Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY), Attribute.of(Cka.KEY_TYPE, keyType), params, value));
    }
}
