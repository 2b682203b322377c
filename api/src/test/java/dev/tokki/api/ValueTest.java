package dev.tokki.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.constant.Cka;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ValueTest {
    @Property
    void aBigIntegerIsUnsignedWithoutLeadingZeros(
            @ForAll @net.jqwik.api.constraints.Size(min = 1, max = 40) byte[] magnitude) {
        BigInteger number = new BigInteger(1, magnitude);
        byte[] stored = ((Value.Raw) Value.of(number)).bytes().array();
        assertThat(new BigInteger(1, stored)).isEqualTo(number);
        assertThat(stored.length == 1 || stored[0] != 0).isTrue();
    }

    @Test
    void aDateIsEightDigits() {
        assertThat(((Value.Raw) Value.of(LocalDate.of(2026, 3, 9))).bytes().text())
                .isEqualTo("20260309");
    }

    @Test
    void sizesInCFollowTheWidthOfUnsignedLongs() {
        assertThat(Value.of(true).sizeInC(8, 8)).isEqualTo(1);
        assertThat(Value.of(7L).sizeInC(8, 8)).isEqualTo(8);
        assertThat(Value.of(7L).sizeInC(4, 8)).isEqualTo(4);
        assertThat(Value.ofULongs(1, 2).sizeInC(4, 8)).isEqualTo(8);
        assertThat(Value.ofTemplate(List.of(Attribute.of(Cka.TOKEN, true))).sizeInC(8, 8))
                .isEqualTo(24);
    }

    @Test
    void noTextOfAValueShowsItsBytes() {
        assertThat(Attribute.of(Cka.VALUE, "secret").toString())
                .doesNotContain("secret")
                .contains("CKA_VALUE");
        assertThat(Bytes.utf8("1234")).hasToString("bytes[4]");
    }

    @Test
    void nullPointersKeepTheLengthThatWasTold() {
        assertThat(Bytes.nullOf(5).isNull()).isTrue();
        assertThat(Bytes.nullOf(5).length()).isEqualTo(5);
        assertThat(Bytes.nullOf(5)).isNotEqualTo(Bytes.NULL);
        assertThat(Bytes.EMPTY).isNotEqualTo(Bytes.NULL);
    }
}
