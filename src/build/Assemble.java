import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Puts the application's folder together: our jar beside its libraries, the start script, and an
 * ahead-of-time caches that halve the time to the first line of output, or to the window.
 *
 * <p>Run by the build on the toolchain's JDK, after the libraries have been copied: {@code java
 * Assemble.java JAR LAUNCHER_FOLDER APPLICATION_FOLDER}.
 */
public final class Assemble {
  /** Each has options and a cache of its own: a verb need not carry what the window loads. */
  private static final List<String> PARTS = List.of("verbs", "window");

  private final Path launcher;
  private final Path application;
  private final Path lib;

  private Assemble(Path launcher, Path application) {
    this.launcher = launcher;
    this.application = application;
    this.lib = application.resolve("lib");
  }

  public static void main(String[] args) throws Exception {
    new Assemble(Path.of(args[1]), Path.of(args[2])).assemble(Path.of(args[0]));
  }

  private void assemble(Path jar) throws Exception {
    removeLibrariesOfEarlierBuilds(jar);
    modernise();
    // The cache knows a jar by its size and time: a copy that kept neither would never match.
    copy(jar, lib.resolve("faultline.jar"));
    copy(launcher.resolve("faultline"), application.resolve("faultline"));
    Files.setPosixFilePermissions(
        application.resolve("faultline"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(lib.resolve("jdk"), System.getProperty("java.home") + "\n");
    for (String part : PARTS) {
      copy(launcher.resolve(part + ".options"), lib.resolve(part + ".options"));
      train(part);
    }
  }

  private void removeLibrariesOfEarlierBuilds(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        Stream<Path> present = Files.list(lib)) {
      String wanted = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      Set<String> names = Set.of(wanted == null ? new String[0] : wanted.split(" "));
      for (Path library : present.filter(path -> path.toString().endsWith(".jar")).toList()) {
        if (!names.contains(library.getFileName().toString())) {
          Files.delete(library);
        }
      }
    }
  }

  /** Only what every verb loads: other libraries of Java 5 belong to the window. */
  private void modernise() throws IOException {
    try (Stream<Path> present = Files.list(lib)) {
      for (Path library : present.filter(Assemble::isLoadedByEveryVerb).toList()) {
        Modernised.replace(library);
      }
    }
  }

  private static boolean isLoadedByEveryVerb(Path library) {
    return library.getFileName().toString().matches("picocli-[0-9.]+[.]jar");
  }

  /** Runs the command lines of the training once, and keeps what the JVM has loaded and linked. */
  private void train(String part) throws Exception {
    Path cache = lib.resolve(part + ".aot");
    Files.deleteIfExists(cache);
    Path log = application.resolveSibling("training-" + part + ".log");
    Files.deleteIfExists(log);
    boolean trained;
    Path work = application.resolveSibling("training");
    try (var cluster = TrainingCluster.start(launcher.resolve("training-cluster"), work)) {
      trained =
          run(part, log, List.of("-XX:AOTCacheOutput=" + cache), commands(part, work, cluster));
    }
    // With AOTMode=on, and only then, a JVM that cannot use the cache refuses to start.
    Path check = Files.writeString(application.resolveSibling("training-check"), "");
    List<String> use = List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
    if (!trained || !run(part, log, use, check)) {
      // Without the cache everything works, only more slowly: no reason to fail.
      Files.deleteIfExists(cache);
      System.out.println("[WARNING] No ahead-of-time cache, see " + log + ", which ends:");
      List<String> lines = Files.readAllLines(log);
      lines.subList(Math.max(0, lines.size() - 5), lines.size()).forEach(System.out::println);
    }
  }

  /** The command lines, with the stand-in's kubeconfig in its place. */
  private Path commands(String part, Path work, TrainingCluster cluster) throws IOException {
    var lines = Files.readString(launcher.resolve(part + ".training"));
    return Files.writeString(
        work.resolve("commands"), lines.replace("KUBECONFIG", cluster.kubeconfig().toString()));
  }

  /** With the options that the start script gives, and none besides: a cache suits no others. */
  private boolean run(String part, Path log, List<String> cacheOptions, Path lines)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + lib.resolve(part + ".options"));
    command.addAll(cacheOptions);
    command.addAll(List.of("-cp", lib.resolve("faultline.jar").toString()));
    command.addAll(List.of("dev.faultline.Training", lines.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    Process process = builder.redirectOutput(Redirect.appendTo(log.toFile())).start();
    process.getOutputStream().close();
    int exit = process.waitFor();
    try (Stream<String> said = Files.lines(log)) {
      said.filter(line -> line.startsWith("Training:"))
          .forEach(line -> System.out.println("[WARNING] " + line));
    }
    return exit == 0;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
