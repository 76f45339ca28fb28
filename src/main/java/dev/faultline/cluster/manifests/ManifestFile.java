package dev.faultline.cluster.manifests;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import dev.faultline.model.json.YamlCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the objects of one file, and tells what in it could not be read. */
final class ManifestFile {

  static final long LARGEST = 64L * 1024 * 1024;

  private static final int DEEPEST_LIST = 10;
  private static final String TEMPLATE = "{{";
  private static final Set<String> OF_OTHER_TOOLS =
      Set.of("kustomization.yaml", "kustomization.yml", "chart.yaml", "skaffold.yaml");

  private final String name;
  private final List<Problem> problems;
  private final List<JsonObject> objects = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  private ManifestFile(String name, List<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  static List<JsonObject> read(Path file, String name, List<Problem> problems) {
    var reading = new ManifestFile(name, problems);
    try {
      reading.read(file);
    } catch (IOException e) {
      problems.add(Problem.skipped(name, FolderFiles.reason(e)));
    }
    return reading.objects;
  }

  private void read(Path file) throws IOException {
    var last = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (OF_OTHER_TOOLS.contains(last)) {
      problems.add(Problem.passedOver(name, "it belongs to another tool and is no manifest"));
      return;
    }
    if (Files.size(file) > LARGEST) {
      problems.add(
          Problem.skipped(name, "it is larger than " + LARGEST / 1024 / 1024 + " megabytes"));
      return;
    }
    // Bytes that are no UTF-8 are replaced: a stray comment must not cost the file.
    var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    var withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (last.endsWith(".json")) {
      json(withoutMark);
    } else {
      yaml(withoutMark);
    }
  }

  private void json(String text) {
    if (text.isBlank()) {
      return;
    }
    try {
      take(JsonCodec.read(text), 1, 0);
    } catch (MalformedTextException e) {
      malformed(e, text, 1);
    }
  }

  private void yaml(String text) {
    for (Documents.Document document : Documents.split(text)) {
      try {
        YamlCodec.readAll(document.text()).forEach(value -> take(value, document.firstLine(), 0));
      } catch (MalformedTextException e) {
        malformed(e, document.text(), document.firstLine());
      }
    }
  }

  private void malformed(MalformedTextException e, String text, int firstLine) {
    if (text.contains(TEMPLATE)) {
      template();
      return;
    }
    var at = ErrorPlace.of(String.valueOf(e.getMessage()));
    problems.add(Problem.skipped(name, firstLine - 1 + at.line(), at.reason()));
  }

  private void take(Json value, int line, int depth) {
    switch (value) {
      case JsonObject object -> take(object, line, depth);
      case JsonArray array when depth < DEEPEST_LIST ->
          array.items().forEach(item -> take(item, line, depth + 1));
      default -> noManifest();
    }
  }

  private void take(JsonObject object, int line, int depth) {
    var kind = object.text("kind").orElse("");
    var apiVersion = object.text("apiVersion").orElse("");
    if (kind.isEmpty() || apiVersion.isEmpty()) {
      noManifest();
    } else if (kind.endsWith("List") && object.find("items").isPresent()) {
      unpack(object, kind, apiVersion, line, depth);
    } else if (apiVersion.startsWith("kustomize.config.k8s.io/")) {
      noManifest();
    } else if (object.text("metadata", "name").orElse("").contains(TEMPLATE)) {
      template();
    } else if (object.text("metadata", "name").orElse("").isEmpty()) {
      problems.add(Problem.skipped(name, line, "this " + kind + " has no name"));
    } else {
      objects.add(object);
    }
  }

  /** The items of a typed list, such as a DeploymentList, leave out what the list says. */
  private void unpack(JsonObject list, String kind, String apiVersion, int line, int depth) {
    if (depth >= DEEPEST_LIST) {
      problems.add(Problem.skipped(name, line, "lists are nested too deeply"));
      return;
    }
    var itemKind = kind.substring(0, kind.length() - "List".length());
    for (Json item : list.array("items").items()) {
      if (item instanceof JsonObject object && !itemKind.isEmpty()) {
        var typed =
            object.find("kind").isPresent() ? object : object.with(Json.of(itemKind), "kind");
        take(
            typed.find("apiVersion").isPresent()
                ? typed
                : typed.with(Json.of(apiVersion), "apiVersion"),
            line,
            depth + 1);
      } else {
        take(item, line, depth + 1);
      }
    }
  }

  private void template() {
    once(Problem.passedOver(name, "it is a template; render it first, then read the result"));
  }

  private void noManifest() {
    once(Problem.passedOver(name, "it holds YAML or JSON that is no Kubernetes manifest"));
  }

  private void once(Problem problem) {
    if (told.add(problem.reason())) {
      problems.add(problem);
    }
  }
}
