package dev.tokki.api.constant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a constant that is a second name of another one; [Names] answers with the first name.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Alias {}
