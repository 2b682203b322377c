package dev.tokki.nativeadapter.layout;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Info;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.SessionInfo;
import dev.tokki.api.SlotInfo;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.Call;
import dev.tokki.api.parameter.Structure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The records that describe C, found through the sealed types that permit them.
public final class Records {
    private Records() {}

    /// {@return the record classes under a sealed interface}
    public static Stream<Class<?>> under(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Records::under) : Stream.of(type);
    }

    /// {@return all calls}
    public static List<Class<?>> calls() {
        return under(Call.class).toList();
    }

    /// {@return all parameter structures}
    public static List<Class<?>> parameters() {
        return under(Structure.class).toList();
    }

    /// {@return all structures, those besides parameters included}
    static List<Class<?>> structures() {
        return Stream.concat(
                        parameters().stream(),
                        Stream.of(
                                Info.class,
                                SlotInfo.class,
                                TokenInfo.class,
                                SessionInfo.class,
                                MechanismInfo.class,
                                AsyncData.class,
                                InitializeArgs.class))
                .toList();
    }
}
