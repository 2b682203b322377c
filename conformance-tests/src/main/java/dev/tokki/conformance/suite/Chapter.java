package dev.tokki.conformance.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the chapter that a [Suite] tests. Several suites may share a chapter's id; their tests are shown together.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Chapter {
    /// {@return the first part of its tests' ids}
    String id();

    /// {@return its name for people}
    String title();

    /// {@return the section of PKCS#11 v3.2 it follows}
    String section();
}
