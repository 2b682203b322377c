package dev.tokki.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.call.Call;
import dev.tokki.api.call.Fixed;
import dev.tokki.api.call.Means;
import dev.tokki.api.call.Secret;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The records of the calls and [Function] held against the functions of the headers and the text.
class CallsTest {
    static Stream<Facts.CFunction> functions() {
        return Facts.functions();
    }

    static Stream<Class<?>> calls() {
        return Arrays.stream(Call.class.getPermittedSubclasses())
                .flatMap(chapter -> Arrays.stream(chapter.getPermittedSubclasses()));
    }

    @Test
    void thereAreAsManyCallsAsFunctions() {
        assertThat(calls().map(Function::of).collect(Collectors.toSet()))
                .hasSize(104)
                .hasSize(Function.values().length);
    }

    @Test
    void functionsStandInTheOrderOfTheFunctionList() {
        assertThat(Arrays.stream(Function.values()).map(Function::cName))
                .containsExactlyElementsOf(
                        functions().map(Facts.CFunction::name).toList());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void versionAndReturnValuesAreThoseOfTheText(Facts.CFunction fact) {
        Function function = Function.named(fact.name()).orElseThrow();
        assertThat(function.since()).hasToString(fact.since());
        assertThat(function.returnValues().stream().map(Names.CKR::of)).containsExactlyElementsOf(fact.returnValues());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theComponentsStandForTheArgumentsOfC(Facts.CFunction fact) {
        Class<?> call = calls().filter(c -> Function.of(c).cName().equals(fact.name()))
                .findFirst()
                .orElseThrow();
        int words = Arrays.stream(call.getRecordComponents())
                .mapToInt(CallsTest::words)
                .sum();
        assertThat(words)
                .as("C arguments of %s", call.getSimpleName())
                .isEqualTo(fact.parameters().size());
    }

    @Test
    void noPinAndNoSeedIsWithoutItsMark() {
        Set<String> unmarked = calls().flatMap(call -> Arrays.stream(call.getRecordComponents()))
                .filter(component -> component.getName().matches("(?i).*(pin|seed|plaintext.*)"))
                .filter(component -> !component.isAnnotationPresent(Secret.class))
                .map(RecordComponent::toString)
                .collect(Collectors.toSet());
        assertThat(unmarked).isEmpty();
    }

    @Test
    void everyNumberSaysWhatItMeans() {
        List<RecordComponent> silent = calls().flatMap(call -> Arrays.stream(call.getRecordComponents()))
                .filter(component -> component.getType() == long.class && !component.isAnnotationPresent(Means.class))
                .toList();
        assertThat(silent).isEmpty();
    }

    /// How many C arguments a component stands for: a pointer with its length is two.
    private static int words(RecordComponent component) {
        Class<?> type = component.getType();
        boolean pointerAndLength = (type == Bytes.class && !component.isAnnotationPresent(Fixed.class))
                || type == Buffer.class
                || type == Fill.class
                || type == Template.class
                || type == QueryTemplate.class
                || Parameter.class.isAssignableFrom(type);
        return pointerAndLength ? 2 : 1;
    }
}
