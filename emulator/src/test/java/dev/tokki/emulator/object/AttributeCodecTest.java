package dev.tokki.emulator.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.storage.NewObject;
import dev.tokki.storage.StorageException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The format in which objects are stored: what is written today must be read for ever.
class AttributeCodecTest {
    private static final AttributeMap EVERY_KIND = AttributeMap.of(List.of(
            Attribute.of(Cka.CLASS, 4),
            Attribute.of(Cka.TOKEN, true),
            Attribute.of(Cka.PRIVATE, false),
            Attribute.of(Cka.LABEL, "key"),
            Attribute.of(Cka.KEY_GEN_MECHANISM, Ck.UNAVAILABLE_INFORMATION),
            new Attribute(Cka.ALLOWED_MECHANISMS, Value.ofULongs(1, 300)),
            new Attribute(
                    Cka.WRAP_TEMPLATE,
                    Value.ofTemplate(List.of(Attribute.of(Cka.LABEL, ""), Attribute.of(Cka.TOKEN, true))))));

    /// Version, count, then: class, token, private, label, mechanism, template, allowed mechanisms.
    private static final String VERSION_1 = "01" + "07" + "00" + "0204" + "01" + "01" + "01" + "00" + "01"
            + "03036b6579" + "e302" + "02ffffffffffffffffff01" + "ab81808004" + "05020303" + "00"
            + "feffffffffffffffff01" + "01" + "ef07" + "040201ac02";

    @Test
    void versionOneIsWrittenAndReadAsItWasFirst() {
        assertThat(HexFormat.of().formatHex(AttributeCodec.encode(EVERY_KIND))).isEqualTo(VERSION_1);
        assertThat(AttributeCodec.decode(HexFormat.of().parseHex(VERSION_1)).attributes())
                .isEqualTo(EVERY_KIND.attributes());
    }

    @Test
    void noPartOfAnEncodingIsAnEncoding() {
        byte[] whole = AttributeCodec.encode(EVERY_KIND);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException().isThrownBy(() -> AttributeCodec.decode(part));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeCodec.decode(Arrays.copyOf(whole, whole.length + 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0200", // a later version
                "01010006", // an unknown kind
                "010100038080808008", // more bytes than there can be
                "0101000280808080808080808080" + "01", // a number of more than 64 bits
                "01ffffffffffffffffff01" // more attributes than there can be
            })
    void whatIsNoEncodingIsRefused(String bytes) {
        byte[] encoded = HexFormat.of().parseHex(bytes);
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeCodec.decode(encoded));
    }

    @Test
    void anObjectThatTheStoreGivesBackDamagedIsNamed() {
        try (TestToken token = new TestToken()) {
            token.stored().insert(new NewObject(false, new byte[] {9}), null);
            assertThatThrownBy(token::restart)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("cannot be read");
        }
    }
}
