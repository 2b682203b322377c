package dev.tokki.emulator.mechanism.mac;

import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.RunningMac;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.Maker;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.work.Signer;
import java.util.Arrays;

/// A message authentication code in progress, of which the first bytes are the signature.
///
/// @param mac the code
/// @param length how many of its first bytes are wanted
public record MacSigner(RunningMac mac, long length) implements Signer {
    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public void update(byte[] data) {
        mac.update(data);
    }

    @Override
    public byte[] finish(byte[] data) {
        mac.update(data);
        byte[] whole = mac.finish();
        return whole.length == length ? whole : Arrays.copyOf(whole, (int) length);
    }

    /// {@return a mechanism that signs and verifies by a code}
    public static <P> Declaration<P> of(Declaration<P> declaration, Maker<P, KeyView, MacSigner> maker) {
        return declaration
                .can(Use.SIGN, maker)
                .can(
                        Use.VERIFY,
                        (crypto, parameter, key) ->
                                new MacVerifier(maker.make(crypto, parameter, key), declaration.section()));
    }
}
