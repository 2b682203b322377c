package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckh;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Makes the objects of a token's equipment. Their unique identifiers are the same each time the token is
/// opened.
final class BuiltInObjects {
    /// A SEQUENCE of an object identifier below 1.2.840.113549.1.9, whose last number follows.
    private static final String CMS_ATTRIBUTE = "300b06092a864886f70d0109";

    private final String serialNumber;
    private final List<LiveObject> made = new ArrayList<>();

    private BuiltInObjects(String serialNumber) {
        this.serialNumber = serialNumber;
    }

    /// {@return the built-in objects of a token}
    ///
    /// @param mechanisms what the token can do, `CKM_…`
    /// @param serialNumber tells the token from others
    static List<LiveObject> of(Equipment equipment, Hardware hardware, long[] mechanisms, String serialNumber) {
        BuiltInObjects objects = new BuiltInObjects(serialNumber);
        equipment
                .clock()
                .ifPresent(clock ->
                        objects.feature(Ckh.CLOCK, new Instrument.Face(hardware, equipment.clockSetter()), List.of()));
        equipment
                .counter()
                .ifPresent(counter -> objects.feature(
                        Ckh.MONOTONIC_COUNTER,
                        new Instrument.Dial(hardware),
                        List.of(Attribute.of(Cka.RESET_ON_INIT, counter.resetOnInit()))));
        equipment
                .display()
                .ifPresent(display -> objects.feature(Ckh.USER_INTERFACE, new Instrument.Still(), display(display)));
        equipment
                .profiles()
                .forEach(
                        profile -> objects.still(Cko.PROFILE, profile, List.of(Attribute.of(Cka.PROFILE_ID, profile))));
        equipment
                .validations()
                .forEach(validation -> objects.still(Cko.VALIDATION, objects.made.size(), validation(validation)));
        if (equipment.mechanismObjects()) {
            Arrays.stream(mechanisms)
                    .forEach(mechanism -> objects.still(Cko.MECHANISM, mechanism, mechanism(mechanism)));
        }
        return objects.made;
    }

    private void feature(long type, Instrument instrument, List<Attribute> attributes) {
        List<Attribute> all = new ArrayList<>(attributes);
        all.add(Attribute.of(Cka.HW_FEATURE_TYPE, type));
        add(Cko.HW_FEATURE, type, instrument, all);
    }

    private void still(long objectClass, long number, List<Attribute> attributes) {
        add(objectClass, number, new Instrument.Still(), attributes);
    }

    /// They stand before all others.
    ///
    /// @param number tells the object from others of its class
    private void add(long objectClass, long number, Instrument instrument, List<Attribute> attributes) {
        String name = serialNumber + " " + objectClass + " " + number;
        List<Attribute> all = new ArrayList<>(attributes);
        all.add(Attribute.of(Cka.CLASS, objectClass));
        all.add(Attribute.of(
                Cka.UNIQUE_ID,
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString()));
        made.add(new LiveObject(
                new LiveObject.Home.BuiltIn(instrument), Long.MIN_VALUE + made.size(), AttributeMap.of(all)));
    }

    /// That of CMS signatures tells besides which attributes it signs (section 6.30.2): type and digest of the content
    /// always, the time by default and on request.
    private static List<Attribute> mechanism(long type) {
        List<Attribute> all = new ArrayList<>(List.of(Attribute.of(Cka.MECHANISM_TYPE, type)));
        if (type == Ckm.CMS_SIG) {
            String always = CMS_ATTRIBUTE + "03" + CMS_ATTRIBUTE + "04";
            String time = CMS_ATTRIBUTE + "05";
            all.add(set(Cka.REQUIRED_CMS_ATTRIBUTES, "311a" + always));
            all.add(set(Cka.DEFAULT_CMS_ATTRIBUTES, "3127" + always + time));
            all.add(set(Cka.SUPPORTED_CMS_ATTRIBUTES, "310d" + time));
        }
        return all;
    }

    private static Attribute set(long attribute, String der) {
        return Attribute.of(attribute, Bytes.hex(der).copy());
    }

    private static List<Attribute> display(Equipment.Display display) {
        return List.of(
                Attribute.of(Cka.PIXEL_X, display.pixelX()),
                Attribute.of(Cka.PIXEL_Y, display.pixelY()),
                Attribute.of(Cka.RESOLUTION, display.resolution()),
                Attribute.of(Cka.CHAR_ROWS, display.charRows()),
                Attribute.of(Cka.CHAR_COLUMNS, display.charColumns()),
                Attribute.of(Cka.COLOR, display.color()),
                Attribute.of(Cka.BITS_PER_PIXEL, display.bitsPerPixel()),
                Attribute.of(Cka.CHAR_SETS, display.charSets()),
                Attribute.of(Cka.ENCODING_METHODS, display.encodingMethods()),
                Attribute.of(Cka.MIME_TYPES, display.mimeTypes()));
    }

    private static List<Attribute> validation(Equipment.Validation validation) {
        return List.of(
                Attribute.of(Cka.VALIDATION_TYPE, validation.type()),
                Attribute.of(Cka.VALIDATION_VERSION, new byte[] {(byte) validation.major(), (byte) validation.minor()}),
                Attribute.of(Cka.VALIDATION_LEVEL, validation.level()),
                Attribute.of(Cka.VALIDATION_MODULE_ID, validation.moduleId()),
                Attribute.of(Cka.VALIDATION_FLAG, validation.flag()),
                Attribute.of(Cka.VALIDATION_AUTHORITY_TYPE, validation.authorityType()),
                Attribute.of(Cka.VALIDATION_COUNTRY, validation.country()),
                Attribute.of(Cka.VALIDATION_CERTIFICATE_IDENTIFIER, validation.certificate()),
                Attribute.of(Cka.VALIDATION_CERTIFICATE_URI, validation.certificateUri()),
                Attribute.of(Cka.VALIDATION_VENDOR_URI, validation.vendorUri()),
                Attribute.of(Cka.VALIDATION_PROFILE, validation.profile()));
    }
}
