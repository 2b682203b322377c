package dev.tokki.emulator.crypto;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which of the sources may compute; who comes first is [Preference]'s to decide.
public enum Selection {
    /// Whatever is fastest of all there are.
    FASTEST("fastest", EnumSet.allOf(Source.class)),
    /// Pure Java: the JDK, and Bouncy Castle for what it lacks or does slower.
    PURE_JAVA("pure-java", EnumSet.of(Source.JDK, Source.BOUNCY_CASTLE, Source.LIGHTWEIGHT)),
    /// Bouncy Castle alone.
    BOUNCY_CASTLE("bouncy-castle", EnumSet.of(Source.BOUNCY_CASTLE, Source.LIGHTWEIGHT));

    /// The system property that says which selection engines use that are told nothing else.
    public static final String PROPERTY = "tokki.crypto";

    private final String label;
    private final Set<Source> sources;

    Selection(String label, Set<Source> sources) {
        this.label = label;
        this.sources = sources;
    }

    /// {@return the name, as people write it}
    public String label() {
        return label;
    }

    Set<Source> sources() {
        return sources;
    }

    /// {@return the selection of a name}
    public static Optional<Selection> find(String label) {
        return Arrays.stream(values())
                .filter(selection -> selection.label.equals(label))
                .findFirst();
    }

    /// {@return the selection that the system property [#PROPERTY] names; the fastest if it is not set}
    ///
    /// @throws IllegalArgumentException if it names none
    public static Selection usual() {
        String label = System.getProperty(PROPERTY, FASTEST.label);
        return find(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the system property " + PROPERTY + " is \"" + label + "\", and there are " + labels()));
    }

    /// {@return all names, for sentences}
    public static String labels() {
        return Arrays.stream(values()).map(Selection::label).collect(Collectors.joining(", "));
    }
}
