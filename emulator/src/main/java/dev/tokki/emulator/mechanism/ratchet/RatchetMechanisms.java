package dev.tokki.emulator.mechanism.ratchet;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.util.List;

/// The mechanisms of Signal's protocol, sections 6.5 and 6.6.
public final class RatchetMechanisms {
    private static final KeyRule X25519 =
            KeyRule.pair(new KeySize(255, 255, KeySize.Unit.FIELD_BITS), Ckk.EC_MONTGOMERY);

    /// The sizes are those of the curves (section 6.6.3).
    private static final KeySize CURVES = new KeySize(255, 448, KeySize.Unit.CURVE);

    private static final KeyRule SECRETS = KeyRule.secret(CURVES, Ckk.GENERIC_SECRET);
    private static final KeyRule RATCHETS = KeyRule.secret(CURVES, Ckk.X2RATCHET);
    private static final Wraps WRAPS = Wraps.allKeys(1, RatchetCiphers.SECTION);

    private RatchetMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                Declaration.of(Ckm.X3DH_INITIALIZE, X3dh.INITIATE_SECTION, X25519, X3dh.INITIATE)
                        .can(Use.DERIVE, X3dh::initiate),
                Declaration.of(Ckm.X3DH_RESPOND, X3dh.RESPOND_SECTION, X25519, X3dh.RESPOND)
                        .can(Use.DERIVE, (crypto, given, input) -> X3dh.respond(given, input)),
                Declaration.of(
                                Ckm.X2RATCHET_INITIALIZE,
                                RatchetDerivation.SECTION,
                                SECRETS,
                                RatchetDerivation.INITIALIZE)
                        .can(Use.DERIVE, RatchetDerivation::initialize),
                Declaration.of(Ckm.X2RATCHET_RESPOND, RatchetDerivation.SECTION, SECRETS, RatchetDerivation.RESPOND)
                        .can(Use.DERIVE, RatchetDerivation::respond),
                Declaration.of(
                                Ckm.X2RATCHET_ENCRYPT,
                                RatchetCiphers.SECTION,
                                RATCHETS,
                                ParameterRule.none(RatchetCiphers.SECTION))
                        .can(Use.ENCRYPT, (crypto, none, key) -> RatchetCiphers.encrypt(crypto, key))
                        .can(Use.WRAP, WRAPS.wrapBy((crypto, none, key) -> RatchetCiphers.encrypt(crypto, key))),
                Declaration.of(
                                Ckm.X2RATCHET_DECRYPT,
                                RatchetCiphers.SECTION,
                                RATCHETS,
                                ParameterRule.none(RatchetCiphers.SECTION))
                        .can(Use.DECRYPT, (crypto, none, key) -> RatchetCiphers.decrypt(crypto, key))
                        .can(Use.UNWRAP, WRAPS.unwrapBy((crypto, none, key) -> RatchetCiphers.decrypt(crypto, key))));
    }
}
