package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Key;
import dev.tokki.emulator.mechanism.key.EcKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The keys of known answers, imported by C_CreateObject: `CKK_AES 0011…` is a secret key; of a public or private key
/// each attribute is told, `CKK_RSA MODULUS=… PUBLIC_EXPONENT=…`. `EC_PARAMS=@secp256r1` is a curve by its name,
/// `EC_POINT=&04…` a point in an OCTET STRING.
final class KnownKeys {
    private static final Mechanism HALF = Mechanism.of(Ckm.PUB_KEY_FROM_PRIV_KEY);

    /// Keys whose length is told where they are made.
    private static final Set<Long> MEASURED = Set.of(Ckk.GENERIC_SECRET, Ckk.RC2, Ckk.RC4);

    private final Workshop workshop;
    private final Vector vector;

    KnownKeys(Workshop workshop, Vector vector) {
        this.workshop = workshop;
        this.vector = vector;
    }

    /// {@return a key allowed some uses}
    ///
    /// A public key that is not told is made of the private one.
    ///
    /// @param name the line of the vector that tells it: `key`, `public` or `private`, with a number a further one
    Key key(String name, long... uses) {
        if (name.equals("public") && !vector.has(name)) {
            return key("private", uses.length == 0 ? uses : new long[] {Cka.SIGN})
                    .derive(HALF);
        }
        List<Attribute> template = new ArrayList<>(template(name));
        for (long use : uses) {
            template.add(Attribute.of(use, true));
        }
        return workshop.session().createKey(template.toArray(Attribute[]::new));
    }

    private List<Attribute> template(String name) {
        String[] parts = vector.get(name).split(" ");
        long type = ParameterText.constant(parts[0]);
        List<Attribute> template = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, objectClass(name)),
                Attribute.of(Cka.KEY_TYPE, type),
                Attribute.of(Cka.TOKEN, false)));
        if (!name.startsWith("public")) {
            template.add(Attribute.of(Cka.SENSITIVE, false));
            template.add(Attribute.of(Cka.EXTRACTABLE, true));
        }
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            int equals = part.indexOf('=');
            template.add(
                    equals < 0
                            ? attribute("VALUE", part)
                            : attribute(part.substring(0, equals), part.substring(equals + 1)));
        }
        if (parts.length == 1) {
            template.add(Attribute.of(Cka.VALUE, new byte[0]));
        }
        return template;
    }

    private static long objectClass(String name) {
        if (name.startsWith("public")) {
            return Cko.PUBLIC_KEY;
        }
        return name.startsWith("private") ? Cko.PRIVATE_KEY : Cko.SECRET_KEY;
    }

    private static Attribute attribute(String name, String value) {
        long type = Names.CKA.value(name).orElseThrow();
        if (value.startsWith("@")) {
            return Attribute.of(type, Pairs.named(value.substring(1)));
        }
        if (value.startsWith("&")) {
            return Attribute.of(type, EcKeys.inOctetString(Vector.bytesOf(value.substring(1))));
        }
        if (AttributeKind.of(type) == AttributeKind.BOOL) {
            return Attribute.of(type, Boolean.parseBoolean(value));
        }
        if (AttributeKind.of(type) == AttributeKind.ULONG) {
            return Attribute.of(type, ParameterText.number(value));
        }
        return new Attribute(type, Value.of(Vector.bytesOf(value)));
    }

    /// {@return what a new secret key of a known length shall be}
    static Attribute[] secretTemplate(Vector vector, int length) {
        List<Attribute> template = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.SENSITIVE, false),
                Attribute.of(Cka.EXTRACTABLE, true)));
        long type = ParameterText.constant(vector.text("newType", "CKK_GENERIC_SECRET"));
        template.add(Attribute.of(Cka.KEY_TYPE, type));
        if (MEASURED.contains(type) && !vector.has("fixedLength")) {
            template.add(Attribute.of(Cka.VALUE_LEN, (long) length));
        }
        return template.toArray(Attribute[]::new);
    }
}
