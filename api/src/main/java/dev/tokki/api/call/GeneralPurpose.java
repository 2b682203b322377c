package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Info;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Interface;
import dev.tokki.api.Interfaces;
import dev.tokki.api.Out;
import dev.tokki.api.Version;
import dev.tokki.api.call.Means.Meaning;
import org.jspecify.annotations.Nullable;

/// General-purpose functions, PKCS#11 v3.2, section 5.4.
public sealed interface GeneralPurpose<R> extends Call<R> {
    /// `C_Initialize`, section 5.4.1.
    ///
    /// @param args the arguments; null for NULL_PTR
    record Initialize(@Nullable InitializeArgs args) implements GeneralPurpose<Void> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public Initialize() {
            this(null);
        }
    }

    /// `C_Finalize`, section 5.4.2.
    ///
    /// @param reserved reserved; 0 stands for NULL_PTR
    record Finalize(@Means(Meaning.POINTER) long reserved) implements GeneralPurpose<Void> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public Finalize() {
            this(0);
        }
    }

    /// `C_GetInfo`, section 5.4.3.
    ///
    /// @param info where the information goes
    record GetInfo(Out<Info> info) implements GeneralPurpose<Info> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GetInfo() {
            this(Out.here());
        }
    }

    /// `C_GetFunctionList`, section 5.4.4.
    ///
    /// @param functionList where the function list goes; its version comes back
    record GetFunctionList(Out<Version> functionList) implements GeneralPurpose<Version> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GetFunctionList() {
            this(Out.here());
        }
    }

    /// `C_GetInterfaceList`, section 5.4.5.
    ///
    /// @param interfaces room for the interfaces
    record GetInterfaceList(Buffer interfaces) implements GeneralPurpose<Interfaces> {}

    /// `C_GetInterface`, section 5.4.6.
    ///
    /// @param name the name wanted; null for any
    /// @param version the version wanted; null for any
    /// @param found where the interface goes
    /// @param flags flags of the function
    record GetInterface(
            @Nullable String name,
            @Nullable Version version,
            Out<Interface> found,
            @Means(Meaning.FLAGS) long flags) implements GeneralPurpose<Interface> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GetInterface(@Nullable String name, @Nullable Version version, long flags) {
            this(name, version, Out.here(), flags);
        }
    }
}
