package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BOOL;
import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.api.AttributeKind.TEXT;
import static dev.tokki.api.AttributeKind.ULONG;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;

/// Keys of one-time passwords, sections 4.13 and 6.40 to 6.42.
final class OtpTables {
    private static final Limit FORMATS = Limit.oneOf(
            Ck.OTP_FORMAT_DECIMAL, Ck.OTP_FORMAT_HEXADECIMAL, Ck.OTP_FORMAT_ALPHANUMERIC, Ck.OTP_FORMAT_BINARY);
    private static final Limit REQUIREMENTS =
            Limit.oneOf(Ck.OTP_PARAM_IGNORED, Ck.OTP_PARAM_OPTIONAL, Ck.OTP_PARAM_MANDATORY);
    private static final int USUAL_LENGTH = 6;
    private static final int USUAL_INTERVAL = 60;

    static final AttributeTable OTP = AttributeTable.of(
            "Common OTP key attributes",
            "4.13.5",
            row(Cka.OTP_FORMAT, ULONG).otherwise(Ck.OTP_FORMAT_DECIMAL).limit(FORMATS),
            row(Cka.OTP_LENGTH, ULONG, 9).otherwise(USUAL_LENGTH),
            row(Cka.OTP_USER_FRIENDLY_MODE, BOOL, 9).otherwise(false),
            requirement(Cka.OTP_CHALLENGE_REQUIREMENT),
            requirement(Cka.OTP_TIME_REQUIREMENT),
            requirement(Cka.OTP_COUNTER_REQUIREMENT),
            requirement(Cka.OTP_PIN_REQUIREMENT),
            row(Cka.OTP_COUNTER, BYTES).otherwiseEmpty(),
            row(Cka.OTP_TIME, TEXT).otherwiseEmpty(),
            row(Cka.OTP_USER_IDENTIFIER, TEXT).otherwiseEmpty(),
            row(Cka.OTP_SERVICE_IDENTIFIER, TEXT).otherwiseEmpty(),
            row(Cka.OTP_SERVICE_LOGO, BYTES).otherwiseEmpty(),
            row(Cka.OTP_SERVICE_LOGO_TYPE, TEXT).otherwiseEmpty(),
            row(Cka.VALUE, BYTES, 1, 4, 6, 7),
            row(Cka.VALUE_LEN, ULONG, 2, 3).follows(Computation.bytesOf(Cka.VALUE), Ckr.TEMPLATE_INCONSISTENT));

    static final AttributeTable SECURID = AttributeTable.of(
            "RSA SecurID secret key object attributes",
            "6.40.1",
            row(Cka.OTP_TIME_INTERVAL, ULONG, 1).otherwise(USUAL_INTERVAL));

    private OtpTables() {}

    private static AttributeRule requirement(long attribute) {
        return row(attribute, ULONG, 9).otherwise(Ck.OTP_PARAM_IGNORED).limit(REQUIREMENTS);
    }
}
