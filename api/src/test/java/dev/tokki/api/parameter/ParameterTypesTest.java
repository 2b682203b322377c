package dev.tokki.api.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which parameter a mechanism takes.
final class ParameterTypesTest {
    /// Structures that are parts of others, and the one that is a signature.
    private static final Set<Class<?>> PARTS = Set.of(
            TlsParameter.RandomData.class,
            TlsParameter.KeyMaterial.class,
            WtlsParameter.RandomData.class,
            WtlsParameter.KeyMaterial.class,
            KdfParameter.PrfData.class,
            KdfParameter.CounterFormat.class,
            KdfParameter.DkmLengthFormat.class,
            KdfParameter.DerivedKey.class,
            OtpParameter.Entry.class,
            OtpParameter.SignatureInfo.class);

    @Test
    void everyStructureIsTakenBySomeMechanism() {
        Set<Class<?>> taken = Names.CKM.entries().values().stream()
                .flatMap(mechanism -> Stream.of(Function.SIGN_INIT, Function.ENCRYPT_MESSAGE, Function.WRAP_KEY)
                        .flatMap(function -> ParameterTypes.of(mechanism, function).stream()))
                .collect(Collectors.toSet());
        assertThat(structures(Structure.class)).allMatch(type -> PARTS.contains(type) != taken.contains(type));
    }

    @Test
    void everyMechanismOfGeneralLengthTakesANumberOrAStructure() {
        assertThat(Names.CKM.entries())
                .allSatisfy((name, mechanism) -> assertThat(ParameterTypes.of(mechanism))
                        .as(name)
                        .hasSizeGreaterThanOrEqualTo(name.endsWith("_GENERAL") ? 1 : 0));
    }

    @Test
    void gcmTakesAnotherStructureForMessagesAndForWrapping() {
        assertThat(ParameterTypes.of(Ckm.AES_GCM, Function.ENCRYPT_INIT)).containsExactly(AesParameter.Gcm.class);
        assertThat(ParameterTypes.of(Ckm.AES_GCM, Function.DECRYPT_MESSAGE))
                .containsExactly(AesParameter.GcmMessage.class);
        assertThat(ParameterTypes.of(Ckm.AES_GCM, Function.WRAP_KEY_AUTHENTICATED))
                .containsExactly(AesParameter.GcmMessage.class);
        assertThat(ParameterTypes.of(Ckm.AES_GCM, Function.UNWRAP_KEY)).startsWith(AesParameter.GcmWrap.class);
    }

    @Test
    void theDataOfSp800108IsWhatItsTypeSays() {
        assertThat(ParameterTypes.within(KdfParameter.PrfData.class, Ck.SP800_108_ITERATION_VARIABLE))
                .containsExactly(KdfParameter.CounterFormat.class);
        assertThat(ParameterTypes.within(KdfParameter.PrfData.class, Ck.SP800_108_BYTE_ARRAY))
                .containsExactly(Parameter.Raw.class);
        assertThat(ParameterTypes.within(OtpParameter.Entry.class, Ck.OTP_FLAGS))
                .containsExactly(Parameter.ULong.class);
    }

    private static Stream<Class<?>> structures(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ParameterTypesTest::structures)
                : Stream.of(type);
    }
}
