package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.OtherReading;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The form in which a token tells the public keys on curves that it makes: `CKA_EC_POINT` bare, or in a DER
/// octet string. Mechanisms take both.
final class PointForm {
    private static final byte OCTET_STRING = 4;
    /// The shortest content whose length takes a byte more.
    private static final int LONG = 0x80;

    private PointForm() {}

    /// {@return what a mechanism made, with the point in the token's form}
    static List<Attribute> of(List<Attribute> made, Set<OtherReading> readings) {
        long keyType = AttributeMap.of(made).ulong(Cka.KEY_TYPE, Ckk.VENDOR_DEFINED);
        boolean isBare = keyType == Ckk.EC && readings.contains(OtherReading.EC_POINT_RAW);
        boolean isWrapped = (keyType == Ckk.EC_EDWARDS || keyType == Ckk.EC_MONTGOMERY)
                && readings.contains(OtherReading.EDWARDS_POINT_IN_DER);
        if (!isBare && !isWrapped) {
            return made;
        }
        return made.stream()
                .map(attribute -> attribute.type() == Cka.EC_POINT && attribute.value() instanceof Value.Raw raw
                        ? Attribute.of(
                                Cka.EC_POINT,
                                isBare
                                        ? content(raw.bytes().array())
                                        : inOctetString(raw.bytes().array()))
                        : attribute)
                .toList();
    }

    private static byte[] content(byte[] octetString) {
        int header = (octetString[1] & 0xFF) < LONG ? 2 : 3;
        return Arrays.copyOfRange(octetString, header, octetString.length);
    }

    /// Public keys that are told bare are shorter than 128 bytes.
    private static byte[] inOctetString(byte[] content) {
        return HexFormat.of()
                .parseHex(HexFormat.of().toHexDigits(OCTET_STRING)
                        + HexFormat.of().toHexDigits((byte) content.length)
                        + HexFormat.of().formatHex(content));
    }
}
