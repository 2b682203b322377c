package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A key for tests of mechanisms, without an engine around it.
final class TestKey implements KeyView {
    private final AttributeMap attributes;
    private final Map<Class<?>, Object> prepared = new ConcurrentHashMap<>();

    TestKey(List<Attribute> attributes) {
        this.attributes = AttributeMap.of(attributes);
    }

    static TestKey secret(long type, String hex) {
        return secret(type, Bytes.hex(hex).array());
    }

    static TestKey secret(long type, byte[] value) {
        return new TestKey(List.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, type),
                Attribute.of(Cka.VALUE, value)));
    }

    static TestKey aes(String hex) {
        return secret(Ckk.AES, hex);
    }

    static TestKey publicKey(long type, Attribute... values) {
        return asymmetric(Cko.PUBLIC_KEY, type, values);
    }

    static TestKey privateKey(long type, Attribute... values) {
        return asymmetric(Cko.PRIVATE_KEY, type, values);
    }

    private static TestKey asymmetric(long keyClass, long type, Attribute... values) {
        List<Attribute> all =
                new ArrayList<>(List.of(Attribute.of(Cka.CLASS, keyClass), Attribute.of(Cka.KEY_TYPE, type)));
        all.addAll(List.of(values));
        return new TestKey(all);
    }

    byte[] value() {
        return attributes.bytes(Cka.VALUE);
    }

    @Override
    public AttributeMap attributes() {
        return attributes;
    }

    @Override
    public <T> T prepared(Class<T> as, Function<AttributeMap, T> make) {
        return as.cast(prepared.computeIfAbsent(as, type -> make.apply(attributes)));
    }
}
