package dev.tokki.nativeadapter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.call.Signing;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.parameter.OtpParameter;
import dev.tokki.api.parameter.OtpSignature;
import dev.tokki.api.parameter.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A C program follows the pointers of a one-time password, section 6.39.4.
final class OneTimePasswordTest {
    @Test
    void itsPointersLeadToWhereTheProgramHasIt() {
        Bytes password = Bytes.utf8("755224");
        OtpParameter.SignatureInfo info = new OtpParameter.SignatureInfo(List.of(
                new OtpParameter.Entry(Ck.OTP_COUNTER, new Parameter.Raw(Bytes.of(new byte[8]))),
                new OtpParameter.Entry(Ck.OTP_VALUE, new Parameter.Raw(password))));
        Bytes block = OtpSignature.block(info);
        assertThat(OtpSignature.read(block)).isEqualTo(info);
        assertThat(OtpSignature.password(block)).contains(password);

        Signing.Sign call = new Signing.Sign(1, Bytes.EMPTY, Buffer.of(200));
        CallPlan plan = new CallPlans(Abi.LP64).of(call);
        SimulatedMemory memory = new SimulatedMemory(Abi.LP64, List.of());
        long[] words = memory.words(plan.give(call, memory), plan.words());
        plan.leave(call, new Reply<>(Rv.OK, Output.of(block.copy()), info, null), words, memory);

        long structure = words[3];
        assertThat(memory.ulong(words[4])).isEqualTo(block.length());
        long entries = memory.pointer(structure);
        assertThat(memory.ulong(structure + 8)).isEqualTo(2);
        assertThat(memory.ulong(entries + 24)).isEqualTo(Ck.OTP_VALUE);
        byte[] value = memory.read(memory.pointer(entries + 32), memory.ulong(entries + 40));
        assertThat(new String(value, StandardCharsets.US_ASCII)).isEqualTo("755224");
    }
}
