package dev.faultline.cluster.fabric8;

import dev.faultline.model.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The contexts a user has, read as kubectl reads them: the files in {@code KUBECONFIG} merged entry
 * by entry, the first file winning. A broken file is named and does not hide the others.
 *
 * @param contexts sorted by name
 * @param current the context kubectl would use
 * @param problems a sentence each, naming file and line
 */
public record KubeContexts(
    List<KubeContext> contexts, Optional<KubeContext> current, List<String> problems) {

  public KubeContexts {
    contexts = List.copyOf(contexts);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the files that kubectl would read.
   *
   * @param given the file of {@code --kubeconfig}; alone, if present
   * @param environment of this process
   * @param home where {@code .kube/config} lies
   */
  public static KubeContexts read(
      Optional<Path> given, Map<String, String> environment, Path home) {
    var files = new ArrayList<KubeconfigFile>();
    var problems = new ArrayList<String>();
    for (Path path : places(given, environment, home)) {
      try {
        files.add(KubeconfigFile.read(path));
      } catch (BrokenKubeconfigException e) {
        problems.add("The kubeconfig " + path + " can't be used, " + e.getMessage() + ".");
      } catch (NoSuchFileException e) {
        // Those of the environment may be absent, as with kubectl; one that was asked for may not.
        given.ifPresent(file -> problems.add("There is no kubeconfig " + file + "."));
      } catch (IOException e) {
        problems.add("The kubeconfig " + path + " can't be read: " + reason(path) + ".");
      }
    }
    return merge(files, problems, environment);
  }

  public Optional<KubeContext> find(String name) {
    return contexts.stream().filter(context -> context.name().equals(name)).findFirst();
  }

  private static List<Path> places(
      Optional<Path> given, Map<String, String> environment, Path home) {
    if (given.isPresent()) {
      return List.of(given.get());
    }
    var variable = environment.getOrDefault("KUBECONFIG", "");
    if (variable.isBlank()) {
      return List.of(home.resolve(".kube").resolve("config"));
    }
    return Arrays.stream(variable.split(File.pathSeparator))
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .distinct()
        .toList();
  }

  private static String reason(Path path) {
    if (Files.isDirectory(path)) {
      return "it is a folder";
    }
    return Files.isReadable(path) ? "reading it failed" : "its permissions do not allow it";
  }

  private static KubeContexts merge(
      List<KubeconfigFile> files, List<String> problems, Map<String, String> environment) {
    var clusters = named(files, KubeconfigFile::clusters, KubeconfigEntries::cluster);
    var users = named(files, KubeconfigFile::users, KubeconfigEntries::user);
    var contexts = new ArrayList<KubeContext>();
    named(files, KubeconfigFile::contexts, (name, entry, file) -> context(name, entry, file))
        .values()
        .forEach(context -> contexts.add(context.resolve(clusters, users)));
    if (contexts.isEmpty() && problems.isEmpty()) {
      InsidePod.context(environment).ifPresent(contexts::add);
    }
    contexts.sort((a, b) -> a.name().compareTo(b.name()));
    var current = files.stream().flatMap(file -> file.currentContext().stream()).findFirst();
    return new KubeContexts(
        contexts,
        contexts.stream()
            .filter(context -> current.map(context.name()::equals).orElse(contexts.size() == 1))
            .findFirst(),
        problems);
  }

  /** A context before its cluster and user are looked up. */
  private record Unresolved(String name, JsonObject entry, Path file) {
    KubeContext resolve(Map<String, KubeCluster> clusters, Map<String, KubeUser> users) {
      var clusterName = entry.text("cluster").orElse("");
      var userName = entry.text("user").orElse("");
      var cluster = Optional.ofNullable(clusters.get(clusterName));
      var user = Optional.ofNullable(users.get(userName));
      return new KubeContext(
          name,
          file,
          entry.text("namespace").filter(namespace -> !namespace.isEmpty()),
          cluster.orElseGet(() -> nowhere(clusterName)),
          user.orElse(KubeUser.NOBODY),
          problem(clusterName, cluster, userName, user));
    }

    private Optional<String> problem(
        String clusterName,
        Optional<KubeCluster> cluster,
        String userName,
        Optional<KubeUser> user) {
      var start = "The context " + name + " in " + file;
      if (clusterName.isEmpty()) {
        return Optional.of(start + " names no cluster.");
      }
      if (cluster.isEmpty()) {
        return Optional.of(start + " names the cluster " + clusterName + ", which is not defined.");
      }
      if (cluster.get().server().isEmpty()) {
        return Optional.of(
            "The cluster " + clusterName + " of context " + name + " has no server.");
      }
      if (!userName.isEmpty() && user.isEmpty()) {
        return Optional.of(start + " names the user " + userName + ", which is not defined.");
      }
      return Optional.empty();
    }

    private static KubeCluster nowhere(String name) {
      return new KubeCluster(name, "", Optional.empty(), false, Optional.empty(), Optional.empty());
    }
  }

  private static Unresolved context(String name, JsonObject entry, Path file) {
    return new Unresolved(name, entry, file);
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(String name, JsonObject entry, Path file);
  }

  private static <T> Map<String, T> named(
      List<KubeconfigFile> files,
      Function<KubeconfigFile, Map<String, JsonObject>> entries,
      Reading<T> reading) {
    var named = new LinkedHashMap<String, T>();
    for (KubeconfigFile file : files) {
      entries
          .apply(file)
          .forEach(
              (name, entry) -> named.putIfAbsent(name, reading.read(name, entry, file.path())));
    }
    return named;
  }
}
