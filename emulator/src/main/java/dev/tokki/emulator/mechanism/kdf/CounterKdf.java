package dev.tokki.emulator.mechanism.kdf;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.KdfParameter;
import dev.tokki.api.parameter.KdfParameter.CounterFormat;
import dev.tokki.api.parameter.KdfParameter.DkmLengthFormat;
import dev.tokki.api.parameter.KdfParameter.PrfData;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The key derivation functions of NIST SP 800-108, section 6.28, with further keys out of the same stream (6.28.6).
final class CounterKdf {
    private static final KeyRule KEYS = KeyRule.secret(KeySize.bits(8, Integer.MAX_VALUE), SecretKeyType.types());

    /// How one block follows the last.
    private enum Mode {
        COUNTER,
        FEEDBACK,
        DOUBLE_PIPELINE
    }

    /// The parameter, checked.
    private record Read(
            Prf prf,
            List<PrfData> pieces,
            Bytes iv,
            List<KdfParameter.DerivedKey> additional,
            Function<List<KdfParameter.DerivedKey>, Parameter> rebuilt) {}

    private final Mode mode;
    private final String section;

    private CounterKdf(Mode mode, String section) {
        this.mode = mode;
        this.section = section;
    }

    static Declaration<?> declaration() {
        return new CounterKdf(Mode.COUNTER, "6.28.3").declared(Ckm.SP800_108_COUNTER_KDF, kdf());
    }

    static Declaration<?> feedback() {
        ParameterRule<Read> rule = ParameterRule.structure(
                "CK_SP800_108_FEEDBACK_KDF_PARAMS",
                "6.28.2.9",
                KdfParameter.FeedbackKdf.class,
                (given, wanted) -> new Read(
                        Prf.of(given.prf(), wanted, "prfType"),
                        checked(given.dataParams(), wanted),
                        Bytes.of(ParameterRule.bytes(wanted, "pIV", given.iv())),
                        given.additionalDerivedKeys(),
                        keys -> new KdfParameter.FeedbackKdf(given.prf(), given.dataParams(), given.iv(), keys)));
        return new CounterKdf(Mode.FEEDBACK, "6.28.4").declared(Ckm.SP800_108_FEEDBACK_KDF, rule);
    }

    static Declaration<?> doublePipeline() {
        return new CounterKdf(Mode.DOUBLE_PIPELINE, "6.28.5").declared(Ckm.SP800_108_DOUBLE_PIPELINE_KDF, kdf());
    }

    private static ParameterRule<Read> kdf() {
        return ParameterRule.structure(
                "CK_SP800_108_KDF_PARAMS",
                "6.28.2.8",
                KdfParameter.Kdf.class,
                (given, wanted) -> new Read(
                        Prf.of(given.prf(), wanted, "prfType"),
                        checked(given.dataParams(), wanted),
                        Bytes.NULL,
                        given.additionalDerivedKeys(),
                        keys -> new KdfParameter.Kdf(given.prf(), given.dataParams(), keys)));
    }

    private static List<PrfData> checked(List<PrfData> pieces, ParameterRule<?> rule) {
        if (pieces.stream().noneMatch(piece -> piece.type() == Ck.SP800_108_ITERATION_VARIABLE)) {
            throw rule.wrong(
                    "pDataParams",
                    "Without an iteration variable all blocks would be the same.",
                    "Add a CK_SP800_108_ITERATION_VARIABLE.");
        }
        for (PrfData piece : pieces) {
            long bits = switch (piece.value()) {
                case CounterFormat format -> format.widthInBits();
                case DkmLengthFormat format -> format.widthInBits();
                case Parameter other -> 8;
            };
            if (bits < 8 || bits > 64 || bits % 8 != 0) {
                throw rule.wrong("ulWidthInBits", "A number has 8, 16, … 64 bits, not " + bits + ".", "Pass 32.");
            }
        }
        return pieces;
    }

    private Declaration<?> declared(long mechanism, ParameterRule<Read> rule) {
        return Declaration.of(mechanism, section, KEYS, rule)
                .can(Use.DERIVE, (crypto, read, input) -> derive(crypto, read, input));
    }

    private List<Attribute> derive(Crypto crypto, Read read, Use.Derivation input) {
        List<DerivedKey> keys = new ArrayList<>();
        keys.add(DerivedKey.ofTemplateOrGeneric(input.template(), section));
        read.additional()
                .forEach(more -> keys.add(DerivedKey.ofTemplateOrGeneric(
                        AttributeMap.of(more.template().attributes()), section)));
        int sum = keys.stream().mapToInt(DerivedKey::length).sum();
        byte[] stream = stream(crypto, read, input, sum);
        int at = 0;
        List<List<Attribute>> made = new ArrayList<>();
        for (DerivedKey key : keys) {
            made.add(key.agreed(Arrays.copyOfRange(stream, at, at + key.length()), input.baseKey()));
            at += key.length();
        }
        for (int i = 0; i < read.additional().size(); i++) {
            input.products().add(read.additional().get(i).template(), made.get(i + 1));
        }
        if (!read.additional().isEmpty()) {
            input.products().tell(handles -> told(read, handles));
        }
        return made.get(0);
    }

    private static Parameter told(Read read, List<Long> handles) {
        List<KdfParameter.DerivedKey> told = new ArrayList<>();
        for (int i = 0; i < handles.size(); i++) {
            told.add(new KdfParameter.DerivedKey(read.additional().get(i).template(), handles.get(i)));
        }
        return read.rebuilt().apply(told);
    }

    private byte[] stream(Crypto crypto, Read read, Use.Derivation input, int wanted) {
        byte[] key = input.baseKey().attributes().bytes(Cka.VALUE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] last = read.iv().array();
        // The first pipeline is fed with everything but the iteration variable.
        byte[] pipeline = mode == Mode.DOUBLE_PIPELINE ? pieces(read, input, new byte[0], 0, wanted, false) : last;
        for (long i = 1; out.size() < wanted; i++) {
            if (mode == Mode.DOUBLE_PIPELINE) {
                pipeline = read.prf().apply(crypto, key, pipeline);
                last = pipeline;
            }
            byte[] block = read.prf().apply(crypto, key, pieces(read, input, last, i, wanted, true));
            out.writeBytes(block);
            last = block;
        }
        return Arrays.copyOf(out.toByteArray(), wanted);
    }

    private byte[] pieces(
            Read read, Use.Derivation input, byte[] last, long counter, int wanted, boolean withIteration) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (PrfData piece : read.pieces()) {
            boolean isIteration = piece.type() == Ck.SP800_108_ITERATION_VARIABLE;
            boolean isCounter = piece.type() == Ck.SP800_108_OPTIONAL_COUNTER;
            if (!withIteration && (isIteration || isCounter)) {
                continue;
            }
            if (isIteration && mode != Mode.COUNTER) {
                data.writeBytes(last);
                continue;
            }
            data.writeBytes(
                    switch (piece.value()) {
                        case CounterFormat format -> number(counter, format.widthInBits(), format.littleEndian());
                        case DkmLengthFormat format ->
                            number(8L * length(read, format, wanted), format.widthInBits(), format.littleEndian());
                        case Parameter.ULong(long handle) ->
                            input.others().apply(handle).attributes().bytes(Cka.VALUE);
                        case Parameter.Raw(Bytes bytes) -> bytes.array();
                        case Parameter other -> new byte[0];
                    });
        }
        return data.toByteArray();
    }

    private static long length(Read read, DkmLengthFormat format, int wanted) {
        if (format.method() == Ck.SP800_108_DKM_LENGTH_SUM_OF_SEGMENTS) {
            int block = read.prf().length();
            return (long) (wanted + block - 1) / block * block;
        }
        return wanted;
    }

    private static byte[] number(long value, long bits, boolean littleEndian) {
        byte[] bytes = new byte[(int) bits / 8];
        for (int i = 0; i < bytes.length; i++) {
            int at = littleEndian ? i : bytes.length - 1 - i;
            bytes[at] = (byte) (value >> (8 * i));
        }
        return bytes;
    }
}
