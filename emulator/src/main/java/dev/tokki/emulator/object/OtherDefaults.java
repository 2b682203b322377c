package dev.tokki.emulator.object;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.rule.OtherReading;
import java.util.Optional;
import java.util.Set;

/// Defaults of tokens that do not choose as Tokki does.
final class OtherDefaults {
    private OtherDefaults() {}

    /// {@return the default of an attribute, if such a token has one of its own}
    static Optional<Value> of(AttributeRule rule, ObjectType type, Set<OtherReading> readings) {
        if (readings.isEmpty()) {
            return Optional.empty(); // most tokens, and every attribute of every new object asks
        }
        return readings.stream()
                .filter(reading -> concerns(reading, rule, type))
                .findFirst()
                .map(reading -> Value.of(truth(reading)))
                .filter(rule.limit().allows());
    }

    private static boolean truth(OtherReading reading) {
        return reading == OtherReading.SECRET_KEYS_SENSITIVE || reading == OtherReading.DATA_PRIVATE_UNLESS_SAID;
    }

    private static boolean concerns(OtherReading reading, AttributeRule rule, ObjectType type) {
        long attribute = rule.attribute();
        return switch (reading) {
            case SECRET_KEYS_SENSITIVE -> attribute == Cka.SENSITIVE && type.objectClass() == Cko.SECRET_KEY;
            case KEYS_UNEXTRACTABLE -> attribute == Cka.EXTRACTABLE;
            case NO_USE_UNLESS_SAID -> rule.origin() instanceof Default.Chosen chosen && chosen.choice() == Choice.USE;
            case PUBLIC_UNLESS_SAID -> attribute == Cka.PRIVATE;
            case DATA_PRIVATE_UNLESS_SAID -> attribute == Cka.PRIVATE && type.objectClass() == Cko.DATA;
            case LOGOUT_WITHOUT_LOGIN,
                    OPERATIONS_SURVIVE_LOGOUT,
                    EC_POINT_RAW,
                    EDWARDS_POINT_IN_DER,
                    EMPTY_ALLOWED_MECHANISMS_FORBID,
                    DUPLICATES_REFUSED,
                    LAST_DUPLICATE_COUNTS,
                    ANY_BYTES_AS_TEXT,
                    ANY_BYTES_AS_DATE,
                    ANY_NUMBERS_AS_GROUP,
                    ABSENT_ARRAYS_ARE_EMPTY,
                    OBJECT_SIZE_UNKNOWN,
                    WRAP_TEMPLATE_NOT_WRAPPABLE,
                    NO_PUBLIC_COPY_OF_PRIVATE,
                    BUILT_IN_OBJECTS_IN_EVERY_SEARCH,
                    SLOT_CHANGES_AT_ONCE,
                    ONE_OPERATION_AT_A_TIME,
                    NULL_MECHANISM_REFUSED,
                    BAD_ARGUMENTS_KEEP_OPERATION,
                    SERIAL_FLAG_NOT_NEEDED,
                    UNEXTRACTABLE_VALUES_SHOWN,
                    TRUSTED_BY_ANYBODY -> false;
        };
    }
}
