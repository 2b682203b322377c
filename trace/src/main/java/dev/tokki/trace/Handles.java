package dev.tokki.trace;

import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.Means.Meaning;
import dev.tokki.api.constant.Names;
import dev.tokki.api.shape.RecordAccess;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What a call's arguments name: sessions, objects, slots, mechanisms.
public final class Handles {
    private Handles() {}

    /// {@return the session that a call names}
    public static OptionalLong session(Call<?> call) {
        return all(call, Meaning.SESSION).stream().mapToLong(Long::longValue).findFirst();
    }

    /// {@return the slot that a call names}
    public static OptionalLong slot(Call<?> call) {
        return all(call, Meaning.SLOT).stream().mapToLong(Long::longValue).findFirst();
    }

    /// {@return the objects that a call names, in the order of its arguments}
    public static List<Long> objects(Call<?> call) {
        return all(call, Meaning.OBJECT);
    }

    /// {@return the mechanism that a call names, `CKM_…`; empty if it names none}
    public static String mechanism(Call<?> call) {
        RecordAccess access = RecordAccess.of(call.getClass());
        for (int i = 0; i < access.components().size(); i++) {
            if (access.get(call, i) instanceof Mechanism mechanism) {
                return Names.CKM.of(mechanism.type());
            }
        }
        return all(call, Meaning.MECHANISM_TYPE).stream()
                .findFirst()
                .map(Names.CKM::of)
                .orElse("");
    }

    private static List<Long> all(Call<?> call, Meaning meaning) {
        RecordAccess access = RecordAccess.of(call.getClass());
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < access.components().size(); i++) {
            RecordComponent component = access.components().get(i);
            Means means = component.getAnnotation(Means.class);
            if (means != null && means.value() == meaning && access.get(call, i) instanceof Long number) {
                found.add(number);
            }
        }
        return found;
    }
}
