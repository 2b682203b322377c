package dev.tokki.nativeadapter;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Map;

/// The environment variables that C code of this process sees. Java's own view of them is a copy and stays as it is.
final class Environment {
    private Environment() {}

    /// Sets variables with C's `setenv`.
    static void set(Map<String, String> variables) {
        if (variables.isEmpty()) {
            return;
        }
        MemorySegment address = Linker.nativeLinker()
                .defaultLookup()
                .find("setenv")
                .orElseThrow(() -> new UnsupportedOperationException(
                        "this system has no setenv; set " + variables.keySet() + " before starting Java"));
        MethodHandle setenv = Foreign.function(address, 3);
        try (Arena arena = Arena.ofConfined()) {
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                long name = arena.allocateFrom(variable.getKey()).address();
                long value = arena.allocateFrom(variable.getValue()).address();
                if ((int) (long) setenv.invokeExact(name, value, 1L) != 0) {
                    throw new IllegalArgumentException("cannot set the variable " + variable.getKey());
                }
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
