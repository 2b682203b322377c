package dev.tokki.cli.softhsm;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A token of SoftHSM 2: a folder with a `token.object` and a file `*.object` for each object.
public final class SoftHsmToken {
    private static final String TOKEN_FILE = "token.object";
    private static final String DATABASE = "sqlite3.db";

    /// SoftHSM's own attributes lie above this.
    private static final long OWN = Cka.VENDOR_DEFINED + 0x5348;

    private static final long LABEL = OWN + 1;
    private static final long SERIAL_NUMBER = OWN + 2;
    private static final long USER_PIN = OWN + 5;

    private final Path folder;
    private final ObjectFile token;

    private SoftHsmToken(Path folder) {
        this.folder = folder;
        this.token = ObjectFile.read(folder.resolve(TOKEN_FILE));
    }

    /// {@return the tokens of a folder: it may be that of a token, or that which holds those of all tokens}
    ///
    /// @throws Usage if there are none that can be read
    public static List<SoftHsmToken> in(Path folder) {
        if (Files.isRegularFile(folder.resolve(TOKEN_FILE))) {
            return List.of(new SoftHsmToken(folder));
        }
        List<Path> inside = files(folder);
        List<SoftHsmToken> tokens = inside.stream()
                .filter(below -> Files.isRegularFile(below.resolve(TOKEN_FILE)))
                .map(SoftHsmToken::new)
                .toList();
        if (!tokens.isEmpty()) {
            return tokens;
        }
        if (Stream.concat(Stream.of(folder), inside.stream()).anyMatch(one -> Files.exists(one.resolve(DATABASE)))) {
            throw new Usage(folder + " keeps its token in a database (" + DATABASE + "), which is not read: copy the"
                    + " objects to a token with \"objectstore.backend = file\" first");
        }
        throw new Usage(folder + " holds no token of SoftHSM 2: there is no " + TOKEN_FILE
                + "; its configuration names the folder in directories.tokendir");
    }

    /// {@return the token's label}
    public String label() {
        return text(LABEL);
    }

    /// {@return the token's serial number}
    public String serialNumber() {
        return text(SERIAL_NUMBER);
    }

    /// {@return the attributes of every object, as they are in SoftHSM}
    ///
    /// @param pin the user's PIN
    /// @throws Usage if it is wrong, there is none yet, or a file is damaged
    public List<List<Attribute>> objects(String pin) {
        byte[] locked = token.bytes(USER_PIN)
                .filter(blob -> blob.length > 0)
                .orElseThrow(() -> new Usage("the token \"" + label() + "\" has no user PIN yet, and so no keys"));
        TokenKey key = TokenKey.unlock(locked, pin.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new Usage("the PIN is not that of the user of SoftHSM's token \"" + label() + "\""));
        List<List<Attribute>> objects = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".object") && !name.equals(TOKEN_FILE)) {
                objects.add(new ObjectAttributes(file, key).all());
            }
        }
        return objects;
    }

    private String text(long type) {
        return token.bytes(type)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).stripTrailing())
                .orElse("");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new Usage(folder + " cannot be read: " + e.getMessage());
        }
    }
}
