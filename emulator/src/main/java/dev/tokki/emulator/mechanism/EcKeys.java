package dev.tokki.emulator.mechanism;

import dev.tokki.emulator.object.AttributeMap;

final class EcKeys {
    private EcKeys() {}

    static long fieldBits(AttributeMap key) {
        return 0;
    }
}
