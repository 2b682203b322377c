package dev.tokki.server.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.nativeadapter.layout.Ahead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModuleFileTest {
    private static final Path SOCKET = Path.of("/run/user/1000/tokki/socket");
    private static final Pattern DISASSEMBLED = Pattern.compile("^\\s*([0-9a-f]+):\\t(.*)$");
    private static final Pattern LABEL = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void theSameModuleHasTheSameBytes(Architecture architecture) {
        assertThat(module(architecture).bytes()).isEqualTo(module(architecture).bytes());
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void theBuildIdDependsOnTheSocket(Architecture architecture) {
        byte[] other = ModuleFile.write(
                architecture, Path.of("/run/user/1001/tokki/socket"), "libtokki.so", f -> new Signature(2, List.of()));
        assertThat(other).isNotEqualTo(module(architecture).bytes());
    }

    @Test
    void aSocketsPathMustFitItsAddress() {
        Path longPath = Path.of("/" + "x".repeat(107));
        assertThatThrownBy(
                        () -> ModuleFile.write(Architecture.X86_64, longPath, "m.so", f -> new Signature(0, List.of())))
                .hasMessageContaining("at most 107 bytes");
        assertThatThrownBy(() -> ModuleFile.write(
                        Architecture.X86_64, Path.of("socket"), "m.so", f -> new Signature(0, List.of())))
                .hasMessageContaining("absolute");
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void aDisassemblerReadsWhatTheSourceSays(Architecture architecture, @TempDir Path folder) throws Exception {
        ModuleFile module = module(architecture);
        Path file = Files.write(folder.resolve("libtokki.so"), module.bytes());
        List<String> disassembled = new ArrayList<>();
        for (String line : run(
                "objdump",
                "-d",
                "-w",
                "--no-show-raw-insn",
                "-M",
                architecture == Architecture.X86_64 ? "intel" : "aliases",
                file.toString())) {
            Matcher matcher = DISASSEMBLED.matcher(line);
            if (matcher.matches()) {
                disassembled.add(normalised(Long.parseLong(matcher.group(1), 16), matcher.group(2)));
            }
        }
        assumeTrue(!disassembled.isEmpty(), "this objdump does not know " + architecture);
        List<String> written = module.listing().stream()
                .map(line -> normalised(module.codeAddress() + line.offset(), withAddresses(module, line)))
                .toList();
        assertThat(disassembled).containsExactlyElementsOf(written);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void toolsFindNothingWrongWithTheFile(Architecture architecture, @TempDir Path folder) throws Exception {
        Path file =
                Files.write(folder.resolve("libtokki.so"), module(architecture).bytes());
        List<String> lines = run("readelf", "--wide", "--all", file.toString());
        assertThat(lines)
                .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).matches(".*(warning|error|corrupt).*"));
        assertThat(String.join("\n", lines)).contains("Build ID", "C_SignMessageNext", "Library soname: [libtokki.so]");
    }

    private static ModuleFile module(Architecture architecture) {
        return ModuleFile.of(
                architecture,
                SOCKET,
                "libtokki.so",
                function -> new Signature(4, List.of(new Ahead(1, Ahead.ONE, 24), new Ahead(2, 3, 24))));
    }

    /// The place a label stands for, as a disassembler writes it.
    private static String withAddresses(ModuleFile module, Machine.Line line) {
        return LABEL.matcher(line.text()).replaceAll(match -> {
            String label = match.group(1);
            if (label.equals("-8")) {
                return Long.toHexString(module.codeAddress() + line.offset() - 8);
            }
            Integer inside = module.labels().get(label);
            return inside == null ? "OUTSIDE" : Long.toHexString(module.codeAddress() + inside);
        });
    }

    private static String normalised(long address, String text) {
        String plain = text.replaceAll("\\s*(#|//) .*|<[^>]*>", "")
                .replaceAll("\\[rip\\+[^]]*]", "[label]")
                .replaceAll("adr x(\\d+), .*", "adr x$1, label")
                .replaceAll("\\s+", " ")
                .strip();
        plain = plain.replaceAll("^adr\\s+(x\\d+), .*", "adr $1, label");
        return Long.toHexString(address) + ": " + plain;
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not installed (Debian: binutils)");
            throw e;
        }
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return lines;
    }
}
