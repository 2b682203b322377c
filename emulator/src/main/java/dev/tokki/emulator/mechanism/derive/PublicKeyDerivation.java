package dev.tokki.emulator.mechanism.derive;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.PublicHalf;
import dev.tokki.emulator.mechanism.key.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The public key of a private key, section 6.29.8. The private key need not have `CKA_DERIVE`.
final class PublicKeyDerivation {
    private static final String SECTION = "6.29.8";
    private static final KeySize ANY = new KeySize(0, 0, KeySize.Unit.FIXED);

    /// What the public key takes from the private key where its template says nothing: attribute and source.
    private static final Map<Long, Long> COPIED = copied();

    private PublicKeyDerivation() {}

    static Declaration<?> declaration() {
        return Declaration.of(
                        Ckm.PUB_KEY_FROM_PRIV_KEY,
                        SECTION,
                        KeyRule.pair(ANY, PublicHalf.types()),
                        ParameterRule.none(SECTION))
                .can(Use.DERIVE, (crypto, none, input) -> derive(input));
    }

    private static List<Attribute> derive(Use.Derivation input) {
        AttributeMap key = input.baseKey().attributes();
        Templates.agree(input.template(), Cko.PUBLIC_KEY, key.ulong(Cka.KEY_TYPE, -1), SECTION);
        List<Attribute> made = new ArrayList<>(PublicHalf.of(key));
        COPIED.forEach((attribute, source) -> key.find(source)
                .filter(value -> !input.template().has(attribute))
                .ifPresent(value -> made.add(new Attribute(attribute, value))));
        return List.copyOf(made);
    }

    private static Map<Long, Long> copied() {
        Map<Long, Long> copied = new LinkedHashMap<>();
        copied.put(Cka.ENCRYPT, Cka.DECRYPT);
        copied.put(Cka.VERIFY, Cka.SIGN);
        copied.put(Cka.VERIFY_RECOVER, Cka.SIGN_RECOVER);
        copied.put(Cka.WRAP, Cka.UNWRAP);
        copied.put(Cka.ENCAPSULATE, Cka.DECAPSULATE);
        for (long same : new long[] {
            Cka.DERIVE,
            Cka.ID,
            Cka.START_DATE,
            Cka.END_DATE,
            Cka.SUBJECT,
            Cka.PUBLIC_KEY_INFO,
            Cka.KEY_GEN_MECHANISM,
            Cka.ALLOWED_MECHANISMS
        }) {
            copied.put(same, same);
        }
        return copied;
    }
}
