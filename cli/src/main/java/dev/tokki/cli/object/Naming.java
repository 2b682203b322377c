package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.cli.HexText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what is to be different about imported objects: label, id, any attribute.
public final class Naming {
    @Option(names = "--label", paramLabel = "LABEL", description = "Its label.")
    private @Nullable String label;

    @Option(names = "--id", paramLabel = "HEX", description = "Its CKA_ID.")
    private @Nullable String id;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A further attribute; may be given several times.")
    private List<String> further = List.of();

    /// {@return the label that was given, or another}
    public String labelOr(String other) {
        return label == null ? other : label;
    }

    /// {@return the template that makes an object: what nobody says is as [Defaults] have it}
    public Attribute[] template(Imported imported) {
        return template(imported, further());
    }

    /// {@return the templates that make the objects of one file; what is said further is said of those that can have
    /// it}
    public List<List<Attribute>> templates(List<Imported> all) {
        List<Attribute> said = further();
        return all.stream()
                .map(imported -> List.of(template(imported, Bearers.fitting(imported.kind(), said))))
                .toList();
    }

    private Attribute[] template(Imported imported, List<Attribute> furtherOnes) {
        List<Attribute> said = new ArrayList<>(imported.attributes());
        if (label != null) {
            said.add(Attribute.of(Cka.LABEL, label));
        }
        if (id != null) {
            said.add(Attribute.of(Cka.ID, HexText.bytes(id, "the id")));
        }
        said.addAll(furtherOnes);
        return Defaults.merged(Defaults.of(imported.kind(), imported.attributes()), said.stream())
                .toArray(Attribute[]::new);
    }

    private List<Attribute> further() {
        return further.stream().map(AttributeArgument::of).toList();
    }
}
