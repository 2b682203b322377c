package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.NewPair;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;

/// Key pairs for tests.
record Pairs(TestKey publicKey, TestKey privateKey) {
    static Pairs of(NewPair pair) {
        return new Pairs(new TestKey(pair.publicKey()), new TestKey(pair.privateKey()));
    }

    static Pairs rsa(Mechanisms mechanisms, long bits) {
        return of(mechanisms.generateKeyPair(
                Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN), template(Attribute.of(Cka.MODULUS_BITS, bits)), template()));
    }

    static Pairs curve(Mechanisms mechanisms, long generation, byte[] params) {
        return of(mechanisms.generateKeyPair(
                Mechanism.of(generation), template(Attribute.of(Cka.EC_PARAMS, params)), template()));
    }

    static Pairs ec(Mechanisms mechanisms, String name) {
        return curve(mechanisms, Ckm.EC_KEY_PAIR_GEN, named(name));
    }

    static AttributeMap template(Attribute... attributes) {
        return AttributeMap.of(List.of(attributes));
    }

    /// {@return the DER of a curveName}
    static byte[] named(String name) {
        try {
            return new DERPrintableString(name).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return the DER of an object identifier}
    static byte[] oid(String oid) {
        try {
            return new ASN1ObjectIdentifier(oid).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
