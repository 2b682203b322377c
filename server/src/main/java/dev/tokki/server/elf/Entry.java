package dev.tokki.server.elf;

import dev.tokki.api.Function;

/// A function of the list as the module exports it.
///
/// @param function which
/// @param arguments how many argument words it has
record Entry(Function function, int arguments) {
    String cName() {
        return function.cName();
    }

    /// {@return whether the module answers the function itself, since it is about the module}
    boolean isDiscovery() {
        return switch (function) {
            case GET_FUNCTION_LIST, GET_INTERFACE_LIST, GET_INTERFACE -> true;
            default -> false;
        };
    }
}
