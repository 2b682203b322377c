package dev.tokki.trace.xml;

import java.lang.reflect.RecordComponent;
import java.util.Map;

/// The element names of arguments and members: C's names without their type prefixes. Where our components have other
/// names than C's parameters, this table says C's.
final class ElementNames {
    private static final Map<String, String> BY_COMPONENT = Map.ofEntries(
            Map.entry("slot", "SlotID"),
            Map.entry("slots", "SlotList"),
            Map.entry("mechanisms", "MechanismList"),
            Map.entry("interfaces", "InterfacesList"),
            Map.entry("objects", "Object"),
            Map.entry("newObject", "Object"),
            Map.entry("newSession", "Session"),
            Map.entry("newKey", "Key"),
            Map.entry("newPublicKey", "PublicKey"),
            Map.entry("newPrivateKey", "PrivateKey"),
            Map.entry("userName", "Username"),
            Map.entry("found", "Flags"),
            Map.entry("manufacturer", "ManufacturerID"),
            Map.entry("model", "model"),
            Map.entry("serialNumber", "serialNumber"),
            Map.entry("utcTime", "utcTime"),
            Map.entry("aad", "AAD"),
            Map.entry("ivBits", "IvBits"));

    private static final Map<String, String> BY_HOLDER = Map.of(
            "GetInfo.info", "Info",
            "GetSlotInfo.info", "SlotInfo",
            "GetTokenInfo.info", "TokenInfo",
            "GetSessionInfo.info", "SessionInfo",
            "GetMechanismInfo.info", "MechanismInfo",
            "CopyObject.newObject", "NewObject",
            "TokenInfo.label", "label",
            "Info.description", "LibraryDescription",
            "SlotInfo.description", "SlotDescription");

    private ElementNames() {}

    /// {@return the element of a component}
    static String of(Class<?> holder, RecordComponent component) {
        String name = component.getName();
        String held = BY_HOLDER.get(holder.getSimpleName() + "." + name);
        if (held != null) {
            return held;
        }
        return BY_COMPONENT.getOrDefault(name, Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
}
