package dev.faultline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles classes that break a rule.
 *
 * <p>They are compiled here and not by the build, so that they may bear the real package names, and
 * so that libraries which the project does not have yet can be stood in for by the few stubs in
 * {@code src/test/planted/stubs}.
 */
final class PlantedClasses implements AutoCloseable {
  static final Path FOLDER = Path.of("src/test/planted");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  /** One for all compilations: it remembers what lies in the jars of the class path. */
  private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);

  private final Path work;
  private final String classPath;

  PlantedClasses(Path work) throws IOException {
    this.work = work;
    String libraries = System.getProperty("java.class.path");
    this.classPath = compile(FOLDER.resolve("stubs"), libraries) + File.pathSeparator + libraries;
  }

  /** The classes below a folder of sources, without the stubs that they use. */
  JavaClasses of(Path sources) throws IOException {
    return new ClassFileImporter().importPath(compile(sources, classPath));
  }

  /** The classes of sources that a test made up: file name to text. */
  JavaClasses of(Map<String, String> sources) throws IOException {
    Path folder = Files.createTempDirectory(work, "sources");
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
    return of(folder);
  }

  private Path compile(Path sources, String classPath) throws IOException {
    Path classes = Files.createTempDirectory(work, "classes");
    List<String> options = List.of("-proc:none", "-d", classes.toString(), "-classpath", classPath);
    StringWriter complaints = new StringWriter();
    try (Stream<Path> tree = Files.walk(sources)) {
      var java =
          files.getJavaFileObjectsFromPaths(
              tree.filter(file -> file.toString().endsWith(".java")).toList());
      boolean compiled = compiler.getTask(complaints, files, null, options, null, java).call();
      assertThat(compiled).as(() -> sources + ": " + complaints).isTrue();
    }
    return classes;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
