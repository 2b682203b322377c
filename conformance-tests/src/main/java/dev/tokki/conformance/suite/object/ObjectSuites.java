package dev.tokki.conformance.suite.object;

import dev.tokki.conformance.suite.Suite;
import java.util.List;

/// The test classes of objects, in the order of the specification.
public final class ObjectSuites {
    /// The classes.
    public static final List<Class<? extends Suite>> ALL = List.of(
            CreateTests.class,
            CopyTests.class,
            DestroyTests.class,
            DefaultTests.class,
            GetAttributeTests.class,
            SetAttributeTests.class,
            FindTests.class,
            VisibilityTests.class,
            BuiltInTests.class);

    private ObjectSuites() {}
}
