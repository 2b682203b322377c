package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.mechanism.wrap.Wraps;

/// Wrapping by AES-GCM, section 6.13.3: the token may make the initialisation vector and tell it.
final class GcmWraps {
    private static final Wraps WRAPS = Wraps.allKeys(1, "6.13.3");

    private GcmWraps() {}

    /// {@return AES-GCM with wrapping}
    static Declaration<GcmParameter> of(Declaration<GcmParameter> gcm) {
        return gcm.can(Use.WRAP, (crypto, parameter, input) -> {
                    GcmParameter used = parameter.generated(crypto);
                    Bytes wrapped =
                            WRAPS.wrapBy(Gcm::encrypt).make(crypto, used, input).bytes();
                    return new Wrapped(
                            wrapped, used.wrap().<Parameter>map(told -> told).orElse(Parameter.none()));
                })
                .can(Use.UNWRAP, WRAPS.unwrapBy(Gcm::decrypt));
    }
}
