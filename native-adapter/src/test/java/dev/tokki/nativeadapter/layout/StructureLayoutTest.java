package dev.tokki.nativeadapter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.parameter.Struct;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The layouts derived from the records against those that a C compiler derives from the header.
final class StructureLayoutTest {
    /// What the header has besides parameters and what is described by records: parts of the layout of calls, and an
    /// illustration of HSS.
    private static final Set<String> OTHERS =
            Set.of("CK_ATTRIBUTE", "CK_MECHANISM", "CK_INTERFACE", "CK_DATE", "specifiedParams");

    /// The C compilers asked, in the order of the file's columns.
    private static final List<Abi> COMPILERS = List.of(Abi.LP64, Abi.LLP64, new Abi(4, 8, 8), Abi.ILP32);

    private static final Map<String, List<List<Member>>> HEADER = header();

    static List<Class<?>> structures() {
        return Records.structures();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void everyMemberLiesWhereTheCompilerPutsIt(Class<?> structure) {
        for (String name : structure.getAnnotation(Struct.class).value()) {
            for (int i = 0; i < COMPILERS.size(); i++) {
                StructurePlan<?> plan = new Structures(COMPILERS.get(i)).of(structure);
                assertThat(members(plan))
                        .as("%s on %s", name, COMPILERS.get(i))
                        .isEqualTo(Objects.requireNonNull(HEADER.get(name)).get(i));
            }
        }
    }

    @Test
    void everyStructureOfTheHeaderIsDescribed() {
        Set<String> described = new TreeSet<>(OTHERS);
        for (Class<?> structure : structures()) {
            described.addAll(List.of(structure.getAnnotation(Struct.class).value()));
        }
        assertThat(described).isEqualTo(new TreeSet<>(HEADER.keySet()));
    }

    @Test
    void attributesMechanismsAndInterfacesHaveTheirSizes() {
        for (int i = 0; i < COMPILERS.size(); i++) {
            Abi abi = COMPILERS.get(i);
            assertThat(new AttributeArray(abi).entrySize()).isEqualTo(size("CK_ATTRIBUTE", i));
            assertThat(new InterfaceStruct(abi).size()).isEqualTo(size("CK_INTERFACE", i));
            assertThat(new MechanismShape(abi, new Structures(abi).parameters(), null).size())
                    .isEqualTo(size("CK_MECHANISM", i));
        }
    }

    private static int size(String structure, int compiler) {
        return Objects.requireNonNull(HEADER.get(structure))
                .get(compiler)
                .getLast()
                .offset();
    }

    private static List<Member> members(StructurePlan<?> plan) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < plan.shapes().size(); i++) {
            List<Field> fields = plan.shapes().get(i).fields();
            for (int k = 0; k < fields.size(); k++) {
                members.add(new Member(plan.row().at(i)[k], fields.get(k).size()));
            }
        }
        members.add(new Member(plan.size(), 0));
        return members;
    }

    /// {@return the members of each structure by compiler; the last one is the structure's end}
    private static Map<String, List<List<Member>>> header() {
        Map<String, List<List<Member>>> structures = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(
                StructureLayoutTest.class.getResourceAsStream("structures.csv"), "structures.csv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("structure,"))
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> add(cells, structures));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return structures;
    }

    private static void add(String[] cells, Map<String, List<List<Member>>> structures) {
        List<List<Member>> columns = structures.computeIfAbsent(
                cells[0],
                name -> COMPILERS.stream()
                        .map(compiler -> (List<Member>) new ArrayList<Member>())
                        .toList());
        int[] numbers = Arrays.stream(cells).skip(2).mapToInt(Integer::parseInt).toArray();
        for (int i = 0; i < COMPILERS.size(); i++) {
            columns.get(i).add(new Member(numbers[2 * i], numbers[2 * i + 1]));
        }
    }

    private record Member(int offset, int size) {}
}
