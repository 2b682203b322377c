package dev.tokki.cli.use;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.cli.HexText;
import dev.tokki.cli.Usage;
import dev.tokki.cli.object.AttributeArgument;
import dev.tokki.cli.object.Defaults;
import dev.tokki.cli.object.ObjectKind;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what a new key is to be, beside its type.
final class NewKey {
    /// A word for a use, and the attributes it stands for on each half of a key pair.
    private static final Map<String, Set<Long>> USES = Map.of(
            "sign", Set.of(Cka.SIGN, Cka.VERIFY),
            "recover", Set.of(Cka.SIGN_RECOVER, Cka.VERIFY_RECOVER),
            "encrypt", Set.of(Cka.ENCRYPT, Cka.DECRYPT),
            "wrap", Set.of(Cka.WRAP, Cka.UNWRAP),
            "derive", Set.of(Cka.DERIVE));

    private static final Set<Long> PUBLIC = Set.of(Cka.VERIFY, Cka.VERIFY_RECOVER, Cka.ENCRYPT, Cka.WRAP);
    private static final Set<Long> PRIVATE = Set.of(Cka.SIGN, Cka.SIGN_RECOVER, Cka.DECRYPT, Cka.UNWRAP, Cka.DERIVE);

    private static final int RANDOM_ID = 8;

    @Option(names = "--label", paramLabel = "LABEL", description = "Its label.")
    private @Nullable String label;

    @Option(names = "--id", paramLabel = "HEX", description = "Its CKA_ID. Default: random.")
    private @Nullable String id;

    @Option(
            names = "--use",
            paramLabel = "USE",
            split = ",",
            description = "What it is for: sign, encrypt, wrap, derive, recover; each word means both halves of a pair."
                    + " Default: all that its type is for.")
    private List<String> uses = List.of();

    @Option(names = "--extractable", description = "It may leave the token wrapped.")
    private boolean extractable;

    @Option(names = "--session", description = "It is gone when the command ends: to try things out.")
    private boolean session;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A further attribute of the secret or private key; may be given several times.")
    private List<String> further = List.of();

    private byte @Nullable [] chosenId;

    /// {@return its id in hexadecimal}
    String id() {
        return HexText.of(idBytes());
    }

    /// {@return its label, or its id where it has none}
    String name() {
        return label == null ? "id:" + id() : label;
    }

    /// {@return the template of the new object}
    ///
    /// @param kind its class
    /// @param made what makes it the key it is
    Attribute[] template(ObjectKind kind, List<Attribute> made) {
        return list(kind, made).toArray(Attribute[]::new);
    }

    /// {@return the template of the new object}
    List<Attribute> list(ObjectKind kind, List<Attribute> made) {
        List<Attribute> more = new ArrayList<>(Defaults.of(kind, made));
        if (!uses.isEmpty()) {
            more.removeIf(attribute -> PUBLIC.contains(attribute.type()) || PRIVATE.contains(attribute.type()));
            uses.forEach(use -> more.addAll(flags(use, kind)));
        }
        if (session) {
            more.add(Attribute.of(Cka.TOKEN, false));
        }
        if (label != null) {
            more.add(Attribute.of(Cka.LABEL, label));
        }
        more.add(Attribute.of(Cka.ID, idBytes()));
        if (kind != ObjectKind.PUBLIC) {
            if (extractable) {
                more.add(Attribute.of(Cka.EXTRACTABLE, true));
            }
            further.stream().map(AttributeArgument::of).forEach(more::add);
        }
        return Defaults.merged(made, more.stream());
    }

    private static List<Attribute> flags(String use, ObjectKind kind) {
        Set<Long> both = USES.get(use.strip().toLowerCase(Locale.ROOT));
        if (both == null) {
            throw new Usage("\"" + use + "\" is no use of a key; these are: sign, encrypt, wrap, derive, recover");
        }
        return both.stream()
                .filter(flag -> switch (kind) {
                    case PUBLIC -> PUBLIC.contains(flag);
                    case PRIVATE -> PRIVATE.contains(flag);
                    case SECRET -> true;
                    case CERT, DATA -> false;
                })
                .map(flag -> Attribute.of(flag, true))
                .toList();
    }

    private byte[] idBytes() {
        byte[] chosen = chosenId;
        if (chosen == null) {
            if (id == null) {
                chosen = new byte[RANDOM_ID];
                new SecureRandom().nextBytes(chosen);
            } else {
                chosen = HexText.bytes(id, "the id");
            }
            chosenId = chosen;
        }
        return chosen;
    }
}
