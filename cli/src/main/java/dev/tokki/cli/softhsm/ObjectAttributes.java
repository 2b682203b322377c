package dev.tokki.cli.softhsm;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.cli.Usage;
import dev.tokki.cli.softhsm.ObjectFile.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An object of SoftHSM in the specification's terms. SoftHSM writes every attribute that an object may have, also
/// those
/// nobody gave a value; empty bytes, templates and lists stand for these and are left out.
final class ObjectAttributes {
    private final Path file;
    private final ObjectFile object;
    private final TokenKey key;
    private final boolean encrypted;

    ObjectAttributes(Path file, TokenKey key) {
        this.file = file;
        this.object = ObjectFile.read(file);
        this.key = key;
        this.encrypted = object.is(Cka.PRIVATE);
    }

    /// {@return its attributes}
    ///
    /// @throws Usage if they cannot be decrypted
    List<Attribute> all() {
        return attributes(object.entries(), encrypted);
    }

    /// @param sealed whether bytes are encrypted; inside templates they never are
    private List<Attribute> attributes(Map<Long, Entry> entries, boolean sealed) {
        List<Attribute> attributes = new ArrayList<>();
        entries.forEach(
                (type, entry) -> value(entry, sealed).ifPresent(value -> attributes.add(new Attribute(type, value))));
        return attributes;
    }

    private Optional<Value> value(Entry entry, boolean sealed) {
        return switch (entry) {
            case Entry.Bool(boolean value) -> Optional.of(Value.of(value));
            case Entry.Number(long value) -> Optional.of(Value.of(value));
            case Entry.Octets(Bytes value) ->
                value.length() == 0
                        ? Optional.empty()
                        : Optional.of(Value.of(sealed ? plain(value.array()) : value.array()));
            case Entry.Numbers(List<Long> values) ->
                values.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Value.ofULongs(
                                values.stream().mapToLong(Long::longValue).toArray()));
            case Entry.Attributes(Map<Long, Entry> values) ->
                values.isEmpty() ? Optional.empty() : Optional.of(Value.ofTemplate(attributes(values, false)));
        };
    }

    private byte[] plain(byte[] bytes) {
        return key.decrypt(bytes)
                .orElseThrow(() -> new Usage(file + " is damaged: it does not decrypt with the token's key"));
    }
}
