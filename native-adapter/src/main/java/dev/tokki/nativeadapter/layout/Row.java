package dev.tokki.nativeadapter.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which component of a record lies where: the offsets of a structure's members, or of a call's words.
final class Row {
    private final String name;
    private final int[][] offsets;
    private final int size;
    private final int alignment;
    private final Map<String, Integer> byName = new HashMap<>();

    private Row(String name, List<String> components, List<int[]> offsets, int size, int alignment) {
        this.name = name;
        this.offsets = offsets.toArray(int[][]::new);
        this.size = size;
        this.alignment = alignment;
        for (int i = 0; i < components.size(); i++) {
            byName.put(components.get(i), this.offsets[i][0]);
        }
    }

    /// {@return the members of a structure, with the padding that a C compiler puts between and after them}
    static Row structure(String name, Abi abi, List<String> components, List<? extends Shape<?>> shapes) {
        List<int[]> offsets = new ArrayList<>();
        long end = 0;
        int strictest = 1;
        for (Shape<?> shape : shapes) {
            List<Field> fields = shape.fields();
            int[] at = new int[fields.size()];
            for (int i = 0; i < at.length; i++) {
                Field field = fields.get(i);
                at[i] = (int) abi.align(end, field.alignment());
                end = (long) at[i] + field.size();
                strictest = Math.max(strictest, field.alignment());
            }
            offsets.add(at);
        }
        return new Row(name, components, offsets, (int) abi.align(end, strictest), strictest);
    }

    /// {@return the arguments of a call, one machine word each}
    static Row words(String name, List<String> components, List<? extends Shape<?>> shapes) {
        List<int[]> offsets = new ArrayList<>();
        int words = 0;
        for (Shape<?> shape : shapes) {
            int[] at = new int[shape.fields().size()];
            for (int i = 0; i < at.length; i++) {
                at[i] = Abi.WORD * words++;
            }
            offsets.add(at);
        }
        return new Row(name, components, offsets, Abi.WORD * words, Abi.WORD);
    }

    /// {@return the offsets of the fields of the component with that index}
    int[] at(int component) {
        return offsets[component];
    }

    /// {@return the offset of a component's first field, or -1 if there is no such component}
    int offsetOf(String component) {
        return byName.getOrDefault(component, -1);
    }

    /// {@return the size in bytes, padding included}
    int size() {
        return size;
    }

    /// {@return the strictest alignment of a member}
    int alignment() {
        return alignment;
    }

    @Override
    public String toString() {
        return name;
    }
}
