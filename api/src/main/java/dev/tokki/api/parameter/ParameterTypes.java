package dev.tokki.api.parameter;

import dev.tokki.api.constant.Ckm;
import java.util.List;
import java.util.Map;

/// Which types of parameter a mechanism takes, the tables of section 6.
public final class ParameterTypes {
    private static final Map<Long, List<Class<? extends Parameter>>> BY_MECHANISM = Map.of(
            Ckm.AES_CTR, List.of(AesParameter.Ctr.class),
            Ckm.AES_GCM, List.of(AesParameter.Gcm.class),
            Ckm.RSA_PKCS_OAEP, List.of(RsaParameter.Oaep.class));

    private ParameterTypes() {}

    /// {@return the types that the parameter of a mechanism may have; none for unknown mechanisms and for those whose
    /// parameter is bytes}
    public static List<Class<? extends Parameter>> of(long mechanism) {
        return BY_MECHANISM.getOrDefault(mechanism, List.of());
    }
}
