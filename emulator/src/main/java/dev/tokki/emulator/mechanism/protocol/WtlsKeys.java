package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.WtlsParameter.KeyAndMacDerive;
import dev.tokki.api.parameter.WtlsParameter.KeyMaterial;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import java.util.Arrays;
import java.util.List;

/// The keys of one side of a WTLS connection from one record on, sections 6.27.7 and 6.27.8: each side counts its own
/// records and renews its keys by their numbers (WAP-261-WTLS, 11.2).
///
/// @param prf the pseudo-random function
/// @param given the parameter
/// @param room where handles and vector go
/// @param macLength the length of the MAC key in bytes
/// @param keyLength the length of the key in bytes; before expansion, if it is for export
/// @param ivLength the length of the vector in bytes
record WtlsKeys(TlsPrf prf, KeyAndMacDerive given, KeyMaterial room, int macLength, int keyLength, int ivLength) {
    private static final int MOST_RECORDS = 1 << 16;

    static Declaration<?> declaration(long mechanism, String section, KeyRule keys, boolean isClient) {
        ParameterRule<WtlsKeys> rule =
                ParameterRule.structure("CK_WTLS_KEY_MAT_PARAMS", "6.27.2.5", KeyAndMacDerive.class, WtlsKeys::checked);
        return Declaration.of(mechanism, section, keys, rule).can(Use.DERIVE, (crypto, wanted, input) -> {
            wanted.make(crypto, input, section, isClient);
            return List.of();
        });
    }

    private static WtlsKeys checked(KeyAndMacDerive given, ParameterRule<WtlsKeys> rule) {
        KeyMaterial room = given.returned();
        if (room == null) {
            throw rule.wrong("pReturnedKeyMaterial", "It is NULL_PTR.", "Pass a CK_WTLS_KEY_MAT_OUT.");
        }
        if (given.sequenceNumber() < 0 || given.sequenceNumber() >= MOST_RECORDS) {
            throw rule.wrong(
                    "ulSequenceNumber",
                    "Records are numbered from 0 to 65535; this is " + Long.toUnsignedString(given.sequenceNumber())
                            + ".",
                    "Pass the number of the next record.");
        }
        WtlsMechanisms.clientFirst(given.randomInfo(), rule);
        return new WtlsKeys(
                WtlsMechanisms.function(given.digest(), rule),
                given,
                room,
                KeyBlock.bytes(given.macBits(), rule, "ulMacSizeInBits"),
                KeyBlock.bytes(given.keyBits(), rule, "ulKeySizeInBits"),
                KeyBlock.bytes(given.ivBits(), rule, "ulIVSizeInBits"));
    }

    private void make(Crypto crypto, Use.Derivation input, String section, boolean isClient) {
        String side = isClient ? "client" : "server";
        byte[] client = given.randomInfo().client().array();
        byte[] server = given.randomInfo().server().array();
        byte[] number = {(byte) (given.sequenceNumber() >> 8), (byte) given.sequenceNumber()};
        int vector = given.isExport() ? 0 : ivLength;
        byte[] block = prf.apply(
                crypto,
                input.baseKey().attributes().bytes(Cka.VALUE),
                TlsPrf.ascii(side + " expansion"),
                TlsPrf.joined(number, TlsPrf.joined(server, client)),
                macLength + keyLength + vector);
        byte[] key = Arrays.copyOfRange(block, macLength, macLength + keyLength);
        byte[] iv = Arrays.copyOfRange(block, macLength + keyLength, block.length);
        if (given.isExport()) {
            byte[] randoms = TlsPrf.joined(client, server);
            int length = keyLength == 0
                    ? 0
                    : DerivedKey.ofTemplateOrGeneric(input.template(), section).length();
            key = prf.apply(crypto, key, TlsPrf.ascii(side + " write key"), randoms, length);
            iv = prf.apply(
                    crypto, new byte[0], TlsPrf.ascii(side + " write IV"), TlsPrf.joined(number, randoms), ivLength);
        }
        long keyType = input.template().ulong(Cka.KEY_TYPE, Ckk.GENERIC_SECRET);
        KeyBlock.checkType(keyType, key.length, section);
        KeyBlock.add(input, section, Ckk.GENERIC_SECRET, Arrays.copyOf(block, macLength));
        KeyBlock.add(input, section, keyType, key);
        Bytes made = Bytes.of(iv);
        input.products().tell(handles -> told(handles, made));
    }

    private Parameter told(List<Long> handles, Bytes iv) {
        int next = 0;
        long mac = macLength > 0 ? handles.get(next++) : 0;
        long key = keyLength > 0 ? handles.get(next) : 0;
        boolean hasRoom = ivLength > 0 && !room.iv().isNull();
        return new KeyAndMacDerive(
                given.digest(),
                given.macBits(),
                given.keyBits(),
                given.ivBits(),
                given.sequenceNumber(),
                given.isExport(),
                given.randomInfo(),
                new KeyMaterial(mac, key, hasRoom ? iv : room.iv()));
    }
}
