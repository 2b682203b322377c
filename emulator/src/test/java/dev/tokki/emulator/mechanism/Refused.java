package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokki.api.Rv;
import dev.tokki.emulator.rule.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Holds refusals against what they must say.
final class Refused {
    private Refused() {}

    /// The call is refused with a return value, and its reason is complete.
    static Refusal with(long ckr, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("refused with %s", new Rv(ckr)).isNotNull();
        assertThat(refusal.rv()).as(refusal.reason().toString()).isEqualTo(new Rv(ckr));
        assertThat(refusal.reason().subject()).isNotBlank();
        assertThat(refusal.reason().rule()).endsWith(".");
        assertThat(refusal.reason().section()).matches("\\d+(\\.\\d+)*");
        assertThat(refusal.reason().remedy()).endsWith(".");
        return refusal;
    }
}
