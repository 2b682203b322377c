package dev.tokki.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that a command reads or writes; `-` is standard input or output.
///
/// @param name the path, or `-`
public record Place(String name) {
    /// {@return standard input or output}
    public static Place standard() {
        return new Place("-");
    }

    /// {@return all bytes}
    ///
    /// @throws Usage if there is no such file, or it cannot be read
    public byte[] read(Surroundings surroundings) {
        try {
            return isStandard() ? surroundings.in().readAllBytes() : Files.readAllBytes(Path.of(name));
        } catch (NoSuchFileException e) {
            throw new Usage("there is no file " + name);
        } catch (IOException e) {
            throw new Usage(this + " cannot be read: " + e.getMessage());
        }
    }

    /// Writes bytes, replacing what the file held.
    ///
    /// @throws Usage if it cannot be written
    public void write(byte[] bytes, Surroundings surroundings) {
        try {
            if (isStandard()) {
                surroundings.out().write(bytes);
                surroundings.out().flush();
            } else {
                Files.write(Path.of(name), bytes);
            }
        } catch (IOException e) {
            throw new Usage(this + " cannot be written: " + e.getMessage());
        }
    }

    private boolean isStandard() {
        return name.equals("-");
    }

    @Override
    public String toString() {
        return isStandard() ? "standard input" : name;
    }
}
