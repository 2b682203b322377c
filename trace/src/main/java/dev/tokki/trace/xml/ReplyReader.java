package dev.tokki.trace.xml;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Bytes;
import dev.tokki.api.Encapsulation;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.constant.Names;
import dev.tokki.api.shape.Shapes;
import dev.tokki.trace.json.MalformedTranscriptException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the reply that an element describes.
///
/// @param call the call it answers
/// @param reader reads what calls have too
record ReplyReader(Call<?> call, CallReader reader) {
    Reply<?> read(Element element) {
        String rv = element.attribute("rv")
                .orElseThrow(() -> new MalformedTranscriptException("<" + element.name() + "> without a return value"));
        Object value = element.children().isEmpty() ? null : value(element);
        return new Reply<>(new Rv(Scalars.number(rv, Names.CKR)), value, null, null);
    }

    private @Nullable Object value(Element element) {
        Class<?> type = Shapes.raw(Shapes.result(call));
        Element first = element.children().get(0);
        if (type == Long.class) {
            return number(first);
        } else if (type == Output.class) {
            return output(first);
        } else if (type == Bytes.class) {
            return reader.bytes(first, "");
        } else if (type == ULongs.class) {
            return list(first);
        } else if (type == KeyPair.class) {
            return new KeyPair(number(child(element, "PublicKey")), number(child(element, "PrivateKey")));
        } else if (type == Encapsulation.class) {
            return new Encapsulation(output(first), number(child(element, "Key")));
        } else if (type == List.class) {
            return Attributes.readReplies(first);
        }
        // What is not told in full, callbacks and function tables, is left out.
        return type.isRecord()
                        && type != AsyncData.class
                        && type.getPackageName().equals(Output.class.getPackageName())
                ? reader.structure(type, first, first.name())
                : null;
    }

    private static Element child(Element element, String name) {
        return element.child(name)
                .orElseThrow(() -> new MalformedTranscriptException("<" + element.name() + "> lacks " + name));
    }

    private static long number(Element element) {
        return element.attribute("value")
                .map(text -> Scalars.number(text, Names.CK))
                .orElseThrow(() -> new MalformedTranscriptException("<" + element.name() + "> without a value"));
    }

    private Output output(Element element) {
        Optional<Long> length = element.attribute("length").map(text -> Scalars.number(text, Names.CK));
        if (element.attribute("value").isEmpty() && length.isPresent()) {
            return Output.length(length.get());
        }
        Bytes bytes = reader.bytes(element, "");
        return new Output(bytes.length(), bytes);
    }

    private ULongs list(Element element) {
        Optional<Long> length = element.attribute("length").map(text -> Scalars.number(text, Names.CK));
        if (length.isPresent()) {
            return ULongs.count(length.get());
        }
        Names names = call instanceof GetMechanismList ? Names.CKM : Names.CK;
        List<Long> values = element.children().stream()
                .map(each -> Scalars.number(each.attribute("value").orElse("0"), names))
                .toList();
        return new ULongs(values.size(), values);
    }
}
