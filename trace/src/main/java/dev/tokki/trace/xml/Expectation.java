package dev.tokki.trace.xml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares what a test case expects with what a module did: what the case leaves open is bound, what the profiles let
/// vary is passed over.
///
/// @param variables take the values of what is open
/// @param differences what else differs, as sentences: "Other variations not explicitly noted in this section SHALL be
///        deemed non-conformant", flags among them
record Expectation(Variables variables, List<String> differences) {
    /// "Variable items" of the profiles, section "Permitted Test Case Variations".
    private static final Set<String> VARYING = Set.of(
            "LibraryDescription",
            "LibraryVersion",
            "ManufacturerID",
            "SlotDescription",
            "HardwareVersion",
            "FirmwareVersion",
            "serialNumber",
            "label",
            "model",
            "utcTime",
            "SlotID",
            "Object",
            "Session",
            "Data",
            "EncryptedData",
            "RandomData");

    /// Of attributes. The modulus is not in the list of the profiles but must be: the private half of the one printed
    /// in
    /// AUTH-M-1-32 is not published. Its signature varies for the same reason.
    private static final Set<String> VARYING_ATTRIBUTES = Set.of(
            "VALUE",
            "PUBLIC_EXPONENT",
            "PRIVATE_EXPONENT",
            "PRIME_1",
            "PRIME_2",
            "EXPONENT_1",
            "EXPONENT_2",
            "COEFFICIENT",
            "PRIME",
            "SUBPRIME",
            "BASE",
            "EC_POINT",
            "UNIQUE_ID",
            "MODULUS");

    private static final Set<String> LISTS = Set.of("SlotList", "MechanismList", "InterfacesList");

    static Expectation with(Variables variables) {
        return new Expectation(variables, new ArrayList<>());
    }

    /// Compares an element that is expected with the one found.
    void compare(Element expected, Element found) {
        compare(expected, found, expected.name());
    }

    private void compare(Element expected, Element found, String path) {
        boolean varies = VARYING.contains(expected.name())
                || expected.name().equals("Signature")
                || expected.attribute("type")
                        .filter(VARYING_ATTRIBUTES::contains)
                        .isPresent();
        Set<String> names = new LinkedHashSet<>(expected.attributes().keySet());
        names.addAll(found.attributes().keySet());
        for (String name : names) {
            attribute(name, expected.attributes(), found.attributes(), path, varies);
        }
        if (LISTS.contains(expected.name())) {
            entries(expected, found, path);
            return;
        }
        if (expected.children().size() != found.children().size()) {
            differences.add(path + " has " + found.children().size() + " entries, not "
                    + expected.children().size());
            return;
        }
        for (int i = 0; i < expected.children().size(); i++) {
            Element child = expected.children().get(i);
            Element other = found.children().get(i);
            if (!child.name().equals(other.name())) {
                differences.add(path + " has " + other.name() + " where " + child.name() + " is expected");
            } else {
                String type = child.attribute("type").map(each -> " " + each).orElse("");
                compare(child, other, path + " " + child.name() + type);
            }
        }
    }

    /// "The number of entries and order of entries in the list … may vary, provided that at least one entry within the
    /// list matches the logical context"; which mechanisms must be there the following calls tell.
    private void entries(Element expected, Element found, String path) {
        for (int i = 0; i < expected.children().size(); i++) {
            String value = expected.children().get(i).attribute("value").orElse("");
            if (!Variables.isVariable(value)) {
                boolean there = found.children().stream()
                        .anyMatch(entry -> entry.attribute("value").orElse("").equals(value));
                if (!there) {
                    differences.add(path + " lacks " + value);
                }
            } else if (i < found.children().size()) {
                variables.bind(value, found.children().get(i).attribute("value").orElse(""));
            } else {
                differences.add(path + " has no entry " + i);
            }
        }
    }

    private void attribute(
            String name, Map<String, String> expected, Map<String, String> found, String path, boolean varies) {
        String wanted = expected.get(name);
        String got = found.get(name);
        if (wanted != null && got != null && Variables.isVariable(wanted)) {
            variables.bind(wanted, got);
        } else if (!varies && (wanted == null || got == null || !same(wanted, got))) {
            differences.add(path + " has " + name + "=\"" + got + "\", not \"" + wanted + "\"");
        }
    }

    private static boolean same(String wanted, String got) {
        return wanted.equals(got) || words(wanted).equals(words(got));
    }

    private static Set<String> words(String flags) {
        return Set.copyOf(List.of(flags.split("[ |]+")));
    }
}
