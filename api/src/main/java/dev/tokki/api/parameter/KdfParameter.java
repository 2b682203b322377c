package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.Template;
import dev.tokki.api.parameter.Layout.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parameters of key derivation by SP 800-108, section 6.28.
public sealed interface KdfParameter extends Structure {
    /// `CK_PRF_DATA_PARAM`, section 6.28.2.3: a piece of what the pseudo-random function is applied to.
    ///
    /// @param type what it is, `CK_SP800_108_…`
    /// @param value a [CounterFormat], a [DkmLengthFormat], bytes or a key handle, as the type says
    @Struct("CK_PRF_DATA_PARAM")
    record PrfData(long type, Parameter value) implements KdfParameter {}

    /// `CK_SP800_108_COUNTER_FORMAT`, section 6.28.2.4.
    ///
    /// @param littleEndian whether the least significant byte comes first
    /// @param widthInBits length of the counter in bits
    @Struct("CK_SP800_108_COUNTER_FORMAT")
    record CounterFormat(boolean littleEndian, long widthInBits) implements KdfParameter {}

    /// `CK_SP800_108_DKM_LENGTH_FORMAT`, section 6.28.2.6.
    ///
    /// @param method what is counted, `CK_SP800_108_DKM_LENGTH_SUM_OF_…`
    /// @param littleEndian whether the least significant byte comes first
    /// @param widthInBits length of the number in bits
    @Struct("CK_SP800_108_DKM_LENGTH_FORMAT")
    record DkmLengthFormat(long method, boolean littleEndian, long widthInBits) implements KdfParameter {}

    /// `CK_DERIVED_KEY`, section 6.28.2.7: a key to be derived besides the first.
    ///
    /// @param template its template
    /// @param key room for its handle; null for NULL_PTR
    @Struct("CK_DERIVED_KEY")
    record DerivedKey(
            Template template,

            @Written @Layout(Kind.POINTER) @Nullable Long key) implements KdfParameter {}

    /// `CK_SP800_108_KDF_PARAMS`, section 6.28.2.8: counter mode and double pipeline mode.
    ///
    /// @param prf the pseudo-random function, `CKM_…`
    /// @param dataParams what it is applied to
    /// @param additionalDerivedKeys more keys to derive
    @Struct("CK_SP800_108_KDF_PARAMS")
    record Kdf(
            long prf,
            @Layout(Kind.LENGTH_FIRST) List<PrfData> dataParams,
            @Layout(Kind.LENGTH_FIRST) List<DerivedKey> additionalDerivedKeys)
            implements KdfParameter {
        /// Copies the lists.
        public Kdf {
            dataParams = List.copyOf(dataParams);
            additionalDerivedKeys = List.copyOf(additionalDerivedKeys);
        }
    }

    /// `CK_SP800_108_FEEDBACK_KDF_PARAMS`, section 6.28.2.9.
    ///
    /// @param prf the pseudo-random function, `CKM_…`
    /// @param dataParams what it is applied to
    /// @param iv the initialisation vector
    /// @param additionalDerivedKeys more keys to derive
    @Struct("CK_SP800_108_FEEDBACK_KDF_PARAMS")
    record FeedbackKdf(
            long prf,
            @Layout(Kind.LENGTH_FIRST) List<PrfData> dataParams,
            @Layout(Kind.LENGTH_FIRST) Bytes iv,
            @Layout(Kind.LENGTH_FIRST) List<DerivedKey> additionalDerivedKeys)
            implements KdfParameter {
        /// Copies the lists.
        public FeedbackKdf {
            dataParams = List.copyOf(dataParams);
            additionalDerivedKeys = List.copyOf(additionalDerivedKeys);
        }
    }
}
