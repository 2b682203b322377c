package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Signing;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.parameter.OtpParameter;
import dev.tokki.api.parameter.OtpSignature;
import dev.tokki.api.parameter.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// HOTP, section 6.41, with the passwords of RFC 4226, appendix D.
class OneTimePasswordsTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String[] PASSWORDS = {
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"
    };

    @RegisterExtension
    static final Workshop workshop = new Workshop();

    private static Key key(Attribute... further) {
        List<Attribute> template = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cko.OTP_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.HOTP),
                Attribute.of(Cka.VALUE, SECRET),
                Attribute.of(Cka.SIGN, true),
                Attribute.of(Cka.VERIFY, true)));
        template.addAll(List.of(further));
        return workshop.session().createKey(template.toArray(Attribute[]::new));
    }

    private static Key counting(Attribute... further) {
        List<Attribute> all = new ArrayList<>(List.of(further));
        all.add(Attribute.of(Cka.OTP_COUNTER, new byte[8]));
        return key(all.toArray(Attribute[]::new));
    }

    private static OtpParameter.Entries entries(OtpParameter.Entry... entries) {
        return new OtpParameter.Entries(List.of(entries));
    }

    private static OtpParameter.Entry flags(long flags) {
        return new OtpParameter.Entry(Ck.OTP_FLAGS, new Parameter.ULong(flags));
    }

    private static String password(Key key, OtpParameter.Entries entries) {
        return new String(
                OtpSignature.password(Bytes.of(block(key, entries, new byte[0])))
                        .orElseThrow()
                        .copy(),
                StandardCharsets.UTF_8);
    }

    private static byte[] block(Key key, OtpParameter.Entries entries, byte[] data) {
        workshop.run(new Signing.SignInit(workshop.session().handle(), Mechanism.of(Ckm.HOTP, entries), key.handle()));
        return workshop.bytes(room -> new Signing.Sign(workshop.session().handle(), Bytes.of(data), room));
    }

    @Test
    void theKeyCountsByItself() {
        Key key = counting();
        for (String password : PASSWORDS) {
            assertThat(password(key, entries())).isEqualTo(password);
        }
        assertThat(key.bytes(Cka.OTP_COUNTER)).endsWith(10);
    }

    @Test
    void aCounterThatIsGivenLeavesThatOfTheKeyAlone() {
        Key key = counting(Attribute.of(Cka.OTP_COUNTER_REQUIREMENT, Ck.OTP_PARAM_OPTIONAL));
        for (int i = PASSWORDS.length - 1; i >= 0; i--) {
            assertThat(password(key, OtpSamples.counter(i))).isEqualTo(PASSWORDS[i]);
        }
        assertThat(key.bytes(Cka.OTP_COUNTER)).isEqualTo(new byte[8]);
    }

    @Test
    void aKeyThatIgnoresCountersCountsByItself() {
        assertThat(password(counting(), OtpSamples.counter(7))).isEqualTo(PASSWORDS[0]);
    }

    @Test
    void theNextPasswordTakesTwoOfTheCounter() {
        Key key = counting();
        assertThat(password(key, entries(flags(Ckf.NEXT_OTP)))).isEqualTo(PASSWORDS[1]);
        assertThat(password(key, entries())).isEqualTo(PASSWORDS[2]);
    }

    @Test
    void theStructureTellsPasswordAndCounter() {
        OtpParameter.SignatureInfo info =
                OtpSignature.read(Bytes.of(block(counting(), entries(flags(Ckf.NEXT_OTP)), new byte[0])));
        assertThat(info.entries()).extracting(OtpParameter.Entry::type).containsExactly(Ck.OTP_VALUE, Ck.OTP_COUNTER);
        assertThat(info.entries().get(1).value())
                .isEqualTo(new Parameter.Raw(Bytes.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 1})));
    }

    @Test
    void itsLengthIsWhatTheKeyOrTheCallerSays() {
        Key eight = counting(Attribute.of(Cka.OTP_LENGTH, 8L));
        assertThat(password(eight, entries())).hasSize(8).endsWith(PASSWORDS[0]);
        OtpParameter.Entry seven = new OtpParameter.Entry(Ck.OTP_OUTPUT_LENGTH, new Parameter.ULong(7));
        assertThat(password(eight, entries(seven))).hasSize(7).endsWith(PASSWORDS[1]);
    }

    @Test
    void aQueryForTheLengthTakesNothingOfTheCounter() {
        Key key = counting();
        workshop.run(
                new Signing.SignInit(workshop.session().handle(), Mechanism.of(Ckm.HOTP, entries()), key.handle()));
        long length = workshop.get(
                        new Signing.Sign(workshop.session().handle(), Bytes.EMPTY, dev.tokki.api.Buffer.query()))
                .length();
        assertThat(length).isEqualTo(16 + 2 * 24 + 6 + 8);
        assertThat(key.bytes(Cka.OTP_COUNTER)).isEqualTo(new byte[8]);
        workshop.cancel();
    }

    @Test
    void whatCannotBeIsRefused() {
        Key key = counting();
        refused(key, entries(flags(Ckf.EXCLUDE_COUNTER)));
        refused(key, entries(flags(Ckf.USER_FRIENDLY_OTP)));
        refused(key, entries(flags(0), flags(0)));
        refused(key, entries(new OtpParameter.Entry(Ck.OTP_OUTPUT_LENGTH, new Parameter.ULong(5))));
        refused(key, entries(new OtpParameter.Entry(Ck.OTP_COUNTER, new Parameter.Raw(Bytes.of(new byte[7])))));
        refused(key(), entries());
        refused(counting(Attribute.of(Cka.OTP_PIN_REQUIREMENT, Ck.OTP_PARAM_MANDATORY)), entries());
        refused(counting(Attribute.of(Cka.OTP_FORMAT, Ck.OTP_FORMAT_BINARY)), entries());
        assertThatThrownBy(() -> key.verify(Mechanism.of(Ckm.HOTP, entries()), new byte[0], new byte[6]))
                .hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
        assertThatThrownBy(() -> block(key, entries(), new byte[1])).hasMessageContaining("CKR_DATA_LEN_RANGE");
    }

    private static void refused(Key key, OtpParameter.Entries entries) {
        assertThatThrownBy(() -> password(key, entries)).hasMessageContaining("CKR_MECHANISM_PARAM_INVALID");
        workshop.cancel();
    }

    @Test
    void aPasswordOfAnotherLengthIsNone() {
        assertThatThrownBy(() -> workshop.verify(
                        Mechanism.of(Ckm.HOTP, OtpSamples.counter(0)), counting(), new byte[0], new byte[5]))
                .hasMessageContaining("CKR_SIGNATURE_LEN_RANGE");
    }
}
