package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.parameter.TlsParameter;
import dev.tokki.api.parameter.TlsParameter.KeyMaterial;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keys of a connection, sections 6.25.6, 6.26.6 and 6.26.7.
final class ConnectionKeys {
    private ConnectionKeys() {}

    static Declaration<?> keys(long mechanism, String section, ParameterRule<KeyBlock> rule, boolean tellsVectors) {
        return Declaration.of(mechanism, section, TlsMechanisms.PRE_MASTER, rule)
                .can(Use.DERIVE, (crypto, block, input) -> {
                    block.make(crypto, input, input.baseKey().attributes().bytes(Cka.VALUE), section, tellsVectors);
                    return List.of();
                });
    }

    static ParameterRule<KeyBlock> oldKeys(TlsPrf prf, ExportKeys export) {
        return ParameterRule.structure(
                "CK_SSL3_KEY_MAT_PARAMS", "6.25.2.4", TlsParameter.Ssl3KeyAndMacDerive.class, (given, rule) -> {
                    return new KeyBlock(
                            prf,
                            given.isExport() ? Optional.of(export) : Optional.empty(),
                            KeyBlock.bytes(given.macBits(), rule, "ulMacSizeInBits"),
                            KeyBlock.bytes(given.keyBits(), rule, "ulKeySizeInBits"),
                            KeyBlock.bytes(given.ivBits(), rule, "ulIVSizeInBits"),
                            given.randomInfo(),
                            room(given.returned(), rule),
                            made -> new TlsParameter.Ssl3KeyAndMacDerive(
                                    given.macBits(),
                                    given.keyBits(),
                                    given.ivBits(),
                                    given.isExport(),
                                    given.randomInfo(),
                                    made));
                });
    }

    static ParameterRule<KeyBlock> newKeys() {
        return ParameterRule.structure(
                "CK_TLS12_KEY_MAT_PARAMS", "6.26.2.3", TlsParameter.Tls12KeyAndMacDerive.class, (given, rule) -> {
                    checkExport(given.isExport(), rule);
                    return new KeyBlock(
                            TlsPrf.of(given.prfHash(), rule, "prfHashMechanism"),
                            Optional.empty(),
                            KeyBlock.bytes(given.macBits(), rule, "ulMacSizeInBits"),
                            KeyBlock.bytes(given.keyBits(), rule, "ulKeySizeInBits"),
                            KeyBlock.bytes(given.ivBits(), rule, "ulIVSizeInBits"),
                            given.randomInfo(),
                            room(given.returned(), rule),
                            made -> new TlsParameter.Tls12KeyAndMacDerive(
                                    given.macBits(),
                                    given.keyBits(),
                                    given.ivBits(),
                                    given.isExport(),
                                    given.randomInfo(),
                                    made,
                                    given.prfHash()));
                });
    }

    private static void checkExport(boolean isExport, ParameterRule<?> rule) {
        if (isExport) {
            throw rule.wrong("bIsExport", "TLS 1.2 has no keys weakened for export.", "Pass CK_FALSE.");
        }
    }

    private static KeyMaterial room(@Nullable KeyMaterial room, ParameterRule<?> rule) {
        if (room == null) {
            throw rule.wrong("pReturnedKeyMaterial", "It is NULL_PTR.", "Pass a CK_SSL3_KEY_MAT_OUT.");
        }
        return room;
    }
}
