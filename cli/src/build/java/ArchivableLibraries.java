import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A step of the build: makes the libraries in a folder such that the JVM's AOT cache can keep their classes.
///
/// The cache takes no class of a signed jar and none of a class file older than Java 6. So signatures go, which nothing
/// verifies here, and old class files get the stack maps that newer ones have. The JVM verifies both as it verifies
/// all classes. A jar that needs neither stays as it is; done twice, nothing changes. The same jars give the same
/// bytes.
///
/// ```
/// java ArchivableLibraries.java target/lib
/// ```
final class ArchivableLibraries {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final int OLDEST = ClassFile.JAVA_6_VERSION;
    private static final int MADE = ClassFile.JAVA_8_VERSION;

    private final Map<String, byte[]> files;
    private final ClassFile classFiles;

    private ArchivableLibraries(Map<String, byte[]> files) {
        this.files = files;
        ClassHierarchyResolver here = ClassHierarchyResolver.ofResourceParsing(type -> {
            String name = type.descriptorString();
            byte[] bytes = files.get(name.substring(1, name.length() - 1) + ".class");
            return bytes == null ? null : new java.io.ByteArrayInputStream(bytes);
        });
        this.classFiles = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(here.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /// @param args the folder
    public static void main(String[] args) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            for (Path jar : all.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                Map<String, byte[]> files = read(jar);
                Map<String, byte[]> made = new ArchivableLibraries(files).archivable();
                if (!same(files, made)) {
                    write(made, jar);
                }
            }
        }
    }

    private Map<String, byte[]> archivable() throws IOException {
        boolean signed = files.keySet().stream().anyMatch(ArchivableLibraries::isSignature);
        Map<String, byte[]> made = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            if (signed && name.equals(JarFile.MANIFEST_NAME)) {
                made.put(name, withoutDigests(file.getValue()));
            } else if (isOld(name, file.getValue())) {
                made.put(name, withStackMaps(file.getValue()));
            } else if (!isSignature(name)) {
                made.put(name, file.getValue());
            }
        }
        return made;
    }

    private static boolean isSignature(String name) {
        return SIGNATURE.matcher(name).matches();
    }

    /// The digests of a signed jar's files are the entries of its manifest.
    private static byte[] withoutDigests(byte[] manifest) throws IOException {
        Manifest parsed = new Manifest(new java.io.ByteArrayInputStream(manifest));
        parsed.getEntries().clear();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parsed.write(out);
        return out.toByteArray();
    }

    private static boolean isOld(String name, byte[] file) {
        return name.endsWith(".class") && ((file[6] & 0xff) << 8 | file[7] & 0xff) < OLDEST;
    }

    private byte[] withStackMaps(byte[] file) {
        ClassModel old = classFiles.parse(file);
        // Bodies pass through the builder one instruction at a time, which is what makes it compute their maps.
        ClassTransform bodies = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        ClassTransform version = (to, element) -> {
            if (element instanceof ClassFileVersion) {
                to.withVersion(MADE, 0);
            } else {
                to.with(element);
            }
        };
        return classFiles.transformClass(old, version.andThen(bodies));
    }

    private static boolean same(Map<String, byte[]> some, Map<String, byte[]> others) {
        Set<byte[]> identical = some.values().stream().collect(toSet());
        return some.size() == others.size() && identical.containsAll(others.values());
    }

    private static Map<String, byte[]> read(Path jar) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    private static void write(Map<String, byte[]> files, Path jar) throws IOException {
        Path draft = jar.resolveSibling(jar.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(draft);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
