package dev.tokki.emulator.mechanism.otp;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.OtpParameter;
import dev.tokki.api.parameter.OtpSignature;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// OATH HOTP, section 6.41. SecurID and ACTI were never published.
///
/// The counter is in the key. It has moved on, and is on the disk, before a password leaves: whoever is killed in
/// between
/// has lost a password, and never shows one twice.
public final class OtpMechanisms {
    private static final String GENERATION = "6.41.2";
    private static final String SECTION = "6.41.3";
    private static final int COUNTER = 8;
    private static final KeyRule KEYS = KeyRule.oneTime(KeySize.bytes(1, SecretKeyType.LONGEST_GENERATED), Ckk.HOTP);

    private OtpMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                Declaration.of(Ckm.HOTP_KEY_GEN, GENERATION, KEYS, ParameterRule.none(GENERATION))
                        .can(Use.GENERATE, (crypto, none, input) -> generate(crypto, input.template())),
                Declaration.of(Ckm.HOTP, SECTION, KEYS, OtpRequest.RULE)
                        .can(Use.SIGN, (crypto, request, key) -> signer(crypto, request, key))
                        .can(Use.VERIFY, (crypto, request, key) -> verifier(crypto, request, key)));
    }

    private static List<Attribute> generate(Crypto crypto, AttributeMap template) {
        Templates.agree(template, Cko.OTP_KEY, Ckk.HOTP, GENERATION);
        long length = template.ulong(Cka.VALUE_LEN, -1);
        if (!KEYS.size().includes(length)) {
            throw Refusal.of(
                    template.has(Cka.VALUE_LEN) ? Ckr.ATTRIBUTE_VALUE_INVALID : Ckr.TEMPLATE_INCOMPLETE,
                    "CKA_VALUE_LEN",
                    "It must be there, and 1 to " + KEYS.size().max() + ".",
                    GENERATION,
                    "Ask for 20 bytes for example.");
        }
        List<Attribute> key = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cko.OTP_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.HOTP),
                Attribute.of(Cka.VALUE, crypto.randomBytes((int) length)),
                Attribute.of(Cka.VALUE_LEN, length)));
        if (!template.has(Cka.OTP_COUNTER)) {
            key.add(Attribute.of(Cka.OTP_COUNTER, new byte[COUNTER]));
        }
        return key;
    }

    private static Signer signer(Crypto crypto, OtpRequest request, KeyView key) {
        AttributeMap attributes = key.attributes();
        request.checked(attributes);
        if (request.heeded(attributes).isEmpty()) {
            counter(attributes);
        }
        return new Passwords(crypto, request, key);
    }

    /// {@return the counter in a key}
    private static long counter(AttributeMap key) {
        byte[] counter = key.bytes(Cka.OTP_COUNTER);
        if (counter.length != COUNTER) {
            throw OtpRequest.RULE.wrong(
                    "pParams",
                    "The key has no counter of 8 bytes, and none that counts is given.",
                    "Set the key's CKA_OTP_COUNTER, or pass a CK_OTP_COUNTER to a key whose"
                            + " CKA_OTP_COUNTER_REQUIREMENT does not say that it is ignored.");
        }
        return Hotp.number(counter);
    }

    private static Verifier verifier(Crypto crypto, OtpRequest request, KeyView key) {
        AttributeMap attributes = key.attributes();
        request.checked(attributes);
        long counter = request.counter()
                .orElseThrow(() -> OtpRequest.RULE.wrong(
                        "pParams", "To verify, the counter must be given.", "Pass a CK_OTP_COUNTER."));
        int digits = request.digits(attributes);
        byte[] expected = Hotp.password(crypto, attributes.bytes(Cka.VALUE), counter + request.ahead(), digits);
        return new Compared(Bytes.of(expected));
    }

    private static void checkNoData(byte[] data) {
        if (data.length > 0) {
            throw Refusal.of(
                    Ckr.DATA_LEN_RANGE,
                    "pData",
                    "Passwords are made of a counter, not of data; these are " + data.length + " bytes.",
                    SECTION,
                    "Pass NULL_PTR and length 0.");
        }
    }

    /// A password to be made.
    private static final class Passwords implements Signer {
        private final Crypto crypto;
        private final OtpRequest request;
        private final KeyView key;
        private final int digits;
        private Optional<Parameter> told = Optional.empty();

        Passwords(Crypto crypto, OtpRequest request, KeyView key) {
            this.crypto = crypto;
            this.request = request;
            this.key = key;
            this.digits = request.digits(key.attributes());
        }

        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public long length() {
            return OtpSignature.length(2, digits + COUNTER);
        }

        @Override
        public void update(byte[] data) {
            checkNoData(data);
        }

        @Override
        public byte[] finish(byte[] data) {
            checkNoData(data);
            long counter = request.heeded(key.attributes()).orElseGet(this::moveOn) + request.ahead();
            byte[] password = Hotp.password(crypto, key.attributes().bytes(Cka.VALUE), counter, digits);
            OtpParameter.SignatureInfo info = new OtpParameter.SignatureInfo(List.of(
                    new OtpParameter.Entry(Ck.OTP_VALUE, new Parameter.Raw(Bytes.of(password))),
                    new OtpParameter.Entry(Ck.OTP_COUNTER, new Parameter.Raw(Bytes.of(Hotp.bytes(counter))))));
            told = Optional.of(info);
            return OtpSignature.block(info).copy();
        }

        /// {@return the key's counter, which is beyond the password asked for when this returns}
        private long moveOn() {
            long[] before = new long[1];
            key.advance(attributes -> {
                before[0] = counter(attributes);
                byte[] after = Hotp.bytes(before[0] + request.ahead() + 1);
                return attributes.with(List.of(Attribute.of(Cka.OTP_COUNTER, after)));
            });
            return before[0];
        }

        @Override
        public Optional<Parameter> told() {
            return told;
        }
    }

    /// A password that somebody shows.
    private record Compared(Bytes expected) implements Verifier {
        @Override
        public boolean takesParts() {
            return true;
        }

        @Override
        public void update(byte[] data) {
            checkNoData(data);
        }

        @Override
        public void finish(byte[] data, byte[] password) {
            checkNoData(data);
            Signatures.checkLength(password, expected.length(), SECTION);
            if (!java.security.MessageDigest.isEqual(expected.array(), password)) {
                throw Signatures.invalid(SECTION);
            }
        }
    }
}
