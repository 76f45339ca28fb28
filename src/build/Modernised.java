import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Brings the classes of a library to a version of the class file format that the ahead-of-time
 * cache accepts: it leaves out those of before Java 6, and picocli's two hundred, which every verb
 * loads, are of Java 5. The code stays as it is; what newer classes must say of it besides (stack
 * maps) is calculated. The manifest of a jar that was changed says so, as its licence asks.
 */
final class Modernised {
  private static final int OLDEST_IN_CACHE = ClassFile.JAVA_6_VERSION;
  private static final int RAISED_TO = ClassFile.JAVA_8_VERSION;
  private static final String NOTICE = "Changed-By-Faultline";

  private final ClassFile classes;

  private Modernised(URLClassLoader library) {
    var hierarchy =
        ClassHierarchyResolver.ofResourceParsing(library)
            .orElse(ClassHierarchyResolver.defaultResolver());
    classes =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(hierarchy));
  }

  /** Replaces the jar by one that the cache accepts, if it has classes that it would leave out. */
  static void replace(Path jar) throws IOException {
    Path made = jar.resolveSibling(jar.getFileName() + ".new");
    try (var from = new JarFile(jar.toFile());
        var library = new URLClassLoader(new URL[] {url(jar)}, null)) {
      if (!isOld(from)) {
        return;
      }
      new Modernised(library).write(from, made);
    }
    Files.setLastModifiedTime(made, Files.getLastModifiedTime(jar));
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static URL url(Path jar) throws IOException {
    URI uri = jar.toUri();
    return uri.toURL();
  }

  private static boolean isOld(JarFile jar) throws IOException {
    for (JarEntry entry : jar.stream().toList()) {
      if (isClass(entry) && version(bytes(jar, entry)) < OLDEST_IN_CACHE) {
        return true;
      }
    }
    return false;
  }

  private void write(JarFile from, Path to) throws IOException {
    var manifest = new Manifest(from.getManifest());
    manifest
        .getMainAttributes()
        .putValue(NOTICE, "class files raised to version " + RAISED_TO + ", code unchanged");
    try (var out = new JarOutputStream(Files.newOutputStream(to))) {
      var first = new JarEntry(JarFile.MANIFEST_NAME);
      first.setTimeLocal(from.getEntry(JarFile.MANIFEST_NAME).getTimeLocal());
      out.putNextEntry(first);
      manifest.write(out);
      for (JarEntry entry : from.stream().toList()) {
        if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
          var copy = new JarEntry(entry.getName());
          copy.setTimeLocal(entry.getTimeLocal());
          out.putNextEntry(copy);
          byte[] bytes = bytes(from, entry);
          out.write(isClass(entry) && version(bytes) < OLDEST_IN_CACHE ? raised(bytes) : bytes);
        }
      }
    }
  }

  private byte[] raised(byte[] bytes) {
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(RAISED_TO, 0);
          } else {
            builder.with(element);
          }
        };
    // Each body is written anew: one that is handed on whole would get no stack map.
    ClassTransform bodies =
        ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
    return classes.transformClass(classes.parse(bytes), version.andThen(bodies));
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
  }

  private static int version(byte[] bytes) {
    return (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
