package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.TlsParameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import java.util.List;

/// Keys and bytes that TLS hands out: exported key material (RFC 5705) and the bare function, sections 6.26.8 and
/// 6.26.9.
final class ExportedMaterial {
    private ExportedMaterial() {}

    static Declaration<?> kdf(long mechanism) {
        String section = "6.26.8";
        ParameterRule<TlsParameter.Kdf> rule =
                ParameterRule.structure("CK_TLS_KDF_PARAMS", "6.26.2.4", TlsParameter.Kdf.class, (given, wanted) -> {
                    TlsPrf.of(given.prf(), wanted, "prfMechanism");
                    ParameterRule.bytes(wanted, "pLabel", given.label());
                    ParameterRule.bytes(wanted, "pContextData", given.contextData());
                    return given;
                });
        return Declaration.of(mechanism, section, TlsMechanisms.SECRET, rule)
                .can(Use.DERIVE, (crypto, given, input) -> {
                    DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), section);
                    byte[] seed = TlsPrf.clientFirst(given.randomInfo(), rule);
                    byte[] context = given.contextData().array();
                    if (!given.contextData().isNull()) {
                        // RFC 5705: a context, if there is one, comes with its length.
                        byte[] length = {(byte) (context.length >> 8), (byte) context.length};
                        seed = TlsPrf.joined(seed, TlsPrf.joined(length, context));
                    }
                    byte[] value = TlsPrf.of(given.prf(), rule, "prfMechanism")
                            .apply(
                                    crypto,
                                    input.baseKey().attributes().bytes(Cka.VALUE),
                                    given.label().array(),
                                    seed,
                                    key.length());
                    return key.agreed(value, input.baseKey());
                });
    }

    /// Tells bytes in the parameter and makes no key, section 6.26.9.
    static Declaration<?> prf() {
        String section = "6.26.9";
        ParameterRule<TlsParameter.Prf> rule =
                ParameterRule.structure("CK_TLS_PRF_PARAMS", "6.26.2.6", TlsParameter.Prf.class, (given, wanted) -> {
                    ParameterRule.bytes(wanted, "pSeed", given.seed());
                    ParameterRule.bytes(wanted, "pLabel", given.label());
                    if (given.output().isNull()) {
                        throw wanted.wrong("pOutput", "It is NULL_PTR.", "Pass room for the output.");
                    }
                    return given;
                });
        return Declaration.of(Ckm.TLS_PRF, section, TlsMechanisms.SECRET, rule)
                .can(Use.DERIVE, (crypto, given, input) -> {
                    byte[] output = TlsPrf.TLS_1_0.apply(
                            crypto,
                            input.baseKey().attributes().bytes(Cka.VALUE),
                            given.label().array(),
                            given.seed().array(),
                            given.output().array().length);
                    input.products()
                            .tell(handles -> new TlsParameter.Prf(given.seed(), given.label(), Bytes.of(output)));
                    return List.of();
                });
    }
}
