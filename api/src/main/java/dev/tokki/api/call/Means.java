package dev.tokki.api.call;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a number among a call's arguments stands for, so that a trace, a shell or a fuzzer can treat it as that.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Means {
    /// {@return what it stands for}
    Meaning value();

    /// The kinds of numbers.
    enum Meaning {
        /// A session's handle.
        SESSION,
        /// An object's handle.
        OBJECT,
        /// A slot's number.
        SLOT,
        /// `CKF_…` of the function.
        FLAGS,
        /// `CKU_…`.
        USER_TYPE,
        /// `CKM_…`.
        MECHANISM_TYPE,
        /// `CKS_…` validation flags type (`CK_SESSION_VALIDATION_FLAGS_TYPE`).
        VALIDATION_TYPE,
        /// A number of things.
        COUNT,
        /// An address of the caller's, opaque to a module.
        POINTER,
        /// The number of an asynchronous operation.
        OPERATION_ID
    }
}
