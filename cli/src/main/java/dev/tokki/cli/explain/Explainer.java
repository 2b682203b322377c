package dev.tokki.cli.explain;

import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import dev.tokki.cli.explain.Query.Meaning;
import java.util.List;
import java.util.Set;

/// Makes cards.
final class Explainer {
    private static final Set<Long> KEYS =
            Set.of(Cko.PUBLIC_KEY, Cko.PRIVATE_KEY, Cko.SECRET_KEY, Cko.OTP_KEY, Cko.DOMAIN_PARAMETERS);

    private final ReturnValueCards returnValues = new ReturnValueCards();
    private final FunctionCards functions = new FunctionCards();
    private final FlagCards flags = new FlagCards();
    private final AttributeCards attributes = new AttributeCards();
    private final ObjectCards objects = new ObjectCards();
    private final Texts others = Texts.of("constants");
    private final MechanismCards mechanisms = new MechanismCards();

    /// {@return the explanation of something}
    Card card(Meaning meaning) {
        return switch (meaning) {
            case Meaning.OfFunction(var function) -> functions.card(function);
            case Meaning.Constant(var prefix, String name, long value) -> constant(prefix, name, value);
        };
    }

    private Card constant(Names prefix, String name, long value) {
        return switch (prefix) {
            case CKR -> returnValues.card(name, value);
            case CKF -> flags.card(name, value);
            case CKA -> attributes.card(name, canonical(prefix, name, value), value);
            case CKM -> mechanisms.card(name, canonical(prefix, name, value), value);
            case CKO -> objects.ofClass(name, value);
            case CKK -> objects.ofType(name, value, "key type", KEYS);
            case CKC -> objects.ofType(name, value, "certificate type", Set.of(Cko.CERTIFICATE));
            case CKH -> objects.ofType(name, value, "hardware feature type or kind of signing", Set.of(Cko.HW_FEATURE));
            case CKU -> plain("user type", name, value);
            case CKS -> plain("session state or validation state", name, value);
            case CKN -> plain("notification", name, value);
            case CKD -> plain("key derivation function", name, value);
            case CKG -> plain("mask or vector generation function", name, value);
            case CKP -> plain("profile, parameter set or pseudo-random function", name, value);
            case CKT -> plain("trust", name, value);
            case CKV -> plain("validation type or authority", name, value);
            case CKZ -> plain("source of a value", name, value);
            case CK -> plain("constant", name, value);
        };
    }

    private Card plain(String kind, String name, long value) {
        String[] text = others.get(name).split("\\|", 2);
        boolean known = text.length == 2;
        return new Card(name, Hex.of(value), kind, known ? text[0] : "", known ? text[1] : "", List.of());
    }

    /// The name that our tables use.
    private static String canonical(Names prefix, String name, long value) {
        return prefix.value(name).isEmpty() ? name : prefix.of(value);
    }
}
