package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Template;
import java.util.List;

/// `CK_ATTRIBUTE_PTR` and the number of attributes.
record TemplateShape(List<Field> fields, AttributeArray array) implements Shape<Template> {
    TemplateShape(Abi abi) {
        this(List.of(Field.pointer(abi), Field.ulong(abi)), new AttributeArray(abi));
    }

    @Override
    public void give(Template value, Frame frame, int[] at, Room room) {
        frame.memory().ulong(frame.address() + at[1], value.count());
        if (!value.isNull()) {
            frame.memory().pointer(frame.address() + at[0], array.give(value.attributes(), room));
        }
    }

    @Override
    public List<Ahead> ahead(int[] at) {
        return List.of(Ahead.several(at[0], at[1], array.entrySize()));
    }

    @Override
    public Template take(Frame frame, int[] at, Memory memory) {
        long first = frame.memory().pointer(frame.address() + at[0]);
        long count = frame.memory().ulong(frame.address() + at[1]);
        return first == 0 ? Template.nullOf(count) : Template.of(array.take(first, count, memory));
    }
}
