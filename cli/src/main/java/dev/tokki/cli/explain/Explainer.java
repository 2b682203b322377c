package dev.tokki.cli.explain;

import dev.tokki.api.constant.Names;
import dev.tokki.cli.explain.Query.Meaning;
import java.util.List;

/// Makes cards.
final class Explainer {
    private final ReturnValueCards returnValues = new ReturnValueCards();
    private final FunctionCards functions = new FunctionCards();
    private final FlagCards flags = new FlagCards();

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
            case CKF -> flags.card(name, prefix.value(name).isPresent() ? canonical(prefix, name, value) : name, value);
            case CK, CKA, CKC, CKD, CKG, CKH, CKK, CKM, CKN, CKO, CKP, CKS, CKT, CKU, CKV, CKZ ->
                new Card(name, Hex.of(value), "constant", "", "", List.of());
        };
    }

    private static String canonical(Names prefix, String name, long value) {
        return prefix.all(value).contains(name) ? name : prefix.of(value);
    }
}
